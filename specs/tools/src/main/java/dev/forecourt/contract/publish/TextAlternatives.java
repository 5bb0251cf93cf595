package dev.forecourt.contract.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.forecourt.contract.patterns.EcmaPattern;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;

/**
 * Says "one of these texts, or a text of this form" as the form alone, where it takes these texts
 * too. Tools write a type of either that is hard to use, and some know the listed texts only: they
 * refuse what browsers send as {@code Accept-Language}.
 */
final class TextAlternatives {

  private TextAlternatives() {}

  static void apply(ObjectNode document) {
    References references = new References(document);
    SchemaWalk.forEach(document, schema -> rewrite(schema, references));
  }

  private static void rewrite(ObjectNode schema, References references) {
    List<String> patterns = new ArrayList<>();
    List<String> listed = new ArrayList<>();
    for (JsonNode each : schema.path("anyOf")) {
      JsonNode alternative = references.target(each);
      if (isPlain(alternative, "pattern")) {
        patterns.add(alternative.path("pattern").textValue());
      } else if (isPlain(alternative, "enum")) {
        alternative.path("enum").forEach(value -> listed.add(value.textValue()));
      } else {
        return;
      }
    }
    if (patterns.size() != 1 || schema.has("pattern") || !isText(schema.path("type"), true)) {
      return;
    }
    Pattern form = EcmaPattern.compile(patterns.get(0));
    if (listed.stream().allMatch(each -> form.matcher(each).find())) {
      schema.remove("anyOf");
      schema.put("type", "string").put("pattern", patterns.get(0));
    }
  }

  /** Whether a schema says nothing but "a text" and this. */
  private static boolean isPlain(JsonNode schema, String keyword) {
    return schema.has(keyword)
        && isText(schema.path("type"), false)
        && schema.properties().stream()
            .map(each -> each.getKey())
            .allMatch(
                each -> each.equals("type") || each.equals(keyword) || References.isWords(each));
  }

  private static boolean isText(JsonNode type, boolean orNothing) {
    return type.asText().equals("string") || (orNothing && type.isMissingNode());
  }
}
