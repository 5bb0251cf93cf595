package dev.forecourt.mock.server;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import dev.forecourt.mock.vendor.Vendors;
import java.net.http.HttpResponse;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The contract that each mock gives to everybody. */
final class EveryVendorContractTest {

  private static final Map<String, ServedVendor> VENDORS = new LinkedHashMap<>();
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  @AfterAll
  static void stop() {
    VENDORS.values().forEach(ServedVendor::stop);
    VENDORS.clear();
  }

  static Stream<ServedVendor> vendors() {
    return Vendors.all().stream()
        .map(vendor -> VENDORS.computeIfAbsent(vendor.id(), id -> new ServedVendor(vendor)))
        .peek(vendor -> vendor.server().reset());
  }

  @ParameterizedTest
  @MethodSource("vendors")
  void namesTheMockThatGivesItAsItsFirstServer(ServedVendor vendor) throws Exception {
    HttpResponse<String> answer = vendor.send("GET", "/openapi.json");

    JsonNode contract = JSON.readTree(answer.body());
    String called = vendor.server().baseUri().toString();
    assertThat(contract.at("/openapi").asText()).startsWith("3.0.");
    assertThat(contract.at("/servers/0/url").asText()).isEqualTo(called);
    // also where an operation has a server of its own, as Autochat's token call
    for (JsonNode servers : contract.findValues("servers")) {
      assertThat(servers.at("/0/url").asText()).isEqualTo(called);
    }
    assertThat(contract.at("/paths").size()).isEqualTo(vendor.contract().getPaths().size());
  }

  @ParameterizedTest
  @MethodSource("vendors")
  void isTheSameInYaml(ServedVendor vendor) throws Exception {
    HttpResponse<String> yaml = vendor.send("GET", "/openapi.yaml");

    assertThat(yaml.headers().firstValue("Content-Type")).contains("application/yaml");
    assertThat(YAML.readTree(yaml.body()))
        .isEqualTo(JSON.readTree(vendor.send("GET", "/openapi.json").body()));
  }

  @ParameterizedTest
  @MethodSource("vendors")
  void comesInTheNewerVersionWhenAskedFor(ServedVendor vendor) throws Exception {
    JsonNode newer = JSON.readTree(vendor.send("GET", "/openapi.json?version=3.1").body());

    assertThat(newer.at("/openapi").asText()).startsWith("3.1.");
    assertThat(newer.at("/servers/0/url").asText()).isEqualTo(vendor.server().baseUri().toString());
    assertThat(vendor.send("GET", "/openapi.json?version=2").statusCode()).isEqualTo(400);
  }

  @ParameterizedTest
  @MethodSource("vendors")
  void isSentOnceToWhoKeepsIt(ServedVendor vendor) throws Exception {
    HttpResponse<String> first = vendor.send("GET", "/openapi.json");
    String tag = first.headers().firstValue("ETag").orElseThrow();

    HttpResponse<String> again = vendor.send("GET", "/openapi.json", "If-None-Match", tag);
    HttpResponse<String> elsewhere =
        vendor.send(
            "GET", "/openapi.json", "If-None-Match", tag, "X-Forwarded-Host", "mocks.example");

    assertThat(again.statusCode()).isEqualTo(304);
    assertThat(again.body()).isEmpty();
    // it names another server
    assertThat(elsewhere.statusCode()).isEqualTo(200);
    assertThat(elsewhere.body()).contains("\"http://mocks.example\"");
  }

  @ParameterizedTest
  @MethodSource("vendors")
  void isNoRequestOfTheVendor(ServedVendor vendor) throws Exception {
    vendor.send("GET", "/openapi.json");
    vendor.send("GET", "/openapi.yaml");
    vendor.send("GET", "/");

    assertThat(vendor.server().requests()).isEmpty();
  }

  @ParameterizedTest
  @MethodSource("vendors")
  void isReadOnly(ServedVendor vendor) throws Exception {
    assertThat(vendor.send("PUT", "/openapi.json").statusCode()).isEqualTo(404);
    assertThat(vendor.server().requests()).hasSize(1);
  }
}
