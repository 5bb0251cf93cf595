package dev.forecourt.mock;

import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import dev.forecourt.mock.vendor.MockSettings;
import java.time.Clock;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class MockServerTest {

  @Test
  void saysWhichDependencyIsMissing() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> MockServer.builder("fidcar"))
        .withMessage(
            "No mock for vendor 'fidcar' on the class path. Present: []."
                + " Add the dependency dev.forecourt:forecourt-mock-fidcar.");
  }

  @Test
  void refusesToAcceptNoKeyAtAll() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new MockSettings(Set.of(), Clock.systemUTC(), UUID::randomUUID))
        .withMessage(
            "A mock needs at least one accepted key. Leave keys unset for the vendor's default.");
  }
}
