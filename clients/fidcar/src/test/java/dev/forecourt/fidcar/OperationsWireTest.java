package dev.forecourt.fidcar;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.fidcar.api.ContactsService.ListContactsQuery;
import dev.forecourt.fidcar.api.ContactsService.ListDealershipContactsQuery;
import dev.forecourt.fidcar.api.DealershipsService.ListDealershipsQuery;
import dev.forecourt.fidcar.api.DisputesService.ListDisputesQuery;
import dev.forecourt.fidcar.api.LeadsService.ListLeadsQuery;
import dev.forecourt.fidcar.api.ReviewsService.ListReviewsQuery;
import dev.forecourt.fidcar.model.AnswerReviewForm;
import dev.forecourt.fidcar.model.Contact;
import dev.forecourt.fidcar.model.CreateContactForm;
import dev.forecourt.fidcar.model.CreateDealershipForm;
import dev.forecourt.fidcar.model.Dealership;
import dev.forecourt.fidcar.model.DealershipPage;
import dev.forecourt.fidcar.model.Dispute;
import dev.forecourt.fidcar.model.DisputeStatus;
import dev.forecourt.fidcar.model.ReportReviewForm;
import dev.forecourt.fidcar.model.Review;
import dev.forecourt.fidcar.model.ServiceCode;
import dev.forecourt.fidcar.model.SubscriptionPlan;
import dev.forecourt.fidcar.model.VehicleType;
import dev.forecourt.runtime.kit.WireRequest;
import dev.forecourt.runtime.kit.WireServer;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.util.List;
import java.util.Locale;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/**
 * Request and answer of each operation. Answers are FIDCAR's samples, from specs/fidcar/evidence.
 */
class OperationsWireTest {
  private static final String REVIEW_ID = "d57c6ec6-4ebd-4a01-a6fd-9771638424c9";

  private final WireServer server = new WireServer();
  private final FidcarClient client =
      FidcarClient.builder().apiKey("fidcar-test-key").baseUrl(server.url()).build();

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  @Test
  void listsDealershipsWithTheDocumentedQuery() {
    server.answer(Evidence.page(1, 5, 1, Evidence.of("dealership")));

    List<Dealership> found =
        client
            .dealerships()
            .listDealerships(ListDealershipsQuery.builder().page(1).limit(5).bridge("icar").build())
            .stream()
            .toList();

    assertGet("/api/local?page=1&limit=5&bridge=icar");
    assertThat(found).extracting(Dealership::title).containsExactly("Garage Automobiles du Nord");
  }

  @Test
  void listsDealershipsByAllOtherFilters() {
    server.answer(Evidence.page(1, 10, 0));

    DealershipPage page =
        client
            .dealerships()
            .listDealerships(
                ListDealershipsQuery.builder().siret("81426458802142").code("DCUZ1123").build())
            .firstPage();

    assertGet("/api/local?siret=81426458802142&code=DCUZ1123");
    assertThat(page.total()).isZero();
    assertThat(page.data()).isEmpty();
  }

  @Test
  void getsADealership() {
    server.answer(Evidence.of("dealership"));

    Dealership dealership = client.dealerships().getDealership(1325);

    assertGet("/api/local/1325");
    assertThat(dealership.id()).isEqualTo(1325);
    assertThat(dealership.street()).isEqualTo("13 rue du Général Leclerc");
  }

  @Test
  void createsADealershipAsTheDocumentedCurlDoes() {
    server.answer(Evidence.of("dealership"));

    Dealership created =
        client
            .dealerships()
            .createDealership(
                CreateDealershipForm.builder()
                    .title("Garage Caltagirone")
                    .street("16 place des Vosges")
                    .zipcode("75004")
                    .city("Paris")
                    .country("FR")
                    .phone("0176420140")
                    .code("DCU4897")
                    .siret("1234567891245")
                    .type("dealer")
                    .url("https://www.fidcar.com")
                    .plan(SubscriptionPlan.CLASSIC_MONTHLY)
                    .sms(true)
                    .services(List.of(ServiceCode.SAV, ServiceCode.VO, ServiceCode.VN))
                    .brands(List.of("Renault", "Dacia"))
                    .build());

    assertThat(created.id()).isEqualTo(1325);
    assertForm(
        "/api/local/add",
        "code=DCU4897",
        "title=Garage Caltagirone",
        "street=16 place des Vosges",
        "city=Paris",
        "zipcode=75004",
        "country=FR",
        "phone=0176420140",
        "siret=1234567891245",
        "url=https://www.fidcar.com",
        "type=dealer",
        "plan=classic_monthly",
        "sms=1",
        "services[]=sav",
        "services[]=vo",
        "services[]=vn",
        "brands[]=Renault",
        "brands[]=Dacia");
  }

