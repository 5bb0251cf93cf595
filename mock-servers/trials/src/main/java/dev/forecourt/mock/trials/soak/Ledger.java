package dev.forecourt.mock.trials.soak;

import java.util.List;
import java.util.Random;

/** Writes to shared objects, and books what was acknowledged. Safe for use by several threads. */
interface Ledger {

  /** One piece of work: a call, or some that belong together. */
  void work(Random random);

  /** What the stub remembers otherwise than booked, once all work has ended; empty if nothing. */
  List<String> differences();

  /** What was booked, in a line. */
  String summary();
}
