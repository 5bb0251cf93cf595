package dev.forecourt.contracttests.kit;

import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.LambdaDsl;
import au.com.dius.pact.consumer.dsl.LambdaDslObject;
import au.com.dius.pact.consumer.dsl.PactDslJsonRootValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A sample of the vendor's documentation as a pact body: the sample's values are the example, their
 * types and formats are what the provider must keep to. Nulls are left out: a client lives with a
 * field that is absent.
 */
public final class Evidence {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  private static final String DECIMAL = "-?\\d+(\\.\\d+)?";

  /** Digits without a point may be a postal code or a telephone number. */
  private static final String SURELY_DECIMAL = "-?\\d+\\.\\d+";

  private static final String LOCAL_DATE_TIME = "\\d{4}-\\d{2}-\\d{2} \\d{2}:\\d{2}:\\d{2}";
  private static final String OFFSET_DATE_TIME =
      "\\d{4}-\\d{2}-\\d{2}T\\d{2}:\\d{2}:\\d{2}(\\.\\d+)?(Z|[+-]\\d{2}:\\d{2})";
  private static final String DATE = "\\d{4}-\\d{2}-\\d{2}";

  private Evidence() {}

  /** The sample itself, from {@code specs/<vendor>/evidence/<name>.json}. */
  public static JsonNode read(String vendor, String name) {
    try {
      return JSON.readTree(Files.readString(Checkout.evidence(vendor, name)));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The value of an example of the contract: {@code components/examples/<name>.yaml}. */
  public static JsonNode example(String vendor, String name) {
    Path file = Checkout.contract(vendor).resolveSibling("components/examples/" + name + ".yaml");
    try {
      return YAML.readTree(file.toFile()).path("value");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The sample with some of its members only: those that every object of a list has. */
  public static JsonNode only(JsonNode sample, String... members) {
    return ((ObjectNode) sample.deepCopy()).retain(members);
  }

  /** The sample without some members, which the vendor calls optional. */
  public static JsonNode without(JsonNode sample, String... members) {
    return ((ObjectNode) sample.deepCopy()).remove(List.of(members));
  }

  /** The same for the objects of a list that is a member of the sample. */
  public static JsonNode onlyOfItems(JsonNode sample, String list, String... members) {
    ObjectNode copy = sample.deepCopy();
    copy.path(list).forEach(item -> ((ObjectNode) item).retain(members));
    return copy;
  }

  /** A list of at least one object of the types and formats of the sample. */
  public static DslPart listOf(JsonNode sample) {
    return LambdaDsl.newJsonArrayMinLike(1, array -> array.object(item -> members(item, sample)))
        .build();
  }

  /** A body of the types and formats of one sample. */
  public static DslPart like(JsonNode sample) {
    return LambdaDsl.newJsonBody(body -> members(body, sample)).build();
  }

  /** The same, with members whose very value counts for the client. */
  public static DslPart like(JsonNode sample, Map<String, String> literals) {
    return LambdaDsl.newJsonBody(
            body -> {
              members(body, sample);
              literals.forEach(body::stringValue);
            })
        .build();
  }

  /** A page as of FIDCAR: counters, and at least one object of the sample's types. */
  public static DslPart pageOf(JsonNode sample, int page, int limit, int total) {
    return page(Map.of("page", page, "limit", limit, "total", total), "data", sample);
  }

  /** Counters, and a list of at least one object of the sample's types. */
  public static DslPart page(Map<String, Integer> counters, String list, JsonNode sample) {
    return LambdaDsl.newJsonBody(
            body -> {
              new TreeMap<>(counters).forEach(body::integerType);
              body.minArrayLike(list, 1, item -> members(item, sample));
            })
        .build();
  }

  /** Adds members of the types and formats of the sample's. */
  public static void members(LambdaDslObject body, JsonNode sample) {
    sample.properties().forEach(member -> member(body, member.getKey(), member.getValue()));
  }

  private static void member(LambdaDslObject body, String name, JsonNode value) {
    if (value.isTextual()) {
      String format = formatOf(value.asText());
      if (format == null) {
        body.stringType(name, value.asText());
      } else {
        body.stringMatcher(name, format, value.asText());
      }
    } else if (value.isBoolean()) {
      body.booleanType(name, value.asBoolean());
    } else if (value.isIntegralNumber()) {
      integer(body, name, value);
    } else if (value.isNumber()) {
      // JSON knows no decimals: to JavaScript 6.0 is 6
      body.numberType(name, value.decimalValue());
    } else if (value.isObject()) {
      body.object(name, object -> members(object, value));
    } else if (value.isArray() && !value.isEmpty()) {
      array(body, name, value.get(0));
    }
  }

  private static void integer(LambdaDslObject body, String name, JsonNode value) {
    if (value.canConvertToInt()) {
      body.integerType(name, value.asInt());
    } else {
      // the DSL has no 64-bit integers
      body.numberType(name, value.asLong());
    }
  }

  private static void array(LambdaDslObject body, String name, JsonNode first) {
    if (first.isObject()) {
      body.minArrayLike(name, 1, item -> members(item, first));
    } else {
      body.minArrayLike(name, 1, element(first), 1);
    }
  }

  private static PactDslJsonRootValue element(JsonNode first) {
    if (first.isIntegralNumber()) {
      return PactDslJsonRootValue.integerType(first.asInt());
    }
    if (first.isBoolean()) {
      return PactDslJsonRootValue.booleanType(first.asBoolean());
    }
    String format = formatOf(first.asText());
    return format == null
        ? PactDslJsonRootValue.stringType(first.asText())
        : PactDslJsonRootValue.stringMatcher(format, first.asText());
  }

  private static @Nullable String formatOf(String text) {
    if (text.matches(SURELY_DECIMAL)) {
      return DECIMAL;
    }
    for (String format : new String[] {LOCAL_DATE_TIME, OFFSET_DATE_TIME, DATE}) {
      if (text.matches(format)) {
        return format;
      }
    }
    return null;
  }
}
