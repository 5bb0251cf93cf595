package dev.forecourt.mock.server;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The processes that started this one, where it is to end with them: a killed {@code npx} tells
 * nobody.
 */
final class Starters {

  private final List<Optional<ProcessHandle>> processes;

  private Starters(List<Optional<ProcessHandle>> processes) {
    this.processes = processes;
  }

  /** By their numbers, separated by commas. What is no number is passed over. */
  static Starters of(String numbers) {
    List<Optional<ProcessHandle>> processes = new ArrayList<>();
    for (String each : numbers.split(",")) {
      if (each.matches("[0-9]{1,18}")) {
        processes.add(ProcessHandle.of(Long.parseLong(each)));
      }
    }
    return new Starters(processes);
  }

  /** Runs this once one of them has ended, at once where one is gone already. */
  void onEnd(Runnable then) {
    for (Optional<ProcessHandle> each : processes) {
      if (each.isEmpty()) {
        then.run();
        return;
      }
      each.get().onExit().thenRun(then);
    }
  }
}
