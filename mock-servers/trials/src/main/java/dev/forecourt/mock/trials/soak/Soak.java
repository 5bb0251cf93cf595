package dev.forecourt.mock.trials.soak;

import dev.forecourt.mock.trials.TrialCredentials;
import dev.forecourt.mock.vendor.Vendors;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/**
 * {@code scripts/soak}: keeps the process busy for a while, then says what was lost, what failed
 * and whether the heap grew. Exit code 1 if anything is wrong.
 */
public final class Soak {

  private static final int CALLERS = 32;
  private static final long MAX_SECONDS = 3_600;
  // what is stored in one round fits into the small heap; afterwards it is reset
  private static final long ROUND_SECONDS = 60;
  // until every connection is open, every class loaded and every cache filled: on a busy machine
  // that takes longer, so
  // requests count; else the heap is measured too early, and what fills up later looks like a leak
  private static final long WARM_UP_SECONDS = 10;
  private static final long WARM_UP_REQUESTS = 15_000;
  private static final int MOST_WARM_UPS = 12;
  private static final double MAX_GROWTH = 1.10;
  // Claire allows 10,800 calls an hour with one
  private static final List<String> CLAIRE_KEYS =
      IntStream.range(0, 400).mapToObj(each -> "soak-key-" + each).toList();

  private final PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
  private final Tally tally = new Tally();
  private final SoakedProcess process;
  private final SoakClient client;
  private final RandomTraffic traffic;

  private Soak(SoakedProcess process, Path specs) {
    this.process = process;
    Map<String, TrialCredentials> credentials = new HashMap<>();
    Vendors.all().forEach(each -> credentials.put(each.id(), TrialCredentials.of(each)));
    credentials.put("claire", TrialCredentials.of(Vendors.named("claire"), CLAIRE_KEYS));
    client = new SoakClient(process.hosts(), credentials, tally);
    traffic = new RandomTraffic(SoakedProcess.vendors(), specs, client, tally);
  }

  /**
   * Arguments: seconds, seed, the file of JVM flags, the JAR, the folder of the contracts. Called
   * by the script, which has checked them.
   */
  public static void main(String[] args) {
    long seconds = Math.min(MAX_SECONDS, Long.parseLong(args[0]));
    long seed = Long.parseLong(args[1]);
    boolean good;
    try (SoakedProcess process =
        SoakedProcess.start(Path.of(args[2]), Path.of(args[3]), Map.of("claire", CLAIRE_KEYS))) {
      good = new Soak(process, Path.of(args[4])).run(seconds, seed);
    }
    System.exit(good ? 0 : 1);
  }

  private boolean run(long seconds, long seed) {
    for (int i = 0; i < MOST_WARM_UPS && tally.requests() < WARM_UP_REQUESTS; i++) {
      round(WARM_UP_SECONDS, seed - 1 - i, "warm-up");
    }
    long before = resetAndMeasure();
    long stored = before;
    long after = before;
    for (long left = seconds; left > 0; left -= ROUND_SECONDS) {
      round(Math.min(left, ROUND_SECONDS), seed + left, "round");
      stored = process.liveBytes();
      after = resetAndMeasure();
    }
    boolean flat = after <= before * MAX_GROWTH;
    out.println();
    out.println(tally.table());
    out.printf(
        "heap: %,d KiB live at the start, %,d KiB with all that was stored, %,d KiB once it is reset: %s%n",
        before / 1024, stored / 1024, after / 1024, flat ? "flat" : "GROWN by more than 10 %");
    tally.failures().forEach(each -> out.println("!!! " + each));
    out.printf(
        "%,d requests by %d callers, %d failures; seed %d%n",
        tally.requests(), CALLERS, tally.failed(), seed);
    return flat && tally.failed() == 0 && process.isAlive();
  }

  private void round(long seconds, long seed, String name) {
    SoakRound round = new SoakRound(client, traffic, tally);
    round.run(
        CALLERS,
        seconds,
        seed,
        gone ->
            out.printf(
                "    %3d s: %,d requests, %d failures%n", gone, tally.requests(), tally.failed()));
    out.printf("==> End of a %s of %d s%n", name, seconds);
    round.summaries().forEach(each -> out.println("    " + each));
  }

  private long resetAndMeasure() {
    SoakedProcess.vendors().forEach(each -> client.control(each, "POST", "/__mock/reset"));
    return process.liveBytes();
  }
}
