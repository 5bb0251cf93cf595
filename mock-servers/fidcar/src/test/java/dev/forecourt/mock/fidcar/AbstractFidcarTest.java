package dev.forecourt.mock.fidcar;

import dev.forecourt.mock.kit.AbstractStubTest;
import java.net.http.HttpRequest.BodyPublishers;
import org.junit.jupiter.api.BeforeAll;

/** A FIDCAR stub at its seed; it is 14:05 in Paris. */
abstract class AbstractFidcarTest extends AbstractStubTest {

  /** The documented contact and review. */
  static final String DOCUMENTED = "d57c6ec6-4ebd-4a01-a6fd-9771638424c9";

  @BeforeAll
  static void start() {
    start(new FidcarVendor());
  }

  /** Sends form fields: name, value, name, value. */
  static Answer post(String path, String... fields) {
    return send(
        request(path)
            .header("Content-Type", "application/x-www-form-urlencoded")
            .POST(BodyPublishers.ofString(encoded(fields))));
  }

  /** The body FIDCAR documents for errors. */
  static String error(int status, String message) {
    return "{\"error\":{\"code\":" + status + ",\"message\":\"" + message + "\"}}";
  }
}
