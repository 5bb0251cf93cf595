package dev.forecourt.benchmarks;

import dev.forecourt.benchmarks.kit.Report;
import dev.forecourt.benchmarks.kit.Spread;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One caller, a server in another process, three sizes of answers. */
final class Loopback {
  private static final String AGAIN = "Retrofit once more: what noise alone makes";
  private static final double MOST_KILOBYTES = 16;

  private final Report report;
  private final Effort effort;
  private final Link link;
  private final List<List<String>> rows = new ArrayList<>();

  /** What each client speaks where it may choose. */
  private final Map<String, String> protocols = new HashMap<>();

  private Loopback(Report report, Effort effort, Link link) {
    this.report = report;
    this.effort = effort;
    this.link = link;
    rows.add(
        List.of(
            "Loopback, " + link.title(),
            "Answer",
            "us",
            "time to Retrofit",
            "CPU to Retrofit",
            "time to by hand",
            "KB allocated"));
  }

  static void run(Report report, Effort effort, Link link) throws Exception {
    new Loopback(report, effort, link).run();
  }

  private void run() throws Exception {
    try (ServerProcess server = new ServerProcess(link, 0)) {
      Map<Library, Contestant> clients = new EnumMap<>(Library.class);
      for (Library library : Library.over(link)) {
        if (!effort.leavesOut(library)) {
          clients.put(library, library.open(server.baseUrl()));
        }
      }
      Contestant again = Library.RETROFIT.open(server.baseUrl());
      for (Answer answer : Answer.values()) {
        report.step("Loopback, " + link.title() + ", " + answer.size());
        Rounds rounds = new Rounds();
        for (Map.Entry<Library, Contestant> client : clients.entrySet()) {
          Counts.Seen before = server.seen();
          client.getValue().check(answer);
          protocols.put(client.getKey().title(), server.seen().since(before).protocol());
          rounds.add(client.getKey().title(), () -> client.getValue().call(answer));
        }
        rounds.add(AGAIN, () -> again.call(answer));
        rounds.run(effort.rounds(), Effort.SLICE_MILLIS, effort.warmUpMillis());
        rows(rounds, answer);
        goals(rounds, answer);
      }
      clients.values().forEach(Contestant::close);
      again.close();
    }
    report.table(rows);
  }

  private void rows(Rounds rounds, Answer answer) {
    String retrofit = Library.RETROFIT.title();
    for (String name : rounds.names()) {
      rows.add(
          List.of(
              name + spoken(name),
              answer.size(),
              Report.number(Math.round(rounds.micros(name))),
              rounds.ratio(name, retrofit).toString(),
              rounds.cpuRatio(name, retrofit).toString(),
              rounds.ratio(name, Library.BY_HAND.title()).toString(),
              Report.number(Math.round(rounds.kilobytes(name)))));
    }
  }

  private String spoken(String name) {
    String protocol = protocols.get(name);
    return link != Link.HTTP2 || protocol == null ? "" : ", " + protocol;
  }

  private void goals(Rounds rounds, Answer answer) {
    String ours = Library.FORECOURT.title();
    String call = link.title() + ", " + answer.size();
    Spread time = rounds.ratio(ours, Library.RETROFIT.title());
    report.atMost(call + ": time to Retrofit", limit(answer), time);
    if (answer == Answer.TAGS) {
      report.atMost(call + ": KB allocated", MOST_KILOBYTES, rounds.kilobytes(ours));
    }
    if (link == Link.HTTP) {
      report.atMost(call + ": time to by hand", 1.05, rounds.ratio(ours, Library.BY_HAND.title()));
    }
  }

  private static double limit(Answer answer) {
    return switch (answer) {
      case TAGS -> 0.95;
      case APPOINTMENT -> 0.90;
      case APPOINTMENTS -> 0.45;
    };
  }
}
