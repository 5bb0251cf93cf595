package dev.forecourt.mock.http;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

final class MockResponseTest {

  @Test
  void addsHeadersInOrder() {
    MockResponse response =
        MockResponse.of(200, "text/plain", "x".getBytes(UTF_8)).with("A", "1", "B", "2");

    assertThat(headers(response)).containsExactly("Content-Type=text/plain", "A=1", "B=2");
  }

  /** An example of a contract has headers of its own; what the stub counts is what is true. */
  @Test
  void replacesHeadersOfTheSameName() {
    MockResponse response =
        MockResponse.empty(200)
            .with("X-RateLimit-Limit", "10800", "Other", "kept")
            .with("x-ratelimit-limit", "5", "Retry-After", "1");

    assertThat(headers(response))
        .containsExactly("Other=kept", "x-ratelimit-limit=5", "Retry-After=1");
    assertThat(response.header("X-RateLimit-Limit")).isEqualTo("5");
  }

  private static List<String> headers(MockResponse response) {
    List<String> all = new ArrayList<>();
    response.forEachHeader((name, value) -> all.add(name + "=" + value));
    return all;
  }
}
