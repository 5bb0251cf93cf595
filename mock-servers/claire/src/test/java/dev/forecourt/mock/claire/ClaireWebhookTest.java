package dev.forecourt.mock.claire;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.http.HttpRequest.BodyPublishers;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Webhooks as they are kept; their calls are in {@link ClaireDeliveryTest}. */
final class ClaireWebhookTest extends AbstractClaireTest {

  private static final String NEW =
      "{\"name\":\"n\",\"webhook_trigger_id\":2,\"url\":\"http://127.0.0.1:1/\"}";

  @Test
  void showsANewOneWhereverWebhooksAreRead() {
    Object id =
        post(
                "/v1/webhooks/create",
                "{\"name\":\"n\",\"webhook_trigger_id\":2,\"url\":\"http://127.0.0.1:1/\","
                    + "\"dealer_id\":57,\"dealer_location_id\":313,\"queued\":true,\"checklist_id\":7,"
                    + "\"headers\":[{\"name\":\"X-Secret\",\"value\":\"v\"}]}")
            .at("ID");

    Answer one = get("/v1/webhooks/view?webhook_id=" + id);
    assertThat(one.at("name")).isEqualTo("n");
    assertThat(one.at("dealer_location_id")).isEqualTo(313L);
    assertThat(one.at("queued")).isEqualTo(true);
    assertThat(one.at("checklist_id")).isEqualTo(7L);
    assertThat(one.at("active")).isEqualTo(true);
    assertThat(one.at("headers.0.name")).isEqualTo("X-Secret");
    assertThat(one.at("created_on")).isEqualTo("2026-11-22T13:05:09Z");
    assertThat(get("/v1/webhooks/list").each("", "id")).containsExactly(1501L, 1502L, id);
    assertThat(errors(id, 1).body()).isEqualTo("{\"items\":null,\"nb_pages\":0}");
    assertThat(get("/__mock/state").body()).contains("X-Secret");
  }

  @Test
  void usesUpNoIdForOneThatItRefuses() {
    long first = (long) post("/v1/webhooks/create", NEW).at("ID");

    assertThat(post("/v1/webhooks/create", NEW.replace("127.0.0.1", "other.test")).status())
        .isEqualTo(400);

    assertThat(post("/v1/webhooks/create", NEW).at("ID")).isEqualTo(first + 1);
  }

  @Test
  void replacesTheHeadersOnUpdateAndKeepsWhatIsLeftOut() {
    at(NOW.plusSeconds(5));
    Answer answer =
        post(
            "/v1/webhooks/update",
            "{\"id\":1501,\"name\":\"m\",\"webhook_trigger_id\":4,\"url\":\"https://a.example/\",\"active\":false}");

    assertThat(answer.status()).isEqualTo(200);
    assertThat(answer.body()).isEmpty();
    Answer one = get("/v1/webhooks/view?webhook_id=1501");
    assertThat(one.at("name")).isEqualTo("m");
    assertThat(one.at("webhook_trigger_id")).isEqualTo(4L);
    assertThat(one.at("url")).isEqualTo("https://a.example/");
    assertThat(one.at("active")).isEqualTo(false);
    assertThat(one.at("headers")).isNull();
    assertThat(one.at("dealer_location_id")).isEqualTo(312L);
    assertThat(one.at("created_on")).isEqualTo("2024-08-19T14:02:11Z");
    assertThat(one.at("updated_on")).isEqualTo("2026-11-22T13:05:14Z");
    assertThat(get("/v1/webhooks/list").at("0.name")).isEqualTo("m");
  }

  /** The vendor's sample sends the whole model back, and what Claire sets is not changed by it. */
  @Test
  void takesAWebhookInTheFormInWhichItIsRead() {
    String read = get("/v1/webhooks/view?webhook_id=1501").body();
    at(NOW.plusSeconds(5));

    Answer updated = post("/v1/webhooks/update", read.replace("correct horse", "battery"));
    Answer created = post("/v1/webhooks/create", read.replace("\"id\":1501,", ""));

    assertThat(updated.body()).isEmpty();
    assertThat(updated.status()).isEqualTo(200);
    Answer one = get("/v1/webhooks/view?webhook_id=1501");
    assertThat(one.at("headers.0.name")).isEqualTo("X-Shared-Secret");
    assertThat(one.at("headers.0.value")).isEqualTo("battery");
    assertThat(one.at("headers.0.id")).isEqualTo(1602L);
    assertThat(one.at("created_on")).isEqualTo("2024-08-19T14:02:11Z");
    assertThat(created.status()).isEqualTo(200);
    assertThat(get("/v1/webhooks/view?webhook_id=" + created.at("ID")).at("headers.0.webhook_id"))
        .isEqualTo(created.at("ID"));
  }

  @Test
  void refusesAHeaderOfWrongType() {
    assertThat(
            post(
                    "/v1/webhooks/create",
                    NEW.replace(
                        "{", "{\"headers\":[{\"name\":\"X\",\"value\":\"v\",\"id\":\"a\"}],"))
                .body())
        .isEqualTo("body field 'headers[0].id' must be an integer but was 'a'");
  }

  @Test
  void showsADeletedOneNowhere() {
    assertThat(delete(1501, KEY).status()).isEqualTo(200);

    assertThat(get("/v1/webhooks/list").each("", "id")).containsExactly(1502L);
    assertThat(get("/v1/webhooks/view?webhook_id=1501").status()).isEqualTo(404);
    assertThat(errors(1501L, 1).status()).isEqualTo(404);
    assertThat(delete(1501, KEY).status()).isEqualTo(404);
  }

