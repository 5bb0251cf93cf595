package dev.forecourt.verifier.output;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/** Results as one JSON object. */
final class JsonFormat {
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;

  private JsonFormat() {}

  static void append(Results results, Appendable out) throws IOException {
    ObjectNode root = NODES.objectNode();
    root.put("command", results.command()).put("good", results.good());
    root.put("summary", results.summary());
    ObjectNode counts = root.putObject("counts");
    for (Case.Verdict verdict : Case.Verdict.values()) {
      counts.put(word(verdict), results.count(verdict));
    }
    ArrayNode cases = root.putArray("cases");
    for (Case each : results.cases()) {
      ObjectNode node = cases.addObject();
      node.put("group", each.group()).put("name", each.name());
      node.put("verdict", word(each.verdict()));
      node.set("findings", notes(each.notes()));
    }
    root.set("notices", notes(results.notices()));
    out.append(pretty(root)).append('\n');
  }

  static String pretty(ObjectNode root) throws IOException {
    return new ObjectMapper().writerWithDefaultPrettyPrinter().writeValueAsString(root);
  }

  private static String word(Case.Verdict verdict) {
    return verdict.name().toLowerCase(Locale.ROOT);
  }

  private static ArrayNode notes(List<Note> notes) {
    ArrayNode all = NODES.arrayNode();
    for (Note note : notes) {
      ObjectNode node = all.addObject();
      node.put("rule", note.rule()).put("level", note.level().word());
      node.put("message", note.message());
      place(node, "checked", note.checked());
      place(node, "contract", note.contract());
    }
    return all;
  }

  private static void place(ObjectNode node, String name, Place place) {
    if (place.exists()) {
      ObjectNode at = node.putObject(name);
      if (!place.file().isEmpty()) {
        at.put("file", place.file());
      }
      if (place.line() > 0) {
        at.put("line", place.line());
      }
      at.put("path", place.path());
    }
  }
}
