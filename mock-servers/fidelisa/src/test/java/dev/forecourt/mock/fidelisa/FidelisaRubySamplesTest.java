package dev.forecourt.mock.fidelisa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import dev.forecourt.mock.json.JsonReader;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/**
 * The Ruby of the vendor's documentation, read from {@code specs/fidelisa/evidence/samples},
 * against the stub; left out where there is no Ruby.
 */
final class FidelisaRubySamplesTest extends AbstractFidelisaTest {

  @Test
  void linksAShopAndListsItsProgrammes() throws Exception {
    // nothing else here needs Ruby, so a laptop may do without; .ci/run installs it
    assumeThat(hasRuby()).as("ruby on the path").isTrue();

    String printed =
        run(
            "ruby",
            "src/test/resources/samples.rb",
            "../../specs/fidelisa/evidence/samples",
            withoutKey("").build().uri().toString());

    Map<?, ?> answers = (Map<?, ?>) JsonReader.read(printed.getBytes(StandardCharsets.UTF_8));
    List<?> documented = (List<?>) ((Map<?, ?>) sampleJson("programList.json")).get("programs");
    assertThat(answers.get("shop")).isEqualTo(sampleJson("shopInitialised.json"));
    assertThat(new ArrayList<Object>((List<?>) answers.get("programs")))
        .containsAll(new ArrayList<Object>(documented));
  }

  private static boolean hasRuby() throws InterruptedException {
    try {
      return !run("ruby", "--version").isEmpty();
    } catch (IOException e) {
      return false;
    }
  }

  private static String run(String... command) throws IOException, InterruptedException {
    Process process = new ProcessBuilder(command).redirectErrorStream(true).start();
    String printed = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    process.waitFor();
    return printed;
  }
}
