package dev.forecourt.cli;

import java.io.PrintWriter;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.TimeUnit;

/**
 * Says what goes on when a command takes longer than two seconds: the step under way, then each
 * that follows. A quick command prints nothing.
 */
final class Progress implements AutoCloseable {

  private static final int PATIENCE_SECONDS = 2;

  private final PrintWriter err;
  private String step = "";
  private boolean late;

  /** Prints there; {@code later} runs what it is given once patience ends. */
  Progress(PrintWriter err, Executor later) {
    this.err = err;
    later.execute(this::late);
  }

  static Progress on(PrintWriter err) {
    return new Progress(err, CompletableFuture.delayedExecutor(PATIENCE_SECONDS, TimeUnit.SECONDS));
  }

  /** Begins a step, such as "Reading acme.json". */
  synchronized void step(String what) {
    step = what;
    say();
  }

  /** Says nothing until the next step: a person is asked. */
  synchronized void pause() {
    step = "";
  }

  private synchronized void late() {
    late = true;
    say();
  }

  private void say() {
    if (late && !step.isEmpty()) {
      err.printf("==> %s ...%n", step);
      err.flush();
    }
  }

  @Override
  public void close() {
    pause();
  }
}
