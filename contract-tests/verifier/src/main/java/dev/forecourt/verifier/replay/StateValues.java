package dev.forecourt.verifier.replay;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.math.BigDecimal;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.util.Arrays;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Consumer;
import java.util.function.UnaryOperator;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * Puts values of provider states where the generators of an interaction ask for them: in path,
 * query, headers and body of request and answer. Where no value is known, the example stays.
 */
public final class StateValues {
  private static final Pattern NAME = Pattern.compile("\\$\\{([^}:]+)(?::([^}]*))?}");

  private final Map<String, JsonNode> values;
  private final Set<String> missing = new LinkedHashSet<>();

  /** With the values that are known, by name. */
  public StateValues(Map<String, JsonNode> values) {
    this.values = values;
  }

  /** The parameters of all states that an interaction names. */
  public static StateValues ofParameters(JsonNode interaction) {
    Map<String, JsonNode> all = new TreeMap<>();
    for (JsonNode state : interaction.path("providerStates")) {
      state.path("params").properties().forEach(each -> all.put(each.getKey(), each.getValue()));
    }
    return new StateValues(all);
  }

  /** Names that generators asked for and nobody knows. */
  public Set<String> missing() {
    return missing;
  }

  /** A copy of the interaction with the values in it, and without the generators for them. */
  public ObjectNode fill(JsonNode interaction) {
    ObjectNode filled = interaction.deepCopy();
    for (String side : List.of("request", "response")) {
      if (filled.path(side) instanceof ObjectNode part
          && part.path("generators") instanceof ObjectNode generators) {
        for (String category : List.of("path", "query", "header", "body")) {
          if (generators.path(category) instanceof ObjectNode ofCategory) {
            category(part, category, ofCategory);
          }
        }
      }
    }
    return filled;
  }

  private void category(ObjectNode part, String category, ObjectNode generators) {
    if (category.equals("path")) {
      if (isOfState(generators)) {
        set(generators, part.path("path"), value -> part.set("path", text(value)));
        generators.removeAll();
      }
      return;
    }
    for (Map.Entry<String, JsonNode> each : List.copyOf(generators.properties())) {
      if (isOfState(each.getValue())) {
        switch (category) {
          case "query" -> query(part, each.getKey(), each.getValue());
          case "header" -> named(part.path("headers"), each.getKey(), each.getValue());
          default -> body(part, each.getKey(), each.getValue());
        }
        generators.remove(each.getKey());
      }
    }
  }

  private static boolean isOfState(JsonNode generator) {
    return generator.path("type").asText().equals("ProviderState");
  }

  private static TextNode text(JsonNode value) {
    return TextNode.valueOf(value.asText());
  }

  /** As version 2 writes a query, or as the others do. */
  private void query(ObjectNode part, String key, JsonNode generator) {
    if (part.path("query").isTextual()) {
      part.put("query", form(part.path("query").asText(), name(key), generator));
    } else {
      named(part.path("query"), key, generator);
    }
  }

  private static String name(String key) {
    List<String> steps = BodyPath.of(key.startsWith("$") ? key : "").steps();
    return steps.isEmpty() ? key.replaceFirst("\\[\\d+]$", "") : steps.get(0);
  }

  private void named(JsonNode all, String key, JsonNode generator) {
    for (Map.Entry<String, JsonNode> each : all.properties()) {
      if (each.getKey().equalsIgnoreCase(name(key))) {
        String item = key.replaceFirst(".*\\[(\\d+)]$|.*", "$1");
        if (each.getValue() instanceof ArrayNode texts) {
          for (int i = 0; i < texts.size(); i++) {
            int at = i;
            if (item.isEmpty() || item.equals(String.valueOf(i))) {
              set(generator, texts.get(i), value -> texts.set(at, text(value)));
            }
          }
        } else {
          set(generator, each.getValue(), value -> each.setValue(text(value)));
        }
      }
    }
  }

