package dev.forecourt.mock.vendor;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class CallTargetsTest {

  private final CallTargets targets = new CallTargets(Set.of("Crm.test", "[fd00::5]"));

  @ParameterizedTest
  @ValueSource(
      strings = {
        "localhost",
        "LOCALHOST",
        "127.0.0.1",
        "127.255.1.2",
        "[::1]",
        "crm.test",
        "[fd00::5]"
      })
  void allowsThisMachineAndWhatItIsTold(String host) throws Exception {
    assertThat(targets.refusal(host)).isNull();
    assertThat(targets.refusalNow(host)).isNull();
  }

  /** Before any name is looked up: these would lead nowhere. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "a.invalid",
        "127.0.0.1.invalid",
        "localhost.invalid",
        "10.0.0.1",
        "0.0.0.0",
        "[fd00::6]",
        "1:2"
      })
  void refusesAllOthers(String host) throws Exception {
    assertThat(targets.refusal(host)).startsWith("the mock calls this machine alone, and '");
    assertThat(targets.refusalNow(host)).isEqualTo(targets.refusal(host));
  }

  @Test
  void saysHowToAllowAHost() {
    assertThat(targets.refusal("Shop.test"))
        .isEqualTo(
            "the mock calls this machine alone, and 'shop.test' is another host. Use localhost, or start the mock with --webhook-host shop.test; in Java: webhookHost(\"shop.test\")");
  }
}
