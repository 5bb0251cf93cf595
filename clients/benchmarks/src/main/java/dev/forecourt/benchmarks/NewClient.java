package dev.forecourt.benchmarks;

import dev.forecourt.benchmarks.kit.Report;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;

/** A client that is built, called once and closed, against one that is kept. */
final class NewClient {
  private NewClient() {}

  static void run(Report report, Effort effort) throws Exception {
    List<List<String>> rows = new ArrayList<>();
    rows.add(List.of("New client per call", "Answer", "kept, us", "new, us", "new to kept"));
    try (ServerProcess server = new ServerProcess(Link.HTTP, 0)) {
      Map<Library, Contestant> kept = new EnumMap<>(Library.class);
      for (Library library : Library.over(Link.HTTP)) {
        if (effort.leavesOut(library)) {
          continue;
        }
        kept.put(library, library.open(server.baseUrl()));
      }
      for (Answer answer : List.of(Answer.TAGS, Answer.APPOINTMENT)) {
        report.step("New client per call, " + answer.size());
        Rounds rounds = new Rounds();
        for (Library library : kept.keySet()) {
          Contestant client = kept.get(library);
          client.check(answer);
          rounds.add(library.title(), () -> client.call(answer));
          rounds.add("new " + library.title(), () -> callOnce(library, server.baseUrl(), answer));
        }
        rounds.run(effort.newClientRounds(), Effort.SLICE_MILLIS, effort.warmUpMillis() / 2);
        for (Library library : kept.keySet()) {
          String title = library.title();
          rows.add(
              List.of(
                  title,
                  answer.size(),
                  Report.number(Math.round(rounds.micros(title))),
                  Report.number(Math.round(rounds.micros("new " + title))),
                  rounds.ratio("new " + title, title).toString()));
        }
        report.atMost(
            "new client per call, " + answer.size() + ", to a kept one",
            1.5,
            rounds.ratio("new " + Library.FORECOURT.title(), Library.FORECOURT.title()));
      }
      kept.values().forEach(Contestant::close);
    }
    report.table(rows);
  }

  private static Object callOnce(Library library, String baseUrl, Answer answer) throws Exception {
    try (Contestant client = library.open(baseUrl)) {
      return client.call(answer);
    }
  }
}