  private void body(ObjectNode part, String key, JsonNode generator) {
    JsonNode body = part.path("body");
    // from version 4 on a body stands in an object beside its type
    boolean wrapped = body.has("content") && (body.has("contentType") || body.has("encoded"));
    ObjectNode holder = wrapped ? (ObjectNode) body : part;
    String member = wrapped ? "content" : "body";
    List<String> steps = BodyPath.of(key).steps();
    if (holder.path(member).isTextual() && !steps.isEmpty()) {
      holder.put(member, form(holder.path(member).asText(), steps.get(0), generator));
    } else if (steps.isEmpty()) {
      set(generator, holder.path(member), value -> holder.set(member, value));
    } else {
      within(holder.path(member), steps, generator);
    }
  }

  private void within(JsonNode at, List<String> steps, JsonNode generator) {
    String step = steps.get(0);
    boolean last = steps.size() == 1;
    for (int i = 0; i < (at.isArray() ? at.size() : 0); i++) {
      int item = i;
      if (step.equals("*") || step.equals(String.valueOf(i))) {
        if (last) {
          set(generator, at.get(i), value -> ((ArrayNode) at).set(item, value));
        } else {
          within(at.get(i), steps.subList(1, steps.size()), generator);
        }
      }
    }
    for (Map.Entry<String, JsonNode> each : at.properties()) {
      if (step.equals("*") || step.equals(each.getKey())) {
        if (last) {
          set(generator, each.getValue(), each::setValue);
        } else {
          within(each.getValue(), steps.subList(1, steps.size()), generator);
        }
      }
    }
  }

  private String form(String text, String name, JsonNode generator) {
    UnaryOperator<String> pair =
        each -> {
          String[] halves = each.split("=", 2);
          if (!URLDecoder.decode(halves[0], UTF_8).equals(name)) {
            return each;
          }
          String[] found = {each};
          set(
              generator,
              TextNode.valueOf(""),
              value -> found[0] = halves[0] + "=" + URLEncoder.encode(value.asText(), UTF_8));
          return found[0];
        };
    return Arrays.stream(text.split("&")).map(pair).collect(Collectors.joining("&"));
  }

  /** Sets what an expression makes, unless one of its names is not known. */
  private void set(JsonNode generator, JsonNode example, Consumer<JsonNode> setter) {
    String expression = generator.path("expression").asText();
    List<MatchResult> names = NAME.matcher(expression).results().toList();
    if (names.isEmpty()) {
      JsonNode value = values.get(expression);
      if (value == null) {
        missing.add(expression);
      } else {
        setter.accept(typed(value, generator, example));
      }
      return;
    }
    boolean complete = true;
    for (MatchResult name : names) {
      if (!values.containsKey(name.group(1)) && name.group(2) == null) {
        missing.add(name.group(1));
        complete = false;
      }
    }
    if (complete) {
      boolean whole = names.size() == 1 && names.get(0).group().equals(expression);
      JsonNode only = values.get(names.get(0).group(1));
      JsonNode value =
          whole && only != null
              ? only
              : TextNode.valueOf(
                  NAME.matcher(expression)
                      .replaceAll(
                          found -> {
                            JsonNode known = values.get(found.group(1));
                            return Matcher.quoteReplacement(
                                known == null ? found.group(2) : known.asText());
                          }));
      setter.accept(typed(value, generator, example));
    }
  }

  /** As the generator says, or else as the example is. */
  private static JsonNode typed(JsonNode value, JsonNode generator, JsonNode example) {
    String said = generator.path("dataType").asText("RAW");
    String text = value.asText();
    boolean number = text.matches("-?\\d{1,18}");
    return switch (said) {
      case "STRING" -> TextNode.valueOf(text);
      case "INTEGER" -> number ? LongNode.valueOf(Long.parseLong(text)) : value;
      case "DECIMAL", "FLOAT" ->
          text.matches("-?\\d+(\\.\\d+)?") ? DecimalNode.valueOf(new BigDecimal(text)) : value;
      case "BOOLEAN" ->
          text.matches("true|false") ? BooleanNode.valueOf(text.equals("true")) : value;
      default -> example.isNumber() && number ? LongNode.valueOf(Long.parseLong(text)) : value;
    };
  }
}
