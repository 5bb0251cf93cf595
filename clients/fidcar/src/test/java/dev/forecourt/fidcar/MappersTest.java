package dev.forecourt.fidcar;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonTypeInfo;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.PropertyNamingStrategies;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.jsontype.BasicPolymorphicTypeValidator;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.forecourt.fidcar.model.ContactMethod;
import dev.forecourt.fidcar.model.Dealership;
import dev.forecourt.fidcar.model.Dispute;
import dev.forecourt.fidcar.model.DisputeStatus;
import dev.forecourt.runtime.json.FilterValue;
import dev.forecourt.runtime.json.Json;
import dev.forecourt.runtime.json.LooseBoolean;
import dev.forecourt.runtime.json.LooseNumber;
import dev.forecourt.runtime.json.Model;
import dev.forecourt.runtime.json.VendorJson;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Applications hand models on with mappers of their own, of Jackson 2 and of Jackson 3. */
@SuppressWarnings("deprecation") // the name that both generations of Jackson 2 know
class MappersTest {
  private static final String DEALERSHIP =
      "{\"id\":1325,\"grade\":\"9.40\",\"coords\":[48.26900,false],\"social\":{\"google\":null},"
          + "\"reviews\":\"many\",\"code\":null,\"new\":{\"a\":[1.50,1e3,null]},\"no\":null}";
  private static final String DISPUTE =
      "{\"status\":\"closed\",\"closedAt\":\"2019-05-24T15:26:37.500+02:00\","
          + "\"wishContactMethode\":\"email\"}";

  /** What an application's own mapper does, whoever makes it. */
  private interface Mapper {
    String write(Object value) throws Exception;

    <T> T read(String json, Class<T> type) throws Exception;
  }

  private record Jackson2(ObjectMapper mapper) implements Mapper {
    @Override
    public String write(Object value) throws Exception {
      return mapper.writeValueAsString(value);
    }

    @Override
    public <T> T read(String json, Class<T> type) throws Exception {
      return mapper.readValue(json, type);
    }
  }

  private record Jackson3(tools.jackson.databind.ObjectMapper mapper) implements Mapper {
    @Override
    public String write(Object value) {
      return mapper.writeValueAsString(value);
    }

    @Override
    public <T> T read(String json, Class<T> type) {
      return mapper.readValue(json, type);
    }
  }

