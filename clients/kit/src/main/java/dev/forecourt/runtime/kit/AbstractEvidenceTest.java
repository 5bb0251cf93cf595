package dev.forecourt.runtime.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.forecourt.runtime.json.Model;
import dev.forecourt.runtime.json.VendorJson;
import java.util.Arrays;
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

    String written = VendorJson.write(read(json, schema));

    assertThat(Specs.exact(written)).isEqualTo(Specs.exact(json));
  }

  @ParameterizedTest(name = "{0} as {1}")
  @MethodSource("samples")
  void knowsEveryMemberOfTheSample(String file, String schema) throws Exception {
    Object read = read(specs.text("evidence/" + file), schema);

    List<?> models = read instanceof List<?> several ? several : List.of(read);

    assertThat(models)
        .allSatisfy(
            model ->
                assertThat(memberNames(model.getClass()))
                    .containsAll(((Model) model).additionalProperties().keySet()));
  }

  @ParameterizedTest(name = "{0} as {1}")
  @MethodSource("samples")
  void keepsUnknownMembers(String file, String schema) throws Exception {
    JsonNode sample = Specs.exact(specs.text("evidence/" + file));
    JsonNode first = sample.isArray() ? sample.path(0) : sample;
    if (first instanceof ObjectNode object) {
      object.set("new_member", Specs.exact("{\"a\":[1.50,null,true,\"x\"]}"));
    }

    String written = VendorJson.write(read(sample.toString(), schema));

    assertThat(Specs.exact(written)).isEqualTo(sample);
  }

  private Object read(String json, String schema) throws ClassNotFoundException {
    JsonNode stated = specs.yaml("components/schemas/" + schema + ".yaml");
    return stated.path("type").asText().equals("array")
        ? VendorJson.readList(json, model(stated.at("/items/$ref").asText().replace(".yaml", "")))
        : VendorJson.read(json, model(schema));
  }

  private Class<?> model(String schema) throws ClassNotFoundException {
    return Class.forName("dev.forecourt." + vendor + ".model." + schema);
  }

  private static List<String> memberNames(Class<?> model) {
    return Arrays.stream(model.getDeclaredFields())
        .map(field -> field.getAnnotation(JsonProperty.class))
        .filter(name -> name != null)
        .map(JsonProperty::value)
        .toList();
  }
}
