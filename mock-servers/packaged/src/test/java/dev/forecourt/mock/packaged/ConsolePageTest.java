package dev.forecourt.mock.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.File;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * The console as a browser shows it: the tests of {@code console/browser}, with the packed JAR and
 * Chromium. Another browser: {@code FORECOURT_CHROMIUM=/path/to/it}.
 */
@Tag("node")
@Tag("browser")
class ConsolePageTest {
  private static final File BROWSER = Path.of("../console/browser").toFile();

  @Test
  void showsEverythingInABrowser() throws Exception {
    ProcessBuilder node =
        new ProcessBuilder("node", "--test", "test/console.test.mjs")
            .directory(BROWSER)
            .redirectErrorStream(true);
    node.environment().put("FORECOURT_JAR", System.getProperty("forecourt.jar"));

    Process process = node.start();
    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);

    assertThat(process.waitFor()).as(told).isZero();
    assertThat(told).contains("# fail 0").contains("# skipped 0").doesNotContain("# pass 0\n");
  }
}
