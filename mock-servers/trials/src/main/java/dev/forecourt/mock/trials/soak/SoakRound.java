package dev.forecourt.mock.trials.soak;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.function.LongConsumer;

/** Some seconds of traffic by many callers; then the books are held against what is remembered. */
final class SoakRound {

  private static final long PROGRESS_MILLIS = 5_000;

  private final List<Ledger> ledgers;
  private final RandomTraffic traffic;
  private final Tally tally;

  SoakRound(SoakClient client, RandomTraffic traffic, Tally tally) {
    this.ledgers =
        List.of(new CardLedger(client), new ContactLedger(client), new ReviewLedger(client));
    this.traffic = traffic;
    this.tally = tally;
  }

  /** Runs; tells the seconds gone every now and then. */
  void run(int callers, long seconds, long seed, LongConsumer progress) {
    long end = System.nanoTime() + seconds * 1_000_000_000L;
    List<Thread> threads = new ArrayList<>();
    for (int i = 0; i < callers; i++) {
      Random random = new Random(seed + i);
      Thread thread = new Thread(() -> work(random, end), "soak-" + i);
      thread.start();
      threads.add(thread);
    }
    long start = System.nanoTime();
    try {
      for (Thread each : threads) {
        while (each.isAlive()) {
          each.join(PROGRESS_MILLIS);
          if (each.isAlive()) {
            progress.accept((System.nanoTime() - start) / 1_000_000_000L);
          }
        }
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    ledgers.forEach(each -> each.differences().forEach(tally::fail));
  }

  private void work(Random random, long end) {
    while (System.nanoTime() < end) {
      try {
        if (random.nextInt(5) < 3) {
          traffic.work(random);
        } else {
          ledgers.get(random.nextInt(ledgers.size())).work(random);
        }
      } catch (RuntimeException e) {
        tally.fail("the soak itself failed: " + e);
      }
    }
  }

  List<String> summaries() {
    return ledgers.stream().map(Ledger::summary).toList();
  }
}
