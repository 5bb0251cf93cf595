package dev.forecourt.trials.mutation;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.forecourt.trials.mutation.Jury.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/**
 * What became of the mutants of one vendor.
 *
 * @param vendor the vendor
 * @param total number of mutants, of which {@code verdicts} may be a sample
 */
record MutationReport(String vendor, int total, List<Verdict> verdicts) {
  private static final String ROW = "%-10s %-18s %6s %6s %6s   %6s %6s   %s%n";

  static String header() {
    return ROW.formatted("vendor", "kind", "facts", "caught", "%", "own", "caught", "caught by");
  }

  /** One line a kind, and their sum. */
  String table() {
    StringBuilder table = new StringBuilder();
    Map<Kind, List<Verdict>> kinds = new TreeMap<>();
    verdicts.forEach(
        each -> kinds.computeIfAbsent(each.mutant().kind(), k -> new ArrayList<>()).add(each));
    kinds.forEach((kind, each) -> table.append(row(kind.label(), each)));
    return table.append(row("ALL", verdicts)).toString();
  }

  private String row(String kind, List<Verdict> some) {
    Score documented = Score.of(some, true);
    Score own = Score.of(some, false);
    String checkers =
        checkers(some).entrySet().stream()
            .map(each -> each.getKey() + " " + each.getValue())
            .collect(Collectors.joining(", "));
    return ROW.formatted(
        vendor,
        kind,
        documented.mutants(),
        documented.caught(),
        documented.mutants() == 0 ? "-" : documented.percent(),
        own.mutants(),
        own.caught(),
        checkers);
  }

  List<Verdict> survivors() {
    return verdicts.stream().filter(each -> !each.caught()).toList();
  }

  /** For other programs, such as the report of all tests. */
  void write(Path folder, Survivors reviewed) throws IOException {
    ObjectNode json = JsonNodeFactory.instance.objectNode();
    json.put("vendor", vendor).put("mutants", total).put("tried", verdicts.size());
    scores(json, verdicts);
    ObjectNode operations = json.putObject("operations");
    byOperation().forEach((id, some) -> scores(operations.putObject(id), some));
    ObjectNode kinds = json.putObject("kinds");
    for (Kind kind : Kind.values()) {
      List<Verdict> some = verdicts.stream().filter(each -> each.mutant().kind() == kind).toList();
      if (!some.isEmpty()) {
        scores(kinds.putObject(kind.label()), some);
      }
    }
    checkers(verdicts).forEach(json.putObject("checkers")::put);
    for (Verdict each : survivors()) {
      ObjectNode survivor = json.withArray("survivors").addObject();
      survivor.put("id", each.mutant().id()).put("change", each.mutant().change());
      survivor.put("documented", each.mutant().documented());
      survivor.put("reason", reviewed.reason(vendor, each));
    }
    Files.createDirectories(folder);
    new ObjectMapper()
        .enable(SerializationFeature.INDENT_OUTPUT)
        .writeValue(folder.resolve(vendor + ".json").toFile(), json);
  }

  private Map<String, List<Verdict>> byOperation() {
    Map<String, List<Verdict>> operations = new TreeMap<>();
    for (Verdict each : verdicts) {
      for (String id : each.mutant().operations()) {
        operations.computeIfAbsent(id, absent -> new ArrayList<>()).add(each);
      }
    }
    return operations;
  }

  private static Map<String, Integer> checkers(List<Verdict> some) {
    Map<String, Integer> checkers = new TreeMap<>();
    some.stream()
        .filter(Verdict::caught)
        .forEach(each -> checkers.merge(each.checker(), 1, Integer::sum));
    return checkers;
  }

  private static void scores(ObjectNode json, List<Verdict> some) {
    score(json.putObject("documented"), Score.of(some, true));
    score(json.putObject("own"), Score.of(some, false));
  }

  private static void score(ObjectNode json, Score score) {
    json.put("mutants", score.mutants());
    json.put("caught", score.caught());
    json.put("percent", score.percent());
  }
}
