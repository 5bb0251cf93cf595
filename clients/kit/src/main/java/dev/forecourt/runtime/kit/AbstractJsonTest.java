package dev.forecourt.runtime.kit;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.forecourt.runtime.json.Drift;
import dev.forecourt.runtime.json.Json;
import dev.forecourt.runtime.json.JsonReader;
import dev.forecourt.runtime.json.Model;
import dev.forecourt.runtime.json.Models;
import dev.forecourt.runtime.json.Reading;
import dev.forecourt.runtime.json.VendorJson;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import tools.jackson.databind.json.JsonMapper;

/** Every model keeps every JSON, whoever reads and writes it. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class AbstractJsonTest {
  private static final int ROUNDS = 40;

  /** As an application has them, nothing set. */
  private static final ObjectMapper JACKSON_2 = new ObjectMapper();

  private static final JsonMapper JACKSON_3 = new JsonMapper();

  /** One of each kind, and then odd ones. */
  private static final List<Json> SAMPLES =
      Stream.of(
              "{}",
              "[]",
              "\"\"",
              "0",
              "false",
              "true",
              "{\"a\":{\"b\":[1.50,null]}}",
              "{\"0\":{\"id\":1},\"2\":\"x\"}",
              "[null]",
              "[{},[],\"x\",7,null]",
              "\"12\"",
              "\"yes\"",
              "\"0000-00-00 00:00:00\"",
              "\"2024-02-29\"",
              "\"2024-02-29T10:00:00.000+0100\"",
              "\"\\ud800 \\u0000 \\\" \\u20ac\"",
              "8.5",
              "8.0",
              "-0",
              "1e3",
              "9.40",
              "0.00000001",
              "1767315840123",
              "99999999999999999999",
              "1e999999999",
              "-1E-999999999")
          .map(Json::parse)
          .toList();

  private final String vendor;
  private final Schemas schemas;
  private final Random random = new Random(20261128);

  protected AbstractJsonTest(String vendor) {
    this.vendor = vendor;
    this.schemas = new Schemas(vendor);
  }

  /** Models of the vendor that the contract describes as an object. */
  Stream<Class<?>> models() {
    try (Stream<Path> files =
        Files.list(Path.of("target", "classes", "dev", "forecourt", vendor, "model"))) {
      return files
          .map(file -> file.getFileName().toString())
          .filter(file -> file.matches("\\w+\\.class") && !file.contains("package-info"))
          .sorted()
          .<Class<?>>map(file -> model(file.replace(".class", "")))
          .filter(Model.class::isAssignableFrom)
          .toList()
          .stream();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Class<?> model(String name) {
    try {
      return Class.forName("dev.forecourt." + vendor + ".model." + name);
    } catch (ClassNotFoundException e) {
      throw new IllegalStateException(e);
    }
  }

  private Map<String, JsonNode> properties(Class<?> model) {
    return schemas.properties(model.getSimpleName());
  }

  @ParameterizedTest
  @MethodSource("models")
  void keepsEveryMemberWhateverItsType(Class<?> model) {
    for (String member : properties(model).keySet()) {
      for (Json value : SAMPLES) {
        Json json = Json.object(Map.of(member, value));

        Reading<?> read = Reading.of(json.toString(), Models.reader(model));

        assertThat(Json.from(read.value())).as(json.toString()).isEqualTo(json);
      }
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void namesEveryMemberOfAnotherTypeAndNoOther(Class<?> model) {
    properties(model)
        .forEach(
            (member, property) -> {
              for (Json value : SAMPLES.subList(0, 6)) {
                boolean documented = schemas.kinds(property).contains(value.kind());
                String json = Json.object(Map.of(member, value)).toString();

                List<Drift> drifts = Reading.of(json, Models.reader(model)).drifts();

                if (!documented) {
                  assertThat(drifts).as(json).hasSize(1);
                  assertThat(drifts.get(0).path()).startsWith("$").contains(member);
                } else if (!value.text().isPresent()) {
                  // empty text may be no date
                  assertThat(drifts).as(json).isEmpty();
                }
              }
            });
  }

  @ParameterizedTest
  @MethodSource("models")
  void readsAndWritesAnyJson(Class<?> model) {
    for (int round = 0; round < ROUNDS; round++) {
      Json json = randomObject(model);

      Object read = VendorJson.read(json.toString(), model);

      assertThat(Json.from(read)).isEqualTo(json);
      assertThat(VendorJson.read(VendorJson.write(read), model)).isEqualTo(read);
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void readsAndWritesTheSameWithAnyMapper(Class<?> model) throws IOException {
    for (int round = 0; round < ROUNDS; round++) {
      String json = randomObject(model).toString();

      Object read = VendorJson.read(json, model);

      assertThat(Json.parse(JACKSON_2.writeValueAsString(read))).isEqualTo(Json.from(read));
      assertThat(Json.parse(JACKSON_3.writeValueAsString(read))).isEqualTo(Json.from(read));
      assertThat((Object) JACKSON_2.readValue(json, model)).isEqualTo(read);
      assertThat((Object) JACKSON_3.readValue(json, model)).isEqualTo(read);
    }
  }

  @ParameterizedTest
  @MethodSource("models")
  void keepsEveryMemberThroughACopy(Class<?> model) throws Exception {
    Json json = randomObject(model);
    Object read = VendorJson.read(json.toString(), model);

    Object builder = model.getMethod("toBuilder").invoke(read);
    Object copy = reader(model).read(VendorJson.write(read));

    assertThat(builder).isInstanceOf(Model.Builder.class);
    assertThat(copy).isEqualTo(read).hasSameHashCodeAs(read);
  }

  /** Mappers write bytes with another class than text. */
  @ParameterizedTest
  @MethodSource("models")
  void writesTheSameBytesWithAnyMapper(Class<?> model) throws IOException {
    for (String member : properties(model).keySet()) {
      for (String number : new String[] {"1e3", "-0", "1.50", "0.00000001", "-1E-999999999"}) {
        String json = "{\"" + member + "\":" + number + "}";

        Object read = VendorJson.read(json, model);

        assertThat(VendorJson.bytes(read)).asString(UTF_8).isEqualTo(json);
        assertThat(JACKSON_2.writeValueAsBytes(read)).asString(UTF_8).isEqualTo(json);
        assertThat(JACKSON_3.writeValueAsBytes(read)).asString(UTF_8).isEqualTo(json);
      }
    }
  }

  private interface TextReader {
    Object read(String json);
  }

  private static TextReader reader(Class<?> model) {
    JsonReader<?> reader = Models.reader(model);
    return json -> Reading.of(json, reader).value();
  }

  /** Some of the members, fitting or not, and one that the contract does not name. */
  private Json randomObject(Class<?> model) {
    Map<String, Json> members = new java.util.LinkedHashMap<>();
    properties(model)
        .forEach(
            (name, property) -> {
              if (random.nextInt(3) > 0) {
                members.put(name, random.nextInt(3) == 0 ? sample() : fitting(property, 0));
              }
            });
    members.put("new_" + random.nextInt(9), sample());
    return Json.object(members);
  }

  private Json sample() {
    return random.nextInt(8) == 0 ? Json.NULL : SAMPLES.get(random.nextInt(SAMPLES.size()));
  }

  /** The example of the contract, or something like it. */
  private Json fitting(JsonNode property, int depth) {
    Optional<JsonNode> example =
        Stream.of(property, schemas.resolved(property))
            .map(schema -> schema.path("example"))
            .filter(each -> !each.isMissingNode())
            .findFirst();
    if (example.isPresent()) {
      return Json.parse(example.get().toString());
    }
    JsonNode resolved = schemas.resolved(property);
    if (resolved.path("type").asText().equals("array") && depth < 4) {
      return Json.array(fitting(resolved.path("items"), depth + 1), sample());
    }
    return sample();
  }
}
