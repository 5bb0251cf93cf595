package dev.forecourt.verifier.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.forecourt.verifier.Checkout;
import dev.forecourt.verifier.output.Level;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** One difference from the contract each: it is found, and nothing else is. */
class PlantedDifferencesTest {
  private static final String HOST = "https://www.fidcar.com";

  /** As the contract has it (specs/fidcar/evidence). */
  private static final String REVIEW =
      """
      {"id": "d57c6ec6-4ebd-4a01-a6fd-9771638424c9", "datetime": "2017-10-10 18:00:30",
       "user": {"firstname": "Thibault", "lastname": "Henry", "email": "t@fidcar.example", "phone": "0672391759"},
       "service": "sav", "grade": 10, "comment": null, "survey": {"Accueil": 10}, "status": "published"}
      """;

  @TempDir private Path folder;

  @Test
  void findsNothingInARightExchange() throws IOException {
    HarFile har = new HarFile().json("GET", HOST + "/api/review/42", 200, REVIEW);

    assertThat(checked(har).errors()).isEmpty();
    assertThat(checked(har).notes(Level.WARNING)).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '~',
      value = {
        "\"grade\": 10 | \"grade\": 11 | getReview | response.body | `grade` of the answer: must have a maximum value of 10; once, first: 11 | #/components/schemas/Review/properties/grade/maximum",
        "\"grade\": 10 | \"grade\": \"10\" | getReview | response.body | `grade` of the answer: string found, integer expected; once, first: \"10\" | #/components/schemas/Review/properties/grade/type",
        "\"grade\": 10 | \"mood\": true | getReview | response.body.unknown | undocumented member `mood` of the answer; once, first: true | #/components/schemas/Review/properties/mood",
        "\"service\": \"sav\" | \"service\": \"wash\" | getReview | response.body | undocumented value `wash` of `service` in the answer; once | #/components/schemas/ServiceCode/enum/wash",
        "\"status\": \"published\" | \"status\": null | getReview | response.body | `status` of the answer: null found, string expected; once, first: null | #/components/schemas/Review/properties/status/type",
        "2017-10-10 18:00:30 | 10/10/2017 | getReview | response.body | `datetime` of the answer: does not match the regex pattern ^\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}$; once, first: text of 10 character(s) like \"99/99/9999\" | #/components/schemas/Review/properties/datetime",
        "\"Accueil\": 10 | \"Accueil\": \"good\" | getReview | response.body | `Accueil` of the answer: string found, integer expected; once, first: text of 4 character(s) like \"aaaa\" | #/components/schemas/Review/properties/survey/additionalProperties/type",
      })
  void findsOneChangeOfAnAnswer(
      String right, String wrong, String operation, String rule, String message, String place)
      throws IOException {
    assertThat(REVIEW).contains(right);
    HarFile har =
        new HarFile().json("GET", HOST + "/api/review/42", 200, REVIEW.replace(right, wrong));

    Checked checked = checked(har);

    assertThat(checked.errors()).containsExactly(operation + " | " + rule + " | " + message);
    assertThat(checked.places()).containsExactly(place);
  }

  @Test
  void findsAMissingMemberOfAPage() throws IOException {
    HarFile har =
        new HarFile()
            .json("GET", HOST + "/api/review", 200, "{\"page\": 1, \"limit\": 10, \"data\": []}");

    assertThat(checked(har).errors())
        .containsExactly(
            "listReviews | response.body | member `total` of the answer is missing and required; once");
  }

