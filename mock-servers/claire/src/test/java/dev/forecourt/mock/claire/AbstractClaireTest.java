package dev.forecourt.mock.claire;

import dev.forecourt.mock.MockServer;
import dev.forecourt.mock.kit.AbstractStubTest;
import java.net.http.HttpRequest;
import java.util.Map;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;

/**
 * A Claire stub at its seed with two keys, and tasks that the test runs; it is 14:05 in Groningen.
 */
abstract class AbstractClaireTest extends AbstractStubTest {

  static final String KEY = new ClaireVendor().testCredentials().get("api_key");
  static final String OTHER_KEY = "of-a-colleague";
  static final long DOCUMENTED = 4711823;

  static final WaitingTasks LATER = new WaitingTasks();

  @BeforeAll
  static void start() {
    start(
        MockServer.builder(new ClaireVendor(() -> LATER)).keys(KEY, OTHER_KEY),
        NOW,
        () -> Map.of("Authorization", KEY));
  }

  /** The seed has nothing to do later. */
  @BeforeEach
  void forgetTasks() {
    LATER.close();
  }

  static HttpRequest.Builder request(String path, String key) {
    return withoutKey(path).header("Authorization", key);
  }
}
