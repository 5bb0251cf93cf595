package dev.forecourt.contract.tools.random;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.forecourt.contract.patterns.EcmaPattern;
import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.regex.Pattern;

/** The schemas of one contract as they are written: references followed, {@code allOf} joined. */
final class ContractSchemas {

  /** What JSON has; an integer is a number as well. */
  enum Type {
    STRING,
    INTEGER,
    NUMBER,
    BOOLEAN,
    ARRAY,
    OBJECT,
    NULL
  }

  private static final Pattern WHOLE = Pattern.compile("-?[0-9]+");
  private static final Pattern NUMBER = Pattern.compile("-?[0-9]+(\\.[0-9]+)?([eE][+-]?[0-9]+)?");

  private final JsonNode document;
  // by identity: comparing trees would cost more than joining them
  private final Map<JsonNode, ObjectNode> flattened =
      Collections.synchronizedMap(new IdentityHashMap<>());

  private final Map<String, Pattern> patterns = new ConcurrentHashMap<>();

  ContractSchemas(JsonNode document) {
    this.document = document;
  }

  /** What a {@code $ref} points to; the node itself if it is none. */
  JsonNode resolve(JsonNode node) {
    JsonNode ref = node.path("$ref");
    return ref.isTextual() ? resolve(document.at(ref.textValue().substring(1))) : node;
  }

  /** A schema without {@code $ref} and {@code allOf} at its top; to be read only. */
  ObjectNode flat(JsonNode schema) {
    ObjectNode known = flattened.get(schema);
    if (known == null) {
      known = flatten(schema);
      flattened.put(schema, known);
    }
    return known;
  }

  private ObjectNode flatten(JsonNode schema) {
    ObjectNode out = resolve(schema).deepCopy();
    JsonNode all = out.remove("allOf");
    if (all != null) {
      all.forEach(each -> join(flat(each), out));
    }
    return out;
  }

  /** Adds the keywords of a part; properties and required names are united. */
  private static void join(ObjectNode part, ObjectNode into) {
    for (Map.Entry<String, JsonNode> each : part.properties()) {
      JsonNode known = into.get(each.getKey());
      if (known == null) {
        into.set(each.getKey(), each.getValue());
      } else if (each.getKey().equals("properties")) {
        ((ObjectNode) known).setAll((ObjectNode) each.getValue());
      } else if (each.getKey().equals("required")) {
        ((ArrayNode) known).addAll((ArrayNode) each.getValue());
      } else if (Set.of("anyOf", "oneOf", "not").contains(each.getKey())) {
        throw new IllegalArgumentException("Two schemas of an allOf have " + each.getKey());
      }
    }
  }

  /** The alternatives of {@code anyOf} or {@code oneOf}; empty when there are none. */
  List<ObjectNode> alternatives(JsonNode flat) {
    List<ObjectNode> out = new ArrayList<>();
    flat.path("anyOf").forEach(each -> out.add(flat(each)));
    flat.path("oneOf").forEach(each -> out.add(flat(each)));
    return out;
  }

  /** True for what is one of its alternatives, if it has any; an object has its members besides. */
  static boolean isOneOfSeveral(JsonNode flat) {
    return !flat.has("type") || flat.path("type").asText().equals("string");
  }

  /** The names that must be there. */
  static Set<String> required(JsonNode flat) {
    Set<String> names = new TreeSet<>();
    flat.path("required").forEach(each -> names.add(each.textValue()));
    return names;
  }

  /** True for {@code not: {}}, which nothing fits. */
  boolean isNever(JsonNode schema) {
    JsonNode not = resolve(schema).path("not");
    return not.isObject() && not.isEmpty();
  }

  static boolean isObject(JsonNode flat) {
    return flat.path("type").asText().equals("object");
  }

  /** True if members suffice for an alternative that speaks of presence only. */
  boolean isPresentIn(JsonNode alternative, JsonNode object) {
    boolean never =
        alternative.path("properties").properties().stream()
            .anyMatch(each -> object.has(each.getKey()) && isNever(each.getValue()));
    return !never && required(alternative).stream().allMatch(object::has);
  }

  /** The types a value may have. */
  Set<Type> types(JsonNode flat) {
    List<ObjectNode> alternatives = alternatives(flat);
    Set<Type> out = EnumSet.noneOf(Type.class);
    if (flat.has("type")) {
      out.add(Type.valueOf(flat.path("type").asText().toUpperCase(Locale.ROOT)));
    } else if (!alternatives.isEmpty()) {
      alternatives.forEach(each -> out.addAll(types(each)));
    } else if (isNullOnly(flat)) {
      out.add(Type.NULL);
    } else {
      out.addAll(EnumSet.allOf(Type.class));
    }
    if (out.contains(Type.NUMBER)) {
      out.add(Type.INTEGER);
    }
    if (flat.path("nullable").asBoolean()) {
      out.add(Type.NULL);
    }
    return out;
  }

  private static boolean isNullOnly(JsonNode flat) {
    return flat.has("enum") && flat.path("enum").size() == 1 && flat.path("enum").get(0).isNull();
  }

  /** The type of a value. */
  static Type type(JsonNode value) {
    return switch (value.getNodeType()) {
      case STRING -> Type.STRING;
      case NUMBER -> value.isIntegralNumber() ? Type.INTEGER : Type.NUMBER;
      case BOOLEAN -> Type.BOOLEAN;
      case ARRAY -> Type.ARRAY;
      case OBJECT -> Type.OBJECT;
      default -> Type.NULL;
    };
  }

  /**
   * True if a scalar has the right type, value and pattern. {@code text}: it is text at first, as
   * in a query, and may be read as a number or a boolean.
   */
  boolean fits(JsonNode flat, JsonNode value, boolean text) {
    List<ObjectNode> alternatives = alternatives(flat);
    if (isOneOfSeveral(flat) && !alternatives.isEmpty()) {
      return alternatives.stream().anyMatch(each -> fits(each, value, text));
    }
    if (!text) {
      return types(flat).contains(type(value)) && isListed(flat, value) && matches(flat, value);
    }
    return switch (flat.path("type").asText()) {
      case "string" -> isListed(flat, value) && matches(flat, value);
      case "integer" -> WHOLE.matcher(value.asText()).matches();
      case "number" -> NUMBER.matcher(value.asText()).matches();
      case "boolean" -> Set.of("true", "false").contains(value.asText());
      default -> false;
    };
  }

  private static boolean isListed(JsonNode flat, JsonNode value) {
    boolean listed = !flat.has("enum");
    for (JsonNode each : flat.path("enum")) {
      listed |= each.equals(value) || each.asText().equals(value.asText()) && value.isNumber();
    }
    return listed;
  }

  private boolean matches(JsonNode flat, JsonNode value) {
    return !flat.has("pattern")
        || patterns
            .computeIfAbsent(flat.path("pattern").textValue(), EcmaPattern::compile)
            .matcher(value.asText())
            .find();
  }

  static JsonNodeFactory nodes() {
    return JsonNodeFactory.instance;
  }
}
