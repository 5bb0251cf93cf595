package dev.forecourt.mock.fidcar;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class FidcarRefusalTest extends AbstractFidcarTest {

  @Test
  void answersTheDocumentedBodyWithoutKey() {
    Answer answer = send(withoutKey("/api/local").GET());

    // specs/fidcar/evidence/error.json
    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.body()).isEqualTo(error(401, "Unknown Authorization token"));
  }

  @Test
  void answersTheDocumentedBodyForAWrongKey() {
    for (String key : List.of("wrong", "fidcar-test-ke", "FIDCAR-TEST-KEY")) {
      Answer answer = send(withoutKey("/api/local").header("Authorization", key).GET());

      assertThat(answer.status()).isEqualTo(401);
      assertThat(answer.body()).isEqualTo(error(401, "Unknown Authorization token"));
    }
  }

  @Test
  void asksForTheKeyBeforeItLooksAtTheInput() {
    assertThat(send(withoutKey("/api/local?limit=0").GET()).status()).isEqualTo(401);
  }

  @Test
  void asksForTheKeyOnEveryOperation() {
    List<Integer> statuses = new ArrayList<>();
    FidcarOperations.ALL.forEach(
        operation ->
            statuses.add(
                send(withoutKey(operation.path().replaceAll("\\{.*?}", "1"))
                        .method(operation.method(), BodyPublishers.noBody()))
                    .status()));

    assertThat(statuses).hasSize(14).containsOnly(401);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '`',
      value = {
        "/api/local?page=0 | query parameter 'page' must be at least 1 but was '0'",
        "/api/local?limit=101 | query parameter 'limit' must be between 1 and 100 but was '101'",
        "/api/local?limit=0 | query parameter 'limit' must be between 1 and 100 but was '0'",
        "/api/local?limit= | query parameter 'limit' must be an integer but was ''",
        "/api/local?limit=1.5 | query parameter 'limit' must be an integer but was '1.5'",
        "/api/local?page=99999999999 | query parameter 'page' must be an integer of at most 32 bits but was '99999999999'",
        "/api/local?page=99999999999999999999 | query parameter 'page' must be an integer of at most 64 bits but was"
            + " '99999999999999999999'",
        "/api/local?limit=5&limit=6 | query parameter 'limit' must be sent once but was sent 2 times: '5', '6'",
        "/api/local?Limit=5 | query parameter 'Limit' is not documented; allowed are bridge, code, limit, page, siret"
            + " (nearest is 'limit')",
        "/api/local/1325?page=1 | query parameter 'page' is not documented; none is allowed",
        "/api/local/abc | path parameter 'local_id' must be an integer but was 'abc'",
        "/api/contact?grade=good | query parameter 'grade' must match ^(all|[<>]?\\d{1,2})$ but was 'good'",
        "/api/contact?service=Sav | query parameter 'service' must be one of vo, vn, sav, rent but was 'Sav' (nearest is 'sav')",
        "/api/contact?start=2017-02-30 | query parameter 'start' must be a date like 2026-11-22 but was '2017-02-30'",
        "/api/contact?service=wash | query parameter 'service' must be one of vo, vn, sav, rent but was 'wash'",
        "/api/contact?name=%C3%28 | query string cannot be read: '%C3%28' is not UTF-8",
      })
  void namesPlaceRuleAndValue(String path, String message) {
    Answer answer = get(path);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.at("error.code")).isEqualTo(400L);
    assertThat(answer.at("error.message")).isEqualTo(message);
  }

  /** "Authorization: 4a5bc9..." in each of the vendor's samples: the key alone. */
  @Test
  void saysThatTheKeyStandsAlone() {
    Answer answer =
        send(withoutKey("/api/local").header("Authorization", "Bearer fidcar-test-key"));

    assertThat(answer.status()).isEqualTo(401);
    assertThat(answer.at("error.message"))
        .isEqualTo("Unknown Authorization token. Drop the word 'Bearer' before it");
  }

  @Test
  void takesItemsOfAFormWithTheirIndex() {
    String[] shop = {"title", "A", "street", "B", "city", "C", "zipcode", "75004", "country", "FR"};
    List<String> fields = new ArrayList<>(List.of(shop));
    fields.addAll(List.of("phone", "0176420140", "services[0]", "vo", "services[1]", "wash"));

    Answer answer = post("/api/local/add", fields.toArray(String[]::new));

    assertThat((String) answer.at("error.message"))
        .isEqualTo("form field 'services[]' must be one of vo, vn, sav, rent but was 'wash'");
  }

  /** A pattern ends where the text ends, not before a last line break. */
  @Test
  void refusesALineBreakAfterAGrade() {
    Answer answer = get("/api/contact?grade=all%0A");

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.at("error.message"))
        .isEqualTo("query parameter 'grade' must match ^(all|[<>]?\\d{1,2})$ but was 'all\n'");
  }

  @Test
  void reportsEveryViolationAtOnce() {
    Answer answer =
        post(
            "/api/local/add?x=1",
            "title",
            "",
            "country",
            "FRA",
            "sms",
            "yes",
            "plan",
            "gold",
            "services[]",
            "vo",
            "services[]",
            "wash",
            "zip",
            "1");

    assertThat((String) answer.at("error.message"))
        .isEqualTo(
            String.join(
                "; ",
                "query parameter 'x' is not documented; none is allowed",
                "form field 'zip' is not documented; allowed are brands[], city, code, country, phone, plan, services[], siret,"
                    + " sms, street, title, type, url, zipcode",
                "form field 'title' must be at least 1 characters long but was ''",
                "form field 'street' is required but was missing",
                "form field 'city' is required but was missing",
                "form field 'zipcode' is required but was missing",
                "form field 'country' must be 2 characters long but was 'FRA'",
                "form field 'phone' is required but was missing",
                "form field 'plan' must be one of classic_monthly, social_monthly but was 'gold'",
                "form field 'sms' must be one of 1, 0, true, false but was 'yes'",
                "form field 'services[]' must be one of vo, vn, sav, rent but was 'wash'"));
  }

  @Test
  void namesTheNearestOperationsForAnUnknownPath() {
    Answer answer = get("/api/reviews/42");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.at("error.message"))
        .isEqualTo(
            "No documented operation for GET /api/reviews/42. Nearest: GET /api/review/{review_id} (getReview),"
                + " but path segment 2 must be 'review' but was 'reviews'. Next: GET /api/review (listReviews),"
                + " GET /api/local/{local_id} (getDealership).");
  }

  @Test
  void namesTheVerbsThatAreAllowed() {
    Answer answer = send(request("/api/local/1325/contact").DELETE());

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.response().headers().firstValue("Allow"))
        .contains("GET, POST, HEAD, OPTIONS");
    assertThat(answer.at("error.message"))
        .isEqualTo(
            "DELETE is not documented for /api/local/1325/contact. Allowed: GET, POST, HEAD, OPTIONS.");
  }

  @Test
  void doesNotTakeAddForAnId() {
    Answer answer = get("/api/local/add");

    assertThat(answer.status()).isEqualTo(405);
    assertThat(answer.response().headers().firstValue("Allow")).contains("POST, OPTIONS");
  }

  @Test
  void listsItsOperationsAtTheRootForAKnownKeyOnly() {
    assertThat(get("/api/").at("operations.0.id")).isEqualTo("listDealerships");
    assertThat(send(withoutKey("/api/").GET()).body())
        .isEqualTo(error(401, "Unknown Authorization token"));
  }

  @Test
  void refusesABodyWhereNoneIsDocumented() {
    Answer answer = post("/api/dispute/4012/close", "status", "open");

    assertThat(answer.body())
        .isEqualTo(error(400, "no body is documented here but 11 bytes were sent"));
  }

  @Test
  void namesTheMediaTypesItTakes() {
    Answer answer =
        send(
            request("/api/review/" + DOCUMENTED + "/answer")
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"content\":\"x\"}")));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.at("error.message"))
        .isEqualTo(
            "header 'Content-Type' must be application/x-www-form-urlencoded or multipart/form-data but was 'application/json'");
  }
}
