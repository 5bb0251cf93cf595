package dev.forecourt.contract.importer.repair;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.Error;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaException;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.dialect.Dialects;
import dev.forecourt.contract.importer.edit.Draft;
import dev.forecourt.contract.importer.place.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Whether values fit schemas of a document, by an independent validator. */
final class Fit {
  private static final int MOST = 160;

  private Fit() {}

  /**
   * A value and the schema that it has to fit.
   *
   * @param schema where the schema stands
   * @param at where the value stands
   * @param value the value
   */
  record Check(Place schema, Place at, JsonNode value) {}

  /**
   * What is wrong, by the index of the check; without those that fit. All in one go: the validator
   * reads the document anew for each schema that it is asked for alone.
   */
  static Map<Integer, String> problems(Draft draft, List<Check> checks) {
    ObjectNode document = draft.root().deepCopy();
    ObjectNode schemas = document.putObject("properties");
    ObjectNode values = Draft.object();
    for (int i = 0; i < checks.size(); i++) {
      schemas.putObject(String.valueOf(i)).put("$ref", "#" + encoded(checks.get(i).schema()));
      values.set(String.valueOf(i), checks.get(i).value());
    }
    Map<Integer, String> problems = new HashMap<>();
    try {
      Schema schema =
          SchemaRegistry.withDefaultDialect(
                  draft.is31() ? Dialects.getOpenApi31() : Dialects.getOpenApi30())
              .getSchema(document);
      for (Error error :
          schema.validate(
              values, context -> context.executionConfig(c -> c.formatAssertionsEnabled(true)))) {
        String place = error.getInstanceLocation().toString();
        String[] steps = place.split("/", 3);
        String inside = steps.length > 2 ? "/" + steps[2] : "";
        problems.putIfAbsent(
            Integer.parseInt(steps[1]),
            (inside.isEmpty() ? "" : inside + ": ") + readable(error.getMessage()));
      }
    } catch (SchemaException | StackOverflowError e) {
      // what the validator cannot read it cannot refuse
      return Map.of();
    }
    return problems;
  }

  /** Without the validator's own names of formats, and with as much of a pattern as tells it. */
  private static String readable(String message) {
    String plain = message.replaceFirst("^does not match the \\S+ pattern (?=must be )", "");
    return plain.length() <= MOST ? plain : plain.substring(0, MOST) + " ...";
  }

  /** A pointer as the fragment of an address. */
  private static String encoded(Place place) {
    return place
        .pointer()
        .replace("%", "%25")
        .replace("{", "%7B")
        .replace("}", "%7D")
        .replace(" ", "%20")
        .replace("|", "%7C")
        .replace("\"", "%22")
        .replace("<", "%3C")
        .replace(">", "%3E")
        .replace("^", "%5E")
        .replace("\\", "%5C")
        .replace("[", "%5B")
        .replace("]", "%5D")
        .replace("`", "%60");
  }
}
