package dev.forecourt.contracttests;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.contracttests.kit.Checkout;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The documentation site, with the calls that {@link CallExamplesTest} has executed: it builds, its
 * links lead somewhere, and a browser shows and searches it from disk. The tests proper are those
 * of {@code specs/site}.
 */
@Tag("verification")
@Tag("node")
@Tag("browser")
@Tag("site")
// left to a run of all vendors
@Tag("trial")
class SiteVerificationTest {

  @TempDir Path folder;

  @Test
  void opensAndSearchesFromDisk() throws Exception {
    assertThat(Checkout.examples()).as("run CallExamplesTest first").isNotEmptyDirectory();
    Path site = folder.resolve("site");

    String built = run("bash", "scripts/docs", "" + site, "--examples", "" + Checkout.examples());
    String tested = run(testsOf("specs/site/check"), site);

    assertThat(built).contains("index.html");
    assertThat(tested).contains("# fail 0").contains("# skipped 0").doesNotContain("# pass 0\n");
  }

  @Test
  void keepsTextsOfVendorsFromBreakingItsPages() throws Exception {
    String tested = run(testsOf("specs/site/test"), folder);

    assertThat(tested).contains("# fail 0").contains("# skipped 0").doesNotContain("# pass 0\n");
  }

  @Test
  void refusesAnAnchorThatIsNotThere() throws Exception {
    Path pages = Files.createDirectories(folder.resolve("pages"));
    Files.writeString(pages.resolve("index.md"), "# One\n\n[two](index.md#two)\n");
    String build =
        ". scripts/lib/common.sh; . scripts/lib/site.sh; sphinx_pages '%s' '%s'"
            .formatted(pages, folder.resolve("site"));

    Process process = start(List.of("bash", "-c", build), folder);
    String told = text(process);

    assertThat(process.waitFor()).as(told).isEqualTo(1);
    assertThat(told).contains("index.md:3: ").contains("index.md#two");
  }

  private static List<String> testsOf(String path) throws IOException {
    List<String> command = new ArrayList<>(List.of("node", "--test"));
    try (Stream<Path> files = Files.list(Checkout.file(path))) {
      files
          .filter(each -> each.toString().endsWith(".test.mjs"))
          .sorted()
          .forEach(each -> command.add(each.toString()));
    }
    return command;
  }

  private String run(String... command) throws Exception {
    return run(List.of(command), folder);
  }

  private static String run(List<String> command, Path site) throws Exception {
    Process process = start(command, site);
    String told = text(process);
    assertThat(process.waitFor()).as(told).isZero();
    return told;
  }

  private static Process start(List<String> command, Path site) throws IOException {
    ProcessBuilder builder =
        new ProcessBuilder(command)
            .directory(Checkout.file(".").toFile())
            .redirectErrorStream(true);
    builder.environment().put("FORECOURT_SITE", site.toString());
    builder.environment().put("FORECOURT_EXAMPLES", Checkout.examples().toString());
    // else its reports are no lines of TAP
    builder.environment().remove("NODE_TEST_CONTEXT");
    return builder.start();
  }

  private static String text(Process process) throws IOException {
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }
}