  @Test
  void listsContactsByAllFilters() {
    server.answer(Evidence.page(2, 5, 6, Evidence.of("contact")));

    List<Contact> found =
        client
            .contacts()
            .listContacts(
                ListContactsQuery.builder()
                    .page(2)
                    .limit(5)
                    .name("Thibault Henry")
                    .firstname("Thibault")
                    .lastname("Henry")
                    .email("thibault+1@fidcar.com")
                    .phone("06 72")
                    .start(LocalDate.of(2017, 10, 1))
                    .end(LocalDate.of(2017, 10, 31))
                    .grade(">6")
                    .siret("81426458802142")
                    .origin("web")
                    .service(ServiceCode.SAV)
                    .build())
            .stream()
            .toList();

    assertGet(
        "/api/contact?page=2&limit=5&name=Thibault%20Henry&firstname=Thibault&lastname=Henry"
            + "&email=thibault%2B1%40fidcar.com&phone=06%2072&start=2017-10-01&end=2017-10-31"
            + "&grade=%3E6&siret=81426458802142&origin=web&service=sav");
    assertThat(found).extracting(Contact::brand).containsExactly("Volvo");
  }

  @Test
  void listsContactsOfADealership() {
    server.answer(Evidence.page(1, 10, 1, Evidence.of("contact")));

    List<Contact> found =
        client
            .contacts()
            .listDealershipContacts(
                1325, ListDealershipContactsQuery.builder().grade("<7").origin("web").build())
            .stream()
            .toList();

    assertGet("/api/local/1325/contact?grade=%3C7&origin=web");
    assertThat(found).extracting(Contact::id).containsExactly(REVIEW_ID);
  }

  @Test
  void createsAContactAsTheDocumentedCurlDoes() {
    server.answer(Evidence.of("contact"));

    Contact created =
        client
            .contacts()
            .createContact(
                1325,
                CreateContactForm.builder()
                    .firstname("Thibault")
                    .lastname("Henry")
                    .email("thibault@fidcar.com")
                    .phone("0672391759")
                    .service(ServiceCode.SAV)
                    .build());

    assertThat(created.seller()).isEqualTo("Quentin Porcet");
    assertForm(
        "/api/local/1325/contact",
        "firstname=Thibault",
        "lastname=Henry",
        "email=thibault@fidcar.com",
        "phone=0672391759",
        "service=sav");
  }

  @Test
  void sendsEveryFieldOfANewContact() {
    server.answer(Evidence.of("contact"));

    client
        .contacts()
        .createContact(
            7,
            CreateContactForm.builder()
                .firstname("Zoë")
                .lastname("Müller")
                .phone("0672391759")
                .pro(false)
                .seller("Quentin Porcet")
                .type(VehicleType.MOTO)
                .brand("Volvo")
                .model("XC 60")
                .immat("AZ-232-DZ")
                .vin("ABC4513321K05ZDHA")
                .km(239143)
                .mec(LocalDate.of(2015, 10, 1))
                .origin("web")
                .date("2017-10-10")
                .hour("18:00")
                .price(25990)
                .build());

    assertForm(
        "/api/local/7/contact",
        "firstname=Zoë",
        "lastname=Müller",
        "phone=0672391759",
        "pro=0",
        "seller=Quentin Porcet",
        "type=moto",
        "brand=Volvo",
        "model=XC 60",
        "immat=AZ-232-DZ",
        "vin=ABC4513321K05ZDHA",
        "km=239143",
        "mec=2015-10-01",
        "origin=web",
        "date=2017-10-10",
        "hour=18:00",
        "price=25990");
  }

  @Test
  void listsReviewsOfADealershipInATimeSpan() {
    server.answer(Evidence.page(1, 10, 1, Evidence.of("review")));

    List<Review> found =
        client
            .reviews()
            .listReviews(
                ListReviewsQuery.builder()
                    .local(1325)
                    .start(LocalDateTime.of(2019, 5, 1, 0, 0))
                    .end(LocalDateTime.of(2019, 5, 31, 23, 59, 59))
                    .build())
            .stream()
            .toList();

    assertGet(
        "/api/review?local=1325&start=2019-05-01%2000%3A00%3A00"
            + "&end=2019-05-31%2023%3A59%3A59");
    assertThat(found).extracting(Review::grade).containsExactly(10);
  }

  @Test
  void getsAReview() {
    server.answer(Evidence.of("review"));

    Review review = client.reviews().getReview(REVIEW_ID);

    assertGet("/api/review/" + REVIEW_ID);
    assertThat(review.comment()).isEqualTo("Personnel agréable et compétent");
    assertThat(review.survey()).containsEntry("Livraison", 8);
  }

