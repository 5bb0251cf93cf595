package dev.forecourt.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.forecourt.autengo.model.Language;
import dev.forecourt.autochat.model.TokenAudience;
import dev.forecourt.fidcar.FidcarClient;
import dev.forecourt.runtime.call.RetryPolicy;
import dev.forecourt.runtime.http.HttpSettings;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.lang.reflect.Method;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.convert.DurationStyle;
import org.springframework.util.unit.DataSize;

/** What editors complete {@code application.yaml} from. */
class StarterMetadataTest {
  private final JsonNode metadata = read();

  static Stream<VendorCase<?>> vendors() {
    return VendorCase.all();
  }

  private static JsonNode read() {
    try (InputStream in =
        DefaultsProperties.class.getResourceAsStream(
            "/META-INF/spring-configuration-metadata.json")) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private Map<String, JsonNode> below(String prefix) {
    Map<String, JsonNode> found = new LinkedHashMap<>();
    for (JsonNode property : metadata.get("properties")) {
      if (property.get("name").asText().startsWith(prefix + ".")) {
        found.put(property.get("name").asText(), property);
      }
    }
    return found;
  }

  @ParameterizedTest
  @MethodSource("vendors")
  void describesEveryPropertyOfTheVendor(VendorCase<?> vendor) {
    Map<String, JsonNode> described = below("forecourt." + vendor.id());

    assertThat(described.keySet())
        .containsExactlyInAnyOrderElementsOf(
            names("forecourt." + vendor.id(), vendor.properties()));
    assertThat(described.values())
        .allSatisfy(
            property -> {
              assertThat(property.path("type").asText())
                  .matches("java\\..*|org\\.springframework\\.util\\.unit\\.DataSize");
              assertThat(property.path("description").asText()).endsWith(".");
            });
  }

  @Test
  void describesTheDefaultsWithTheirValues() {
    Map<String, JsonNode> described = below("forecourt.defaults");
    String builder = FidcarClient.builder().toString();

    assertThat(described.keySet())
        .containsExactlyInAnyOrderElementsOf(names("forecourt.defaults", DefaultsProperties.class));
    assertThat(described.values())
        .allMatch(property -> property.path("description").asText().endsWith("."));
    // the same that a builder has by itself
    assertThat(builder)
        .contains("connectTimeout=" + duration(described, "connect-timeout"))
        .contains("readTimeout=" + duration(described, "read-timeout"));
    HttpSettings http = HttpSettings.DEFAULTS;
    assertThat(described.get("forecourt.defaults.gzip").get("defaultValue").asBoolean())
        .isEqualTo(http.gzip());
    assertThat(described.get("forecourt.defaults.http2").get("defaultValue").asBoolean())
        .isEqualTo(http.http2());
    assertThat(
            DataSize.parse(
                    described
                        .get("forecourt.defaults.max-response-size")
                        .get("defaultValue")
                        .asText())
                .toBytes())
        .isEqualTo(http.maxAnswerBytes());
    assertThat(
            StreamSupport.stream(
                described
                    .get("forecourt.defaults.proxy.non-proxy-hosts")
                    .get("defaultValue")
                    .spliterator(),
                false))
        .extracting(JsonNode::asText)
        .isEqualTo(HostProxy.LOCAL);
    RetryPolicy standard = RetryPolicy.standard();
    assertThat(described.get("forecourt.defaults.retries.max-retries").get("defaultValue").asInt())
        .isEqualTo(standard.maxRetries());
    assertThat(duration(described, "retries.first-delay"))
        .isEqualTo(standard.firstDelay().toString());
    assertThat(duration(described, "retries.max-delay")).isEqualTo(standard.maxDelay().toString());
    assertThat(duration(described, "retries.time-limit"))
        .isEqualTo(standard.timeLimit().toString());
  }

  private static String duration(Map<String, JsonNode> described, String name) {
    return DurationStyle.detectAndParse(
            described.get("forecourt.defaults." + name).get("defaultValue").asText())
        .toString();
  }

  @Test
  void namesTheAudienceThatTheClientAsksForByItself() {
    assertThat(
            below("forecourt.autochat")
                .get("forecourt.autochat.audience")
                .get("defaultValue")
                .asText())
        .isEqualTo(TokenAudience.AUTOCHAT.value());
  }

  @Test
  void offersTheLanguagesOfTheContract() {
    JsonNode hint =
        StreamSupport.stream(metadata.get("hints").spliterator(), false)
            .filter(one -> one.get("name").asText().equals("forecourt.autengo.language"))
            .findFirst()
            .orElseThrow();

    assertThat(
            StreamSupport.stream(hint.get("values").spliterator(), false)
                .map(value -> Language.of(value.get("value").asText()).known()))
        .containsExactlyInAnyOrderElementsOf(
            Arrays.stream(Language.Known.values())
                .filter(known -> known != Language.Known.UNKNOWN)
                .toList());
  }

  @Test
  void isWhatTheReferenceLists() throws IOException {
    Path documents = Path.of(System.getProperty("forecourt.specs"), "docs");
    List<String> rows =
        Files.readString(documents.resolve("reference/spring-properties.md"))
            .lines()
            .filter(line -> line.startsWith("| `forecourt."))
            .map(line -> line.split("`")[1])
            .toList();

    Set<String> listed = new TreeSet<>();
    for (String row : rows) {
      if (row.startsWith("forecourt.*.")) {
        Stream.concat(Stream.of("defaults"), vendors().map(VendorCase::id))
            .map(id -> row.replace("*", id))
            .filter(name -> !name.matches("forecourt.defaults.(enabled|base-url|accounts)"))
            .forEach(listed::add);
      } else {
        listed.add(row);
      }
    }

    assertThat(listed).isEqualTo(new TreeSet<>(below("forecourt").keySet()));
    assertThat(Files.readString(documents.resolve("guide/spring-boot.md")))
        .contains(Files.readString(Path.of("src/test/resources/readme/application.yaml")));
  }

  /** What Spring Boot binds: the setters of a class, of what it extends and of what it nests. */
  private static Set<String> names(String prefix, Class<?> type) {
    Set<String> names = new TreeSet<>();
    for (Method method : type.getMethods()) {
      String name = method.getName().replaceFirst("^[sg]et", "");
      String property =
          prefix + "." + name.replaceAll("(?<=.)([A-Z])", "-$1").toLowerCase(Locale.ROOT);
      if (method.getName().startsWith("set") || method.getReturnType() == Map.class) {
        names.add(property);
      } else if (method.getReturnType().getName().startsWith(type.getPackageName())) {
        names.addAll(names(property, method.getReturnType()));
      }
    }
    return names;
  }
}
