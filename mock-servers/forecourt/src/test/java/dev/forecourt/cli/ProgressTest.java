package dev.forecourt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A long command says what it does; a quick one says nothing. */
class ProgressTest {

  private final StringWriter err = new StringWriter();
  private final List<Runnable> later = new ArrayList<>();
  private final Progress progress = new Progress(new PrintWriter(err, true), later::add);

  @Test
  void saysTheStepUnderWayOnceItTakesLongAndEachThatFollows() {
    progress.step("Reading a.json");
    progress.step("Generating");
    assertThat(err.toString()).isEmpty();

    later.get(0).run();
    progress.step("Compiling");

    assertThat(err).hasToString("==> Generating ...%n==> Compiling ...%n".formatted());
  }

  @Test
  void saysNothingOfWhatHasEnded() {
    progress.step("Reading a.json");
    progress.close();

    later.get(0).run();

    assertThat(err.toString()).isEmpty();
  }
}
