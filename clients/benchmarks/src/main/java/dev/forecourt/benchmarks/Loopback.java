package dev.forecourt.benchmarks;

import dev.forecourt.benchmarks.kit.Report;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** One caller, a server in another process, three sizes of answers. */
final class Loopback {
  private static final String AGAIN = "the same once more: what noise alone makes";

  private Loopback() {}

  static void run(Report report, Effort effort) throws Exception {
    List<List<String>> rows = new ArrayList<>();
    try (ServerProcess server = new ServerProcess(0)) {
      Map<Library, Contestant> clients = new EnumMap<>(Library.class);
      for (Library library : Library.values()) {
        clients.put(library, library.open(server.baseUrl()));
      }
      Contestant again = Library.BY_HAND.open(server.baseUrl());
      for (Answer answer : Answer.values()) {
        report.step("Loopback, " + answer.size());
        Rounds rounds = new Rounds();
        for (Map.Entry<Library, Contestant> client : clients.entrySet()) {
          client.getValue().check(answer);
          rounds.add(client.getKey().title(), () -> client.getValue().call(answer));
        }
        rounds.add(AGAIN, () -> again.call(answer));
        rounds.run(effort.rounds(), Effort.SLICE_MILLIS, effort.warmUpMillis());
        rows(rows, rounds, answer);
        report.atMost(
            "call over loopback, " + answer.size() + ", to by hand",
            1.05,
            rounds.ratio(Library.FORECOURT.title(), Library.BY_HAND.title()).median());
      }
      clients.values().forEach(Contestant::close);
    }
    report.table(rows);
  }

  private static void rows(List<List<String>> rows, Rounds rounds, Answer answer) {
    String base = Library.BY_HAND.title();
    if (rows.isEmpty()) {
      rows.add(List.of("Loopback", "Answer", "us", "time, ratio", "CPU, ratio", "KB allocated"));
    }
    for (String name : rounds.names()) {
      rows.add(
          List.of(
              name,
              answer.size(),
              Report.number(Math.round(rounds.micros(name))),
              rounds.ratio(name, base).toString(),
              rounds.cpuRatio(name, base).toString(),
              Report.number(Math.round(rounds.kilobytes(name)))));
    }
  }
}