  @Test
  void findsAnUndocumentedStatusMediaTypeHeaderAndParameter() throws IOException {
    HarFile har = new HarFile();
    har.json(
        "GET", HOST + "/api/review/42", 418, "{\"error\": {\"code\": 418, \"message\": \"\"}}");
    har.entry("GET", HOST + "/api/review/42", 200, "text/html", "<html/>");
    ObjectNode entry =
        har.entry("GET", HOST + "/api/review/42?lang=fr", 200, "application/json", REVIEW);
    HarFile.header((ObjectNode) entry.path("response"), "X-Quota-Left", "12");
    HarFile.header((ObjectNode) entry.path("request"), "X-Client-Version", "3");

    assertThat(checked(har).errors())
        .containsExactlyInAnyOrder(
            "getReview | response.status | undocumented status 418; once, first: an object with 1 member(s)",
            "getReview | response.body.type | undocumented media type `text/html` of the answer; once, first: text of 7 character(s) like \"<aaaa/>\"",
            "getReview | response.header.unknown | undocumented header `X-Quota-Left` of the answer; once, first: \"12\"",
            "getReview | request.header.unknown | undocumented header `X-Client-Version` of the request; once, first: \"3\"",
            "getReview | request.query.unknown | undocumented query parameter `lang`; once, first: text of 2 character(s) like \"aa\"");
  }

  @Test
  void findsAPathAndAMethodThatTheContractDoesNotHave() throws IOException {
    HarFile har =
        new HarFile()
            .json("GET", HOST + "/api/statistics", 200, "{}")
            .json("DELETE", HOST + "/api/review/42", 200, "{}")
            .json("DELETE", HOST + "/api/contact", 405, "{}");

    Checked checked = checked(har);

    assertThat(checked.errors())
        .containsExactly(
            "operations | request.path | undocumented path: GET /api/statistics, once",
            "operations | request.method | undocumented method: DELETE /api/review/{…}, once");
    assertThat(checked.notes(Level.NOTE))
        .contains(
            "operations | request.method | undocumented method: DELETE /api/contact, once; the answer is 405");
  }

  @Test
  void takesHeadOfAnOperationThatIsReadForANote() throws IOException {
    HarFile har = new HarFile().json("HEAD", HOST + "/api/review/42", 200, "");

    Checked checked = checked(har);

    assertThat(checked.errors()).isEmpty();
    assertThat(checked.notes(Level.NOTE))
        .containsExactly(
            "operations | request.method | undocumented method: HEAD /api/review/{…}, once");
  }

  @Test
  void tellsWrongTypesApart() throws IOException {
    HarFile har = new HarFile();
    for (String wrong : List.of("\"9\"", "9.5", "true", "\"8\"")) {
      String answer = REVIEW.replace("\"grade\": 10", "\"grade\": " + wrong);
      har.json("GET", HOST + "/api/review/42", 200, answer);
    }

    assertThat(checked(har).errors())
        .containsExactly(
            "getReview | response.body | `grade` of the answer: string found, integer expected; 2 times, first: \"9\"",
            "getReview | response.body | `grade` of the answer: number found, integer expected; once, first: 9.5",
            "getReview | response.body | `grade` of the answer: boolean found, integer expected; once, first: true");
  }

  @Test
  void saysThatNoHeaderNamesTheTypeOfABody() throws IOException {
    HarFile har = new HarFile();
    ObjectNode response =
        (ObjectNode) har.entry("GET", HOST + "/api/review/42", 200, "", "moved").path("response");
    response.putArray("headers");
    HarFile.header(response, "Age", "1");

    assertThat(checked(har).errors())
        .containsExactly(
            "getReview | response.body.type | a body of the answer whose type no header says; once, first: text of 5 character(s) like \"aaaaa\"");
  }

  @Test
  void tellsThePlaceOfAnItemOfALongList() throws IOException {
    List<String> reviews = new ArrayList<>(Collections.nCopies(600, REVIEW));
    reviews.set(555, REVIEW.replace("\"grade\": 10", "\"grade\": 11"));
    String page = "{\"page\": 1, \"limit\": 600, \"total\": 600, \"data\": " + reviews + "}";
    HarFile har = new HarFile().json("GET", HOST + "/api/review", 200, page);

    Checked checked = checked(har);

    assertThat(checked.errors())
        .containsExactly(
            "listReviews | response.body | `grade` of the answer: must have a maximum value of 10; once, first: 11");
    assertThat(checked.results().cases().get(0).notes().get(0).checked().path())
        .isEqualTo("$.log.entries[0].response.content.text.data[555].grade");
  }