  /** Plain, and set as applications set them for their own classes. */
  static Stream<Mapper> mappers() {
    return Stream.of(
        new Jackson2(new ObjectMapper()),
        new Jackson2(
            JsonMapper.builder()
                .propertyNamingStrategy(PropertyNamingStrategies.UPPER_CAMEL_CASE)
                .defaultPropertyInclusion(
                    JsonInclude.Value.construct(
                        JsonInclude.Include.NON_EMPTY, JsonInclude.Include.NON_EMPTY))
                .enable(DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build()),
        new Jackson3(new tools.jackson.databind.json.JsonMapper()),
        new Jackson3(
            tools.jackson.databind.json.JsonMapper.builder()
                .propertyNamingStrategy(
                    tools.jackson.databind.PropertyNamingStrategies.UPPER_CAMEL_CASE)
                .changeDefaultPropertyInclusion(
                    unused ->
                        JsonInclude.Value.construct(
                            JsonInclude.Include.NON_EMPTY, JsonInclude.Include.NON_EMPTY))
                .enable(tools.jackson.databind.DeserializationFeature.FAIL_ON_UNKNOWN_PROPERTIES)
                .build()));
  }

  /** A class of an application that holds some of ours. */
  record Holder(
      @JsonProperty("one") Dealership one,
      @JsonProperty("list") List<Dispute> list,
      @JsonProperty("map") Map<ContactMethod, LooseNumber> map,
      @JsonProperty("maybe") Optional<DisputeStatus> maybe,
      @JsonProperty("json") Json json,
      @JsonProperty("flag") LooseBoolean flag,
      @JsonProperty("filter") FilterValue filter,
      @JsonProperty("none") @Nullable Dealership none) {}

  @ParameterizedTest
  @MethodSource("mappers")
  void writesAndReadsWhatWeDo(Mapper mapper) throws Exception {
    Dealership dealership = VendorJson.read(DEALERSHIP, Dealership.class);
    Dispute dispute = VendorJson.read(DISPUTE, Dispute.class);

    assertThat(mapper.write(dealership)).isEqualTo(VendorJson.write(dealership));
    assertThat(Json.parse(mapper.write(dealership))).isEqualTo(Json.parse(DEALERSHIP));
    assertThat(Json.parse(mapper.write(dispute))).isEqualTo(Json.parse(DISPUTE));
    assertThat(mapper.read(DEALERSHIP, Dealership.class)).isEqualTo(dealership);
    assertThat(mapper.read(DISPUTE, Dispute.class)).isEqualTo(dispute);
  }

  static Stream<Mapper> holderMappers() {
    return Stream.of(
        new Jackson2(new ObjectMapper().registerModule(new OptionalModule())),
        new Jackson3(new tools.jackson.databind.json.JsonMapper()));
  }

  /** As jackson-datatype-jdk8 does, which every Spring Boot registers. */
  private static final class OptionalModule
      extends com.fasterxml.jackson.databind.module.SimpleModule {
    private static final long serialVersionUID = 1L;

    OptionalModule() {
      addSerializer(
          new com.fasterxml.jackson.databind.ser.std.StdSerializer<Optional<?>>(
              Optional.class, false) {
            private static final long serialVersionUID = 1L;

            @Override
            public void serialize(
                Optional<?> value,
                com.fasterxml.jackson.core.JsonGenerator json,
                com.fasterxml.jackson.databind.SerializerProvider provider)
                throws java.io.IOException {
              provider.defaultSerializeValue(value.orElse(null), json);
            }
          });
      addDeserializer(
          Optional.class,
          new com.fasterxml.jackson.databind.JsonDeserializer<Optional<?>>() {
            @Override
            public Optional<?> deserialize(
                com.fasterxml.jackson.core.JsonParser parser,
                com.fasterxml.jackson.databind.DeserializationContext context)
                throws java.io.IOException {
              return Optional.of(parser.readValueAs(DisputeStatus.class));
            }
          });
    }
  }

  @ParameterizedTest
  @MethodSource("holderMappers")
  void serveClassesOfTheApplication(Mapper mapper) throws Exception {
    Holder holder =
        new Holder(
            VendorJson.read(DEALERSHIP, Dealership.class),
            List.of(VendorJson.read(DISPUTE, Dispute.class)),
            Map.of(ContactMethod.of("letter"), LooseNumber.ofFalse()),
            Optional.of(DisputeStatus.CLOSED),
            Json.parse("[null,{\"a\":1e3}]"),
            LooseBoolean.of("t"),
            FilterValue.all(FilterValue.of(5)),
            null);

    String json = mapper.write(holder);

    assertThat(Json.parse(json).get("one")).isEqualTo(Json.parse(DEALERSHIP));
    assertThat(Json.parse(json).at("/list/0")).contains(Json.parse(DISPUTE));
    assertThat(Json.parse(json).get("map")).hasToString("{\"letter\":false}");
    assertThat(Json.parse(json).get("filter")).hasToString("[5]");
    assertThat(mapper.read(json, Holder.class)).isEqualTo(holder);
  }

  @ParameterizedTest
  @MethodSource("mappers")
  void readNullAsTheValueThatMeansIt(Mapper mapper) throws Exception {
    assertThat(mapper.read("null", LooseNumber.class)).isEqualTo(LooseNumber.ofNull());
    assertThat(mapper.read("null", Json.class)).isEqualTo(Json.NULL);
    assertThat(mapper.read("null", Dealership.class)).isNull();
  }

  @ParameterizedTest
  @MethodSource("mappers")
  void refuseLoudlyWhatTheyCannotRead(Mapper mapper) {
    assertThatThrownBy(() -> mapper.read("[]", Dealership.class))
        .hasMessageContaining("Dealership: expected an object and found an array");
    assertThatThrownBy(() -> mapper.read("{}", Model.class))
        .hasMessageContaining("No reader for dev.forecourt.runtime.json.Model")
        .hasMessageContaining("name its class");
  }

  /** A tree knows no spelling of an exponent, so it has none here. */
  private static final String FOR_TREES = DEALERSHIP.replace("1e3", "1000");

  @Test
  void convertTreesOfJackson2() throws Exception {
    ObjectMapper mapper = new ObjectMapper();
    Dealership dealership = VendorJson.read(FOR_TREES, Dealership.class);

    JsonNode tree = mapper.valueToTree(dealership);

    assertThat(tree.get("grade").textValue()).isEqualTo("9.40");
    assertThat(mapper.treeToValue(tree, Dealership.class).grade()).isEqualTo(dealership.grade());
    assertThat(mapper.convertValue(dealership, Dealership.class)).isEqualTo(dealership);
    assertThat(mapper.convertValue(Map.of("id", 7, "new", List.of(1)), Dealership.class))
        .isEqualTo(VendorJson.read("{\"id\":7,\"new\":[1]}", Dealership.class));
  }

  @Test
  void convertTreesOfJackson3() {
    var mapper = new tools.jackson.databind.json.JsonMapper();
    Dealership dealership = VendorJson.read(FOR_TREES, Dealership.class);

    tools.jackson.databind.JsonNode tree = mapper.valueToTree(dealership);

    assertThat(tree.get("grade").stringValue()).isEqualTo("9.40");
    assertThat(mapper.treeToValue(tree, Dealership.class).grade()).isEqualTo(dealership.grade());
    assertThat(mapper.convertValue(dealership, Dealership.class)).isEqualTo(dealership);
  }

  /** As the Redis serializers of Spring set their mappers. */
  static Stream<Mapper> typingMappers() {
    return Stream.of(
        new Jackson2(
            JsonMapper.builder()
                .activateDefaultTyping(
                    BasicPolymorphicTypeValidator.builder().allowIfBaseType(Object.class).build(),
                    ObjectMapper.DefaultTyping.EVERYTHING,
                    JsonTypeInfo.As.PROPERTY)
                .build()),
        new Jackson2(
            JsonMapper.builder()
                .activateDefaultTyping(
                    BasicPolymorphicTypeValidator.builder().allowIfBaseType(Object.class).build(),
                    ObjectMapper.DefaultTyping.EVERYTHING,
                    JsonTypeInfo.As.WRAPPER_ARRAY)
                .build()),
        new Jackson3(
            tools.jackson.databind.json.JsonMapper.builder()
                .activateDefaultTypingAsProperty(
                    tools.jackson.databind.jsontype.BasicPolymorphicTypeValidator.builder()
                        .allowIfBaseType(Object.class)
                        .build(),
                    tools.jackson.databind.DefaultTyping.NON_FINAL_AND_RECORDS,
                    "@class")
                .build()));
  }

  /** An application's class with a member of any type. */
  record Cached(@JsonProperty("value") Object value) {}

  @ParameterizedTest
  @MethodSource("typingMappers")
  void keepTheClassWhereTheApplicationWantsIt(Mapper mapper) throws Exception {
    UnaryOperator<Object> cached =
        value -> {
          try {
            return mapper.read(mapper.write(new Cached(value)), Cached.class).value();
          } catch (Exception e) {
            throw new AssertionError(e);
          }
        };

    for (Object value :
        List.of(
            VendorJson.read(DEALERSHIP, Dealership.class),
            LooseNumber.of("9.40"),
            LooseNumber.of(5),
            Json.parse("{\"a\":[1.50]}"),
            Json.parse("[1.50,{\"b\":null}]"),
            DisputeStatus.CLOSED)) {
      assertThat(cached.apply(value)).isEqualTo(value);
    }
  }

  @Test
  void writeAndReadYaml() throws Exception {
    ObjectMapper yaml = new ObjectMapper(new YAMLFactory());
    Dispute dispute = VendorJson.read(DISPUTE, Dispute.class);

    assertThat(yaml.readValue(yaml.writeValueAsString(dispute), Dispute.class)).isEqualTo(dispute);
  }
}
