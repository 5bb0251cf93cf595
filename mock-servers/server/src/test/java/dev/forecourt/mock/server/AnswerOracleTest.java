package dev.forecourt.mock.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.forecourt.contract.tools.DocumentedRequest;
import dev.forecourt.mock.contract.Answers;
import dev.forecourt.mock.contract.Operation;
import dev.forecourt.mock.contract.Place;
import dev.forecourt.mock.contract.Violations;
import dev.forecourt.mock.json.JsonReader;
import dev.forecourt.mock.vendor.Vendors;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The compiled checks of {@code --check-responses} and a validator that is not ours agree about
 * answers of the stubs that were broken at random.
 */
final class AnswerOracleTest {

  private static final int BROKEN = 40;
  private static final long SEED = 4711;
  // local-date-time, which is no format of OpenAPI and which the other validator lets pass
  private static final String OUR_FORMAT = "must be a time like 2026-11-22 14:05:00";
  private static final ObjectMapper MAPPER = new ObjectMapper();
  private static final JsonNodeFactory NODES = JsonNodeFactory.instance;
  private static final Map<String, ServedVendor> VENDORS = new LinkedHashMap<>();

  @AfterAll
  static void stop() {
    VENDORS.values().forEach(ServedVendor::stop);
    VENDORS.clear();
  }

  static Stream<Object[]> answers() {
    return Vendors.all().stream()
        .map(vendor -> VENDORS.computeIfAbsent(vendor.id(), id -> new ServedVendor(vendor)))
        .flatMap(
            vendor ->
                vendor.requests().complete().stream().map(each -> new Object[] {vendor, each}));
  }

  @ParameterizedTest
  @MethodSource("answers")
  void judgesAsAnotherValidatorDoes(ServedVendor vendor, DocumentedRequest request)
      throws Exception {
    HttpResponse<String> answer = vendor.send(request, vendor.credentials());
    if (!answer.headers().firstValue("Content-Type").orElse("").contains("json")) {
      return;
    }
    Random random = new Random(SEED);
    List<String> different = new ArrayList<>();
    for (int i = 0; i < BROKEN; i++) {
      JsonNode body = MAPPER.readTree(answer.body());
      String what = breakSomewhere(body, random);
      List<String> theirs = vendor.violations(request, answer, body.toString());
      String ours = ours(vendor, request, answer.statusCode(), body.toString());
      if (ours.isEmpty() != theirs.isEmpty() && !ours.contains(OUR_FORMAT)) {
        different.add("%s: ours %s, theirs %s".formatted(what, ours, theirs));
      }
    }
    assertThat(different).isEmpty();
  }

  private static String ours(
      ServedVendor vendor, DocumentedRequest request, int status, String body) throws Exception {
    String name = vendor.toString();
    String type = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1);
    String prefix = "dev.forecourt.mock." + name + "." + type;
    // both are for the stub's package alone
    Constructor<?> constructor = Class.forName(prefix + "Answers").getDeclaredConstructor();
    constructor.setAccessible(true);
    Field operations = Class.forName(prefix + "Operations").getDeclaredField("ALL");
    operations.setAccessible(true);
    List<String> ids =
        ((List<?>) operations.get(null)).stream().map(each -> ((Operation) each).id()).toList();
    Violations out = new Violations();
    ((Answers) constructor.newInstance())
        .check(
            ids.indexOf(request.operationId()),
            status,
            JsonReader.read(body.getBytes(StandardCharsets.UTF_8)),
            Place.body(),
            out);
    return out.text();
  }

  /** Changes one member or item somewhere; says which. */
  private static String breakSomewhere(JsonNode root, Random random) {
    List<Runnable> changes = new ArrayList<>();
    List<String> names = new ArrayList<>();
    collect(root, "", changes, names, random);
    if (changes.isEmpty()) {
      return "nothing";
    }
    int chosen = random.nextInt(changes.size());
    changes.get(chosen).run();
    return names.get(chosen);
  }

  private static void collect(
      JsonNode node, String path, List<Runnable> changes, List<String> names, Random random) {
    if (node instanceof ObjectNode object) {
      for (String name : (Iterable<String>) object::fieldNames) {
        changes.add(() -> object.remove(name));
        names.add(path + "." + name + " removed");
        JsonNode other = other(random);
        changes.add(() -> object.set(name, other));
        names.add(path + "." + name + " = " + other + " for " + object.get(name));
        collect(object.get(name), path + "." + name, changes, names, random);
      }
    } else if (node instanceof ArrayNode array) {
      for (int i = 0; i < array.size(); i++) {
        int index = i;
        JsonNode other = other(random);
        changes.add(() -> array.set(index, other));
        names.add(path + "[" + i + "] = " + other);
        collect(array.get(i), path + "[" + i + "]", changes, names, random);
      }
    }
  }

  private static JsonNode other(Random random) {
    return switch (random.nextInt(8)) {
      case 0 -> NODES.nullNode();
      case 1 -> NODES.textNode("x");
      case 2 -> NODES.numberNode(7);
      case 3 -> NODES.numberNode(1.5);
      case 4 -> NODES.booleanNode(true);
      case 5 -> NODES.arrayNode();
      case 6 -> NODES.textNode("");
      default -> NODES.objectNode();
    };
  }
}