  @Test
  void showsAndChangesAWebhookByTheKeyThatMadeItOnly() {
    Object id = send(withJson(request("/v1/webhooks/create", OTHER_KEY), NEW)).at("ID");

    assertThat(send(request("/v1/webhooks/list", OTHER_KEY)).each("", "id")).containsExactly(id);
    assertThat(send(request("/v1/webhooks/list", OTHER_KEY)).at("0.public_account_id"))
        .isEqualTo(89L);
    assertThat(get("/v1/webhooks/list").each("", "id")).containsExactly(1501L, 1502L);
    assertThat(get("/v1/webhooks/view?webhook_id=" + id).status()).isEqualTo(404);
    assertThat(delete(1501, OTHER_KEY).status()).isEqualTo(404);
    assertThat(delete(1501, KEY).status()).isEqualTo(200);
  }

  @Test
  void saysThatAWebhookIsUnknown() {
    assertThat(get("/v1/webhooks/view?webhook_id=9").body())
        .isEqualTo("This API key has made no webhook 9. It has made: [1501, 1502].");
    assertThat(post("/v1/webhooks/update", NEW.replace("{", "{\"id\":9,")).status()).isEqualTo(404);
    assertThat(post("/v1/webhooks/test", "{\"WebhookID\":9}").status()).isEqualTo(404);
    assertThat(delete(9, KEY).status()).isEqualTo(404);
  }

  @Test
  void takesTheVendorsOwnSamples() {
    assertThat(get("/v1/webhooks/view?webhook_id=0").at("url")).isEqualTo("");
    assertThat(
            post(
                    "/v1/webhooks/update",
                    "{\"id\":0,\"name\":\"\",\"webhook_trigger_id\":0,\"url\":\"\"}")
                .status())
        .isEqualTo(200);
    assertThat(errors(0L, 0).body()).isEqualTo("{\"items\":null,\"nb_pages\":0}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      value = {
        "ftp://a.example/ # must match ^(|https?://.+)$",
        "no url # must match ^(|https?://.+)$",
        "http:///path # http or https",
      })
  void refusesAnAddressThatItCannotCall(String url, String reason) {
    Answer answer = post("/v1/webhooks/create", NEW.replace("http://127.0.0.1:1/", url));

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).contains(reason, url);
  }

  @Test
  void refusesAnotherDealerAndAnUnknownLocation() {
    assertThat(post("/v1/webhooks/create", NEW.replace("{", "{\"dealer_id\":9,")).body())
        .isEqualTo("body field 'dealer_id' must be 57, the dealer of this API key, but was '9'");
    assertThat(post("/v1/webhooks/create", NEW.replace("{", "{\"dealer_location_id\":9,")).body())
        .isEqualTo("body field 'dealer_location_id' must be one of [312, 313, 314] but was '9'");
  }

  @Test
  void givesEveryConcurrentWriterAWebhookUntilTheLimit() {
    long made =
        IntStream.range(0, 120)
            .parallel()
            .filter(i -> post("/v1/webhooks/create", NEW).status() == 200)
            .count();

    assertThat(made).isEqualTo(98);
    assertThat(get("/v1/webhooks/list").each("", "id")).hasSize(100).doesNotHaveDuplicates();
    assertThat(post("/v1/webhooks/create", NEW).body())
        .isEqualTo("This API key has 100 webhooks, the most it may have. Delete one.");
    delete(1501, KEY);
    assertThat(post("/v1/webhooks/create", NEW).status()).isEqualTo(200);
  }

  @Test
  void listsErrorsOfTheLastThreeMonthsOnly() {
    assertThat(errors(1502L, 1).each("items", "reason"))
        .containsExactly("Post \"https://crm.example/hooks/imports\": EOF");
    assertThat(errors(1501L, 1).each("items", "id")).containsExactly(1701L);
    assertThat(get("/v1/webhooks/list").each("", "has_recent_error")).containsExactly(false, true);

    at(NOW.plusSeconds(100L * 24 * 3600));

    assertThat(errors(1501L, 1).at("items")).isNull();
    assertThat(get("/v1/webhooks/list").each("", "has_recent_error")).containsOnly(false);
  }

  @Test
  void listsErrorsPageByPageFromOne() {
    Object id = post("/v1/webhooks/create", NEW.replace("http://127.0.0.1:1/", "")).at("ID");
    IntStream.range(0, 6).forEach(i -> post("/v1/webhooks/test", "{\"WebhookID\":" + id + "}"));
    LATER.runAll();

    assertThat(errors(id, 1).each("items", "id")).hasSize(20);
    assertThat(errors(id, 1).at("nb_pages")).isEqualTo(2L);
    assertThat(errors(id, 2).each("items", "id")).hasSize(4);
    assertThat(errors(id, 3).at("items")).isNull();
    assertThat(errors(id, 0).at("items")).isNull();
    assertThat(
            post("/v1/webhooks/list_errors", "{\"webhook_id\":" + id + ",\"page\":2}")
                .each("items", "id"))
        .hasSize(4);
    assertThat(
            post(
                    "/v1/webhooks/list_errors",
                    "{\"WebhookID\":0,\"webhook_id\":" + id + ",\"page\":2}")
                .each("items", "id"))
        .hasSize(4);
  }

  private static Answer errors(Object id, int page) {
    return post("/v1/webhooks/list_errors", "{\"WebhookID\":%s,\"Page\":%d}".formatted(id, page));
  }

  private static Answer delete(long id, String key) {
    return send(request("/v1/webhooks/delete?webhook_id=" + id, key).POST(BodyPublishers.noBody()));
  }
}
