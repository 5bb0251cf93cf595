package dev.forecourt.verifier.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.verifier.Checkout;
import dev.forecourt.verifier.cli.Verifier;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Exit codes and files of the command. */
class TrafficCommandTest {
  @TempDir private Path folder;

  @Test
  void endsWithZeroWithoutDrift() throws IOException {
    assertThat(run("{\"id\": \"42\"}")).isZero();
    assertThat(Files.readString(folder.resolve("out"))).contains("\"good\" : true");
  }

  @Test
  void endsWithOneForDriftAndWritesThePatch() throws IOException {
    Path patch = folder.resolve("seen.patch");

    assertThat(run("{\"mood\": 1}", "--patch", patch.toString())).isOne();
    assertThat(patch).content().contains("+  mood:");
    assertThat(Files.readString(folder.resolve("out")))
        .contains(
            "\"message\" : \"undocumented member `mood` of the answer; once, first: 1\"",
            "\"file\" : \"" + Checkout.contract("fidcar").resolve("components/schemas/Review.yaml"),
            "\"path\" : \"#/components/schemas/Review/properties/mood\"");
  }

  @Test
  void writesForTheReportWhatWasSeenOfEachOperation() throws IOException {
    assertThat(run("{\"mood\": 1}", "--results", folder.resolve("live").toString())).isOne();

    assertThat(folder.resolve("live/traffic-fidcar.json"))
        .content()
        .contains(
            "\"by\" : \"traffic\"",
            "\"interaction\" : \"getReview: recorded traffic\"",
            "\"result\" : \"FAILED\"",
            "undocumented member `mood` of the answer");
  }

  @Test
  void endsWithTwoIfNothingWentToTheHost() throws IOException {
    assertThat(run("{\"id\": \"42\"}", "--host", "Elsewhere.example")).isEqualTo(2);
    assertThat(run("{\"id\": \"42\"}", "--host", "WWW.fidcar.com")).isZero();
    assertThat(run("{\"id\": \"42\"}", "--host", "https://www.fidcar.com")).isEqualTo(2);
  }

  @Test
  void endsWithTwoIfNothingCouldBeChecked() throws IOException {
    Path empty = new HarFile().write(folder.resolve("empty.har"));

    assertThat(Verifier.run("traffic", empty.toString(), "--out", folder.resolve("out").toString()))
        .isEqualTo(2);
    assertThat(Verifier.run("traffic", folder.resolve("none.har").toString())).isEqualTo(2);
    assertThat(Verifier.run("traffic", empty.toString(), "--vendor", "nobody")).isEqualTo(2);
    assertThat(Verifier.run("traffic", empty.toString(), "--patch", "x")).isEqualTo(2);
  }

  private int run(String answer, String... more) throws IOException {
    HarFile har = new HarFile().json("GET", "https://www.fidcar.com/api/review/42", 200, answer);
    String[] always = {
      "traffic",
      har.write(folder.resolve("seen.har")).toString(),
      "--specs",
      Checkout.file("specs").toString(),
      "--format",
      "json",
      "--out",
      folder.resolve("out").toString()
    };
    String[] all = java.util.Arrays.copyOf(always, always.length + more.length);
    System.arraycopy(more, 0, all, always.length, more.length);
    return Verifier.run(all);
  }
}