  @Test
  void countsWhatIsAlike() throws IOException {
    HarFile har = new HarFile();
    for (int i = 0; i < 3; i++) {
      har.json("GET", HOST + "/api/review/" + i, 200, REVIEW.replace("\"grade\"", "\"mark\""));
    }

    assertThat(checked(har).errors())
        .containsExactly(
            "getReview | response.body.unknown | undocumented member `mark` of the answer; 3 times, first: 10");
  }

  @Test
  void takesWhatTheAnswerRefusesForANote() throws IOException {
    HarFile har =
        new HarFile()
            .json(
                "GET",
                HOST + "/api/review?limit=500",
                400,
                "{\"error\": {\"code\": 400, \"message\": \"\"}}");

    Checked checked = checked(har);

    assertThat(checked.errors()).isEmpty();
    assertThat(checked.notes(Level.NOTE))
        .contains(
            "listReviews | request.query | `limit` of the request: must have a maximum value of 100; once, first: 500; the answer refuses it, too");
  }

  @Test
  void findsAWrongMemberOfAnObjectInTheQuery() throws IOException {
    HarFile har = new HarFile();
    har.json(
        "GET",
        "https://api.dev-stage.autengo.com/v3/vehicle?and%5BmakeName%5D=Ford+Werke&and%5Bkilometers%5D%5B%5D=%3E%3D%7C25000&and[colour]=red",
        401,
        "{}");

    assertThat(checked(har).errors())
        .contains(
            "listVehicles | request.query.unknown | undocumented member `colour` of the query; once, first: text of 3 character(s) like \"aaa\"")
        .noneMatch(each -> each.contains("makeName") || each.contains("kilometers"));
  }

  @Test
  void knowsAnOperationWhateverHostAndPrefix() throws IOException {
    HarFile har =
        new HarFile()
            .json("GET", "http://localhost:8080/gateway/v2/fidcar/api/review/42", 200, REVIEW)
            .json("GET", "https://fonts.example.com/v2/list", 200, "{}");

    Checked checked = checked(har);

    assertThat(checked.errors()).isEmpty();
    assertThat(checked.results().cases())
        .extracting(each -> each.group() + " | " + each.name())
        .containsExactly(
            "fidcar: 1 exchange(s), 1 of 14 operations, at localhost:8080/gateway/v2/fidcar | getReview  GET /api/review/{review_id}  200 ×1");
    assertThat(checked.notices()).contains("1 of no vendor, such as GET fonts.example.com/v2/list");
  }

  @Test
  void looksAtTheHostsThatItIsToldOnly() throws IOException {
    HarFile har =
        new HarFile()
            .json("GET", "http://localhost:8080/api/review/42", 200, "{\"own\": 1}")
            .json("GET", "https://Gateway.example:8443/api/review/42", 200, REVIEW)
            .json("GET", "https://gateway.example:8443/dealers", 200, "{}");
    TrafficOptions options =
        new TrafficOptions(
            "fidcar", Checkout.file("specs"), false, false, null, Set.of("gateway.example"));

    Checked checked = Checked.with(options, har.write(folder.resolve("hosts.har")));

    assertThat(checked.errors())
        .containsExactly("operations | request.path | undocumented path: GET /dealers, once");
    assertThat(checked.notices()).contains("1 to other hosts");
  }

  @Test
  void listsWhatNeverCame() throws IOException {
    HarFile har = new HarFile().json("GET", HOST + "/api/review/42", 200, REVIEW);
    TrafficOptions options =
        new TrafficOptions("fidcar", Checkout.file("specs"), false, true, null);

    Checked checked = Checked.with(options, har.write(folder.resolve("never.har")));

    assertThat(checked.notes(Level.NOTE))
        .contains(
            "getReview | never.members | members that never came: Review.answer, Review.contact");
    assertThat(checked.notices().get(0)).startsWith("fidcar, never seen: listDealerships, ");
  }

  private Checked checked(HarFile har) throws IOException {
    return Checked.of(har.write(folder.resolve("planted.har")));
  }
}
