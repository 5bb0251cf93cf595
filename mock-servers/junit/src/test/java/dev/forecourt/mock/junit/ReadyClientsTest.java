package dev.forecourt.mock.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.autochat.AutochatClient;
import dev.forecourt.fidcar.FidcarClient;
import dev.forecourt.runtime.VendorClient;
import org.junit.jupiter.api.Test;

/** Which classes are clients that a test can ask for. */
class ReadyClientsTest {

  @Test
  void areThoseOfVendors() {
    assertThat(ReadyClients.of(FidcarClient.class)).get().extracting("vendor").isEqualTo("fidcar");
    assertThat(ReadyClients.of(AutochatClient.class))
        .get()
        .extracting("vendor")
        .isEqualTo("autochat");
  }

  @Test
  void areNoOtherClasses() {
    assertThat(ReadyClients.of(String.class)).isEmpty();
    assertThat(ReadyClients.of(VendorClient.class)).isEmpty();
    assertThat(ReadyClients.of(FidcarClient.Builder.class)).isEmpty();
    assertThat(ReadyClients.of(JunitClient.class)).isEmpty();
  }

  /** Named like one, in a package like one, and none. */
  private static final class JunitClient {}
}
