package dev.forecourt.contracttests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.contracttests.kit.Checkout;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** The committed pact files are those that the consumer tests write today. */
class PactFilesVerificationTest {
  @Test
  void committedPactsAreWhatTheTestsWrite() {
    Map<String, String> written = files(Checkout.writtenPacts());
    Map<String, String> committed = files(Checkout.committedPacts());

    assertThat(written).as("pact files of this run").isNotEmpty();
    assertThat(committed)
        .as(
            "contract-tests/pacts differs from what the tests wrote. Accept it with: scripts/update-pacts")
        .isEqualTo(written);
  }

  private static Map<String, String> files(Path folder) {
    Map<String, String> texts = new TreeMap<>();
    try (Stream<Path> all = Files.list(folder)) {
      for (Path file : all.filter(f -> f.toString().endsWith(".json")).toList()) {
        texts.put(file.getFileName().toString(), Files.readString(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return texts;
  }
}
