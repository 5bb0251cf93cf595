package dev.forecourt.verifier.output;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Results as SARIF 2.1.0: files by addresses relative to the working folder. */
final class SarifFormat {
  private final Path folder = Path.of("").toAbsolutePath();
  private final List<String> rules = new ArrayList<>();

  private SarifFormat() {}

  static void append(Results results, Appendable out) throws IOException {
    out.append(JsonFormat.pretty(new SarifFormat().log(results))).append('\n');
  }

  private ObjectNode log(Results results) {
    ObjectNode log = JsonNodeFactory.instance.objectNode();
    log.put("$schema", "https://json.schemastore.org/sarif-2.1.0.json").put("version", "2.1.0");
    ObjectNode run = log.putArray("runs").addObject();
    ObjectNode driver = run.putObject("tool").putObject("driver");
    driver.put("name", "forecourt-verifier " + results.command());
    ArrayNode found = run.putArray("results");
    for (Case each : results.cases()) {
      for (Note note : each.notes()) {
        result(found.addObject(), note, each);
      }
    }
    notices(run, results);
    ArrayNode described = driver.putArray("rules");
    rules.forEach(rule -> described.addObject().put("id", rule));
    return log;
  }

  /** What is about no place is no result: code hosts refuse results without one. */
  private static void notices(ObjectNode run, Results results) {
    ObjectNode invocation = run.putArray("invocations").addObject();
    invocation.put("executionSuccessful", true);
    ArrayNode told = invocation.putArray("toolExecutionNotifications");
    for (Note notice : results.notices()) {
      ObjectNode each = told.addObject().put("level", notice.level().word());
      each.putObject("descriptor").put("id", notice.rule());
      each.putObject("message").put("text", notice.message());
    }
  }

  private void result(ObjectNode result, Note note, Case of) {
    if (!rules.contains(note.rule())) {
      rules.add(note.rule());
    }
    boolean counts = !of.pending() || note.level() != Level.ERROR;
    result.put("ruleId", note.rule()).put("ruleIndex", rules.indexOf(note.rule()));
    result.put("level", (counts ? note.level() : Level.NOTE).word());
    String pending = counts ? "" : " (pending)";
    String name = of.name().isEmpty() ? "" : of.name() + pending + ": ";
    result.putObject("message").put("text", name + note.message());
    if (note.checked().exists()) {
      location(result.putArray("locations").addObject(), note.checked());
    }
    if (note.contract().exists()) {
      ObjectNode contract = result.putArray("relatedLocations").addObject();
      contract.put("id", 0);
      location(contract, note.contract());
      contract.putObject("message").put("text", "the contract");
    }
  }

  private void location(ObjectNode location, Place place) {
    if (!place.file().isEmpty()) {
      ObjectNode physical = location.putObject("physicalLocation");
      physical.putObject("artifactLocation").put("uri", uri(place.file()));
      if (place.line() > 0) {
        physical.putObject("region").put("startLine", place.line());
      }
    }
    if (!place.path().isEmpty()) {
      location.putArray("logicalLocations").addObject().put("fullyQualifiedName", place.path());
    }
  }

  private String uri(String file) {
    Path path = folder.resolve(file).normalize();
    String whole = path.toUri().toString();
    return path.startsWith(folder) ? folder.toUri().relativize(path.toUri()).toString() : whole;
  }
}
