package matrix;

import dev.forecourt.autengo.AutengoClient;
import dev.forecourt.autochat.AutochatClient;
import dev.forecourt.claire.ClaireClient;
import dev.forecourt.fidcar.FidcarClient;
import dev.forecourt.fidcar.api.ReviewsService.ListReviewsQuery;
import dev.forecourt.fidcar.model.Contact;
import dev.forecourt.fidcar.model.CreateContactForm;
import dev.forecourt.fidcar.model.Dealership;
import dev.forecourt.fidelisa.FidelisaClient;
import dev.forecourt.runtime.FeignTransport;
import dev.forecourt.runtime.errors.NotFoundException;
import dev.forecourt.runtime.json.Json;
import dev.forecourt.runtime.json.VendorJson;
import java.util.concurrent.TimeUnit;

/** Calls, with nothing beside the client. */
final class ClientDuties implements Duties {
  private static final String TITLE = "Garage Automobiles du Nord";

  @Override
  public void run(Report report) {
    report.duty("builds the client of each vendor", ClientDuties::buildsAll);
    try (FidcarClient client =
        FidcarClient.builder().apiKey(Stub.KEY).baseUrl(Stub.FIDCAR).build()) {
      report.duty("reads", () -> reads(client));
      report.duty("lists over pages", () -> lists(client));
      report.duty("posts", () -> posts(client));
      report.duty("shows the message of a 404", () -> shows404(client));
      report.duty("repeats after a 503", () -> repeats(client));
      report.duty("calls without waiting", () -> callsAsync(client));
    }
    report.duty("fetches a token", ClientDuties::fetchesToken);
    report.duty("sends by Feign's own client", ClientDuties::sendsByFeign);
    report.duty("keeps the JSON of a model", ClientDuties::keepsJson);
  }

  private static void buildsAll() {
    AutengoClient.builder().apiKey("key").build().close();
    AutochatClient.builder().clientCredentials("id", "secret").build().close();
    ClaireClient.builder().apiKey("key").build().close();
    FidcarClient.builder().apiKey("key").build().close();
    FidelisaClient.builder().provider("CODE", "key").build().close();
  }

  private static void reads(FidcarClient client) {
    Report.same(TITLE, client.dealerships().getDealership(Stub.DEALERSHIP).title());
  }

  private static void lists(FidcarClient client) {
    ListReviewsQuery query = ListReviewsQuery.builder().limit(20).build();

    long total = client.reviews().listReviews(query).firstPage().total();

    if (total <= 40) {
      throw new AssertionError("not enough for three pages: " + total);
    }
    Report.same(total, client.reviews().listReviews(query).stream().count());
  }

  private static void posts(FidcarClient client) {
    CreateContactForm form =
        CreateContactForm.builder()
            .firstname("Zoé")
            .lastname("Müller & Søn")
            .email("zoe@example.org")
            .build();

    Contact created = client.contacts().createContact(Stub.DEALERSHIP, form);

    Report.same("Müller & Søn", created.user().lastname());
  }

  private static void shows404(FidcarClient client) {
    try {
      client.reviews().getReview("a/b c");
      throw new AssertionError("there is such a review");
    } catch (NotFoundException e) {
      if (!e.getMessage()
          .startsWith("fidcar getReview: 404 Not Found for GET /api/review/a%2Fb%20c.")) {
        throw e;
      }
    }
  }

  private static void repeats(FidcarClient client) throws Exception {
    Stub.post(
        Stub.FIDCAR + "/__mock/faults",
        "{\"operation\":\"getDealership\",\"status\":503,\"retryAfter\":0,\"times\":1}");

    reads(client);

    Json rule = Json.parse(Stub.get(Stub.FIDCAR + "/__mock/faults")).at("/rules/0/used").get();
    Report.same("1", rule.toString());
  }

  private static void callsAsync(FidcarClient client) throws Exception {
    Dealership found =
        client.dealerships().async().getDealership(Stub.DEALERSHIP).get(30, TimeUnit.SECONDS);
    int page =
        client.reviews().async().listReviews().firstPage().get(30, TimeUnit.SECONDS).data().size();

    Report.same(TITLE, found.title());
    Report.same(10, page);
  }

  private static void fetchesToken() {
    try (AutochatClient client =
        AutochatClient.builder()
            .clientCredentials("autochat-test-client", "autochat-test-secret")
            .baseUrl(Stub.AUTOCHAT)
            .tokenBaseUrl(Stub.AUTOCHAT)
            .build()) {
      Report.same(200, client.options().withRawResponse().listOptions().status());
    }
  }

  private static void sendsByFeign() {
    try (FidcarClient client =
        FidcarClient.builder()
            .apiKey(Stub.KEY)
            .baseUrl(Stub.FIDCAR)
            .transport(FeignTransport.of(new feign.Client.Default(null, null)))
            .build()) {
      reads(client);
      posts(client);
    }
  }

  private static void keepsJson() {
    Dealership read = VendorJson.read(OddDealership.JSON, Dealership.class);

    Report.same("9.40", read.grade().value().orElseThrow().toString());
    OddDealership.assertSame(OddDealership.JSON, VendorJson.write(read));
  }
}
