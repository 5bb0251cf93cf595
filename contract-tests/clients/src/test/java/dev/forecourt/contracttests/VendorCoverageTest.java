package dev.forecourt.contracttests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.contracttests.kit.Checkout;
import dev.forecourt.vendors.Places;
import java.io.IOException;
import java.nio.file.Files;
import java.util.List;
import org.junit.jupiter.api.Test;

/**
 * Each vendor of {@code specs/} stands everywhere it has to, and has a pact: one line for each
 * place that lacks it, with the command that mends it.
 */
class VendorCoverageTest {

  @Test
  void everyVendorStandsEverywhere() throws IOException {
    List<String> missing = Places.of(Checkout.file("")).missing();

    assertThat(missing).isEmpty();
  }

  @Test
  void everyVendorHasAPact() throws IOException {
    List<String> missing =
        Checkout.vendors().stream()
            .filter(vendor -> !Files.exists(Checkout.committedPact(vendor)))
            .map(
                "%1$s: there is no pact of it. Write it: scripts/test --vendor %1$s; scripts/update-pacts %1$s"
                    ::formatted)
            .toList();

    assertThat(missing).isEmpty();
  }
}
