package dev.forecourt.benchmarks;

import dev.forecourt.benchmarks.kit.Report;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.openjdk.jmh.profile.GCProfiler;
import org.openjdk.jmh.results.RunResult;
import org.openjdk.jmh.runner.Runner;
import org.openjdk.jmh.runner.RunnerException;
import org.openjdk.jmh.runner.options.OptionsBuilder;
import org.openjdk.jmh.runner.options.TimeValue;
import org.openjdk.jmh.runner.options.VerboseMode;

/**
 * What is left when the network costs nothing. Ratios by interleaved rounds, in one JVM; times and
 * allocation by JMH, in a JVM for each number: what else the machine does then is in its times, so
 * no ratio is made of them.
 */
final class NoNetwork {
  private NoNetwork() {}

  private record Alone(double micros, double kilobytes) {}

  static void run(Report report, Effort effort) throws Exception {
    List<List<String>> rows = new ArrayList<>();
    rows.add(
        List.of("No network", "Answer", "us", "time, ratio", "KB allocated", "JMH us", "JMH KB"));
    for (Answer answer : Answer.values()) {
      if (answer == Answer.APPOINTMENT) {
        // lies between the two others
        continue;
      }
      report.step("No network, " + answer.size() + ": rounds");
      Rounds rounds = new Rounds();
      for (InMemory reader : InMemory.values()) {
        Contestant contestant = reader.open();
        contestant.check(answer);
        rounds.add(reader.title(), () -> contestant.call(answer));
      }
      rounds.run(effort.rounds(), Effort.SLICE_MILLIS, effort.warmUpMillis());
      Map<InMemory, Alone> alone = Map.of();
      if (!effort.quick()) {
        report.step("No network, " + answer.size() + ": JMH");
        alone = jmh(answer);
      }
      for (InMemory reader : InMemory.values()) {
        Alone numbers = alone.get(reader);
        rows.add(
            List.of(
                reader.title(),
                answer.size(),
                Report.number(rounds.micros(reader.title())),
                rounds.ratio(reader.title(), InMemory.JACKSON.title()).toString(),
                Report.number(rounds.kilobytes(reader.title())),
                numbers == null ? "" : Report.number(numbers.micros),
                numbers == null ? "" : Report.number(numbers.kilobytes)));
      }
      if (answer == Answer.APPOINTMENTS) {
        // 1.10 of reading with our own mapper, the goal before there was our own reader, was this
        report.atMost(
            "no network, 188 KB: time to Jackson alone",
            0.45,
            rounds.ratio(InMemory.FORECOURT.title(), InMemory.JACKSON.title()));
      }
    }
    report.table(rows);
  }

  private static Map<InMemory, Alone> jmh(Answer answer) throws RunnerException {
    InMemory[] readers = {InMemory.JACKSON, InMemory.FORECOURT, InMemory.STOCK_FEIGN};
    Collection<RunResult> results =
        new Runner(
                new OptionsBuilder()
                    .include(NoNetworkJmh.class.getName())
                    .param("answer", answer.name())
                    .param("reader", Arrays.stream(readers).map(Enum::name).toArray(String[]::new))
                    .forks(1)
                    .warmupIterations(5)
                    .warmupTime(TimeValue.seconds(1))
                    .measurementIterations(3)
                    .measurementTime(TimeValue.milliseconds(500))
                    .addProfiler(GCProfiler.class)
                    .shouldFailOnError(true)
                    .verbosity(VerboseMode.SILENT)
                    .build())
            .run();
    Map<InMemory, Alone> numbers = new HashMap<>();
    for (RunResult result : results) {
      numbers.put(
          InMemory.valueOf(result.getParams().getParam("reader")),
          new Alone(
              result.getPrimaryResult().getScore(),
              result.getSecondaryResults().get("gc.alloc.rate.norm").getScore() / 1000));
    }
    return numbers;
  }
}
