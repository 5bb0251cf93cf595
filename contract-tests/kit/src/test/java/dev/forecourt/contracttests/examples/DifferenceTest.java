package dev.forecourt.contracttests.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.mock.journal.RecordedMessage;
import dev.forecourt.mock.journal.RecordedMessage.Kept;
import dev.forecourt.mock.journal.RecordedRequest;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class DifferenceTest {

  private static final String FORM = "application/x-www-form-urlencoded";
  private static final String JSON = "application/json";
  private static final String MULTIPART =
      "--b\r\nContent-Disposition: form-data; name=\"brands[]\"\r\n\r\nDacia\r\n"
          + "--b\r\nContent-Disposition: form-data; name=\"brands[]\"\r\n\r\nRenault\r\n--b--\r\n";

  @Test
  void isNoneForFieldsInAnotherOrder() throws IOException {
    assertThat(between(request("a=1&b=%20", null, null), request("b=+&a=1", null, null))).isEmpty();
  }

  @Test
  void namesAnotherQuery() throws IOException {
    assertThat(between(request("a=1", null, null), request("a=2", null, null)))
        .isEqualTo("query [a=2], not [a=1]");
  }

  @Test
  void isNoneForAFormInParts() throws IOException {
    assertThat(
            between(
                request(null, FORM, "brands%5B%5D=Renault&brands%5B%5D=Dacia"),
                request(null, "multipart/form-data; boundary=b", MULTIPART)))
        .isEmpty();
  }

  @Test
  void namesARepeatedFieldThatIsLost() throws IOException {
    assertThat(
            between(
                request(null, FORM, "brands%5B%5D=Renault&brands%5B%5D=Dacia"),
                request(null, FORM, "brands%5B%5D=Dacia")))
        .isEqualTo("body [\"brands[]=Dacia\"], not [\"brands[]=Dacia\",\"brands[]=Renault\"]");
  }

  @Test
  void isNoneForAnotherSpellingOfAMember() throws IOException {
    assertThat(
            between(
                request(null, JSON, "{\"webhook_id\": 1}"),
                request(null, JSON, "{\"WebhookID\":1}")))
        .isEmpty();
  }

  @Test
  void namesAnotherBody() throws IOException {
    assertThat(between(request(null, JSON, "{\"id\": 1}"), request(null, JSON, "{\"id\": 2}")))
        .isEqualTo("body {\"id\":2}, not {\"id\":1}");
  }

  private static String between(RecordedRequest one, RecordedRequest other) throws IOException {
    return Difference.between(one, other);
  }

  private static RecordedRequest request(String query, String type, String body) {
    RecordedMessage sent = new RecordedMessage(Map.of(), body, 0, Kept.WHOLE);
    return new RecordedRequest(
        1,
        Instant.EPOCH,
        Duration.ZERO,
        null,
        null,
        false,
        "POST",
        "/x",
        query,
        List.of(),
        type,
        "operation",
        200,
        null,
        null,
        sent,
        sent);
  }
}
