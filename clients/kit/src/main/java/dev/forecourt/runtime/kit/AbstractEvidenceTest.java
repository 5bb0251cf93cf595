package dev.forecourt.runtime.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.forecourt.runtime.json.JsonReader;
import dev.forecourt.runtime.json.Model;
import dev.forecourt.runtime.json.Models;
import dev.forecourt.runtime.json.Reading;
import dev.forecourt.runtime.json.VendorJson;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Models read every sample of {@code evidence/index.yaml} and write it back unchanged. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class AbstractEvidenceTest {
  private final String vendor;
  private final Specs specs;

  protected AbstractEvidenceTest(String vendor) {
    this.vendor = vendor;
    this.specs = new Specs(vendor);
  }

  Stream<Arguments> samples() {
    JsonNode payloads = specs.yaml("evidence/index.yaml").get("payloads");
    return StreamSupport.stream(payloads.spliterator(), false)
        .map(payload -> Arguments.of(payload.get("file").asText(), payload.get("schema").asText()));
  }

  @ParameterizedTest(name = "{0} as {1}")
  @MethodSource("samples")
  void writesBackWhatItRead(String file, String schema) throws Exception {
    String json = specs.text("evidence/" + file);

    String written = VendorJson.write(read(json, schema).value());

    assertThat(Specs.exact(written)).isEqualTo(Specs.exact(json));
  }

  @ParameterizedTest(name = "{0} as {1}")
  @MethodSource("samples")
  void knowsEveryMemberOfTheSample(String file, String schema) throws Exception {
    Object read = read(specs.text("evidence/" + file), schema).value();

    List<?> models = read instanceof List<?> several ? several : List.of(read);

    assertThat(models)
        .allSatisfy(
            model ->
                assertThat(memberNames(schema))
                    .containsAll(((Model) model).additionalProperties().keySet()));
  }

  @ParameterizedTest(name = "{0} as {1}")
  @MethodSource("samples")
  void findsEveryMemberOfTheSampleAsDocumented(String file, String schema) throws Exception {
    Reading<?> read = read(specs.text("evidence/" + file), schema);

    assertThat(read.drifts()).isEmpty();
  }

  @ParameterizedTest(name = "{0} as {1}")
  @MethodSource("samples")
  void keepsUnknownMembers(String file, String schema) throws Exception {
    JsonNode sample = Specs.exact(specs.text("evidence/" + file));
    JsonNode first = sample.isArray() ? sample.path(0) : sample;
    if (first instanceof ObjectNode object) {
      object.set("new_member", Specs.exact("{\"a\":[1.50,null,true,\"x\"]}"));
    }

    String written = VendorJson.write(read(sample.toString(), schema).value());

    assertThat(Specs.exact(written)).isEqualTo(sample);
  }

  private Reading<?> read(String json, String schema) throws ClassNotFoundException {
    JsonReader<?> reader = Models.reader(model(element(schema)));
    return element(schema).equals(schema) ? Reading.of(json, reader) : Reading.listOf(json, reader);
  }

  /** Name of the schema of an array's elements; of an object its own. */
  private String element(String schema) {
    JsonNode stated = specs.yaml("components/schemas/" + schema + ".yaml");
    return stated.path("type").asText().equals("array")
        ? stated.at("/items/$ref").asText().replace(".yaml", "")
        : schema;
  }

  private Class<?> model(String schema) throws ClassNotFoundException {
    return Class.forName("dev.forecourt." + vendor + ".model." + schema);
  }

  private List<String> memberNames(String schema) {
    List<String> names = new ArrayList<>();
    specs
        .yaml("components/schemas/" + element(schema) + ".yaml")
        .path("properties")
        .fieldNames()
        .forEachRemaining(names::add);
    return names;
  }
}