  @Test
  void answersAReview() {
    server.answer(Evidence.of("review"));

    Review review =
        client
            .reviews()
            .answerReview(REVIEW_ID, AnswerReviewForm.builder().content("Your answer.").build());

    assertForm("/api/review/" + REVIEW_ID + "/answer", "content=Your answer.");
    assertThat(review.id()).isEqualTo(REVIEW_ID);
  }

  @Test
  void reportsAReview() {
    server.answer(Evidence.of("review"));

    Review review =
        client
            .reviews()
            .reportReview(
                REVIEW_ID, ReportReviewForm.builder().message("The review is problematic").build());

    assertForm("/api/review/" + REVIEW_ID + "/report", "message=The review is problematic");
    assertThat(review.id()).isEqualTo(REVIEW_ID);
  }

  @Test
  void listsLeadsByLocalisedType() {
    server.answer(Evidence.page(1, 10, 1, Evidence.of("lead")));

    var found =
        client
            .leads()
            .listLeads(1325, ListLeadsQuery.builder().limit(10).type("Véhicule neuf").build())
            .stream()
            .toList();

    assertGet("/api/local/1325/lead?limit=10&type=V%C3%A9hicule%20neuf");
    assertThat(found)
        .singleElement()
        .satisfies(lead -> assertThat(lead.delay()).isEqualTo("6 mois"));
  }

  @Test
  void listsDisputes() {
    server.answer(Evidence.page(1, 5, 1, Evidence.of("dispute")));

    List<Dispute> found =
        client
            .disputes()
            .listDisputes(ListDisputesQuery.builder().page(1).limit(5).build())
            .stream()
            .toList();

    assertGet("/api/dispute?page=1&limit=5");
    assertThat(found).extracting(Dispute::status).containsExactly(DisputeStatus.ASSIGNED);
  }

  @Test
  void getsADispute() {
    server.answer(Evidence.of("dispute"));

    Dispute dispute = client.disputes().getDispute("4012");

    assertGet("/api/dispute/4012");
    assertThat(dispute.assignedAt()).hasToString("2019-05-24T17:26:37+02:00");
    assertThat(dispute.closedAt()).isNull();
  }

  @Test
  void closesADisputeWithoutABody() {
    server.answer(Evidence.of("dispute"));

    Dispute dispute = client.disputes().closeDispute("4012");

    assertThat(server.request().line()).isEqualTo("POST /api/dispute/4012/close");
    assertThat(server.request().body()).isEmpty();
    assertThat(server.request().headers("Content-Type")).isEmpty();
    assertCommonHeaders(server.request());
    assertThat(dispute.urgent()).isTrue();
  }

  private void assertGet(String pathAndQuery) {
    assertThat(server.request().line()).isEqualTo("GET " + pathAndQuery);
    assertThat(server.request().body()).isEmpty();
    assertThat(server.request().headers("Content-Type")).isEmpty();
    // Java 17 sends "Content-Length: 0" with a GET, later ones send none
    assertThat(server.request().headers("Content-Length")).isSubsetOf("0");
    assertCommonHeaders(server.request());
  }

  /** The body must be exactly these fields, in this order, as text parts without file name. */
  private void assertForm(String path, String... fields) {
    WireRequest request = server.request();
    assertThat(request.line()).isEqualTo("POST " + path);
    assertThat(request.header("Content-Type"))
        .matches("multipart/form-data; boundary=forecourt-[0-9a-f]{32}");
    String boundary = request.header("Content-Type").replaceFirst(".*boundary=", "");
    StringBuilder expected = new StringBuilder();
    for (String field : fields) {
      int equals = field.indexOf('=');
      expected
          .append("--" + boundary + "\r\n")
          .append(
              "Content-Disposition: form-data; name=\"" + field.substring(0, equals) + "\"\r\n\r\n")
          .append(field.substring(equals + 1) + "\r\n");
    }
    assertThat(request.body()).isEqualTo(expected + "--" + boundary + "--\r\n");
    assertCommonHeaders(request);
  }

  private static void assertCommonHeaders(WireRequest request) {
    assertThat(request.header("Authorization")).isEqualTo("fidcar-test-key");
    assertThat(request.header("Accept")).isEqualTo("application/json");
    assertThat(headerNames(request))
        .isSubsetOf(
            "accept",
            "accept-encoding",
            "authorization",
            "content-length",
            "content-type",
            "host",
            "user-agent");
    assertThat(request.header("User-Agent")).startsWith("forecourt-fidcar/");
  }

  private static TreeSet<String> headerNames(WireRequest request) {
    return request
        .head()
        .lines()
        .skip(1)
        .map(line -> line.substring(0, line.indexOf(':')).toLowerCase(Locale.ROOT))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
