package dev.forecourt.mock.server;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.contract.tools.random.RandomRequest;
import dev.forecourt.contract.tools.random.RandomRequests;
import dev.forecourt.mock.trials.ContractJudge;
import dev.forecourt.mock.trials.Verdict;
import java.nio.file.Path;
import java.util.*;
import org.junit.jupiter.api.Test;

final class OracleTest {
  @Test
  void explore() {
    Map<String, Integer> counts = new TreeMap<>();
    Map<String, String> samples = new HashMap<>();
    int ops = 0;
    long t0 = System.nanoTime(), judging = 0, oracleTime = 0;
    for (String vendor : List.of("fidcar", "autengo", "fidelisa", "autochat", "claire")) {
      Path folder = Path.of(System.getProperty("forecourt.specs"), vendor);
      RandomRequests requests = RandomRequests.of(folder);
      ContractJudge judge = ContractJudge.of(vendor);
      RequestOracle oracle = new RequestOracle(folder);
      for (String op : requests.operations()) {
        ops++;
        for (int i = 0; i < 200; i++) {
          RandomRequest r = i % 2 == 0 ? requests.valid(op, i) : requests.broken(op, i);
          boolean expected = r.defect() == null;
          long a = System.nanoTime();
          Verdict ours = judge.judge(r);
          long b = System.nanoTime();
          Verdict theirs = oracle.judge(r);
          long c = System.nanoTime();
          judging += b - a;
          oracleTime += c - b;
          String want = expected ? "accepts" : "refuses";
          if (!ours.word().equals(want))
            note(
                counts,
                samples,
                "stub " + ours.word() + " " + vendor + " " + r.describe(),
                r,
                ours.reason());
          if (!theirs.word().equals(want))
            note(
                counts,
                samples,
                "oracle " + theirs.word() + " " + vendor + " " + r.describe(),
                r,
                theirs.reason());
        }
      }
    }
    System.out.println(
        "OPS "
            + ops
            + " total ms "
            + (System.nanoTime() - t0) / 1_000_000
            + " judge "
            + judging / 1_000_000
            + " oracle "
            + oracleTime / 1_000_000);
    counts.forEach((k, v) -> System.out.println(v + " " + k + "\n      " + samples.get(k)));
    assertThat(ops).isEqualTo(67);
  }

  private static void note(
      Map<String, Integer> counts,
      Map<String, String> samples,
      String k,
      RandomRequest r,
      String why) {
    counts.merge(k, 1, Integer::sum);
    String t = why.length() > 300 ? why.substring(0, 300) : why;
    String c = r.curl("");
    samples.putIfAbsent(
        k, "seed " + r.seed() + " " + t + "  ## " + (c.length() > 500 ? c.substring(0, 500) : c));
  }
}
