package dev.forecourt.autengo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.autengo.api.VehiclesService.GetVehicleQuery;
import dev.forecourt.autengo.api.VehiclesService.ListVehiclesQuery;
import dev.forecourt.autengo.model.Language;
import dev.forecourt.runtime.call.RequestOptions;
import dev.forecourt.runtime.kit.Specs;
import dev.forecourt.runtime.kit.WireRequest;
import dev.forecourt.runtime.kit.WireServer;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Scheme words of the credentials, and the language of a client and of a call. */
class HeadersTest {
  private final WireServer server = new WireServer();

  @AfterEach
  void stop() {
    server.close();
  }

  private AutengoClient.Builder builder() {
    return AutengoClient.builder().apiKey("k3y").baseUrl(server.url());
  }

  private WireRequest readBy(AutengoClient.Builder builder) {
    server.answer("{}");
    try (AutengoClient client = builder.build()) {
      client.vehicles().getVehicle("A");
    }
    return server.requests().get(server.requests().size() - 1);
  }

  @Test
  void writesTheDocumentedWordsBeforeTokens() {
    WireRequest request = readBy(builder().jwt("j-0").sessionToken("s-0"));

    assertThat(request.head())
        .contains("\r\nAuthorization: JWT j-0\r\n")
        .contains("\r\nX-Authorization: Bearer s-0")
        .contains("\r\nX-Api-Key: k3y");
  }

  @Test
  void writesOtherWordsIfTold() {
    WireRequest request =
        readBy(
            builder()
                .jwt("j-0")
                .jwtPrefix("Bearer")
                .sessionToken("s-0")
                .sessionTokenPrefix("Session"));

    assertThat(request.header("Authorization")).isEqualTo("Bearer j-0");
    assertThat(request.header("X-Authorization")).isEqualTo("Session s-0");
  }

  @Test
  void writesNoWordIfItIsEmpty() {
    WireRequest request =
        readBy(builder().jwt("j-0").jwtPrefix("").sessionToken("s-0").sessionTokenPrefix(""));

    assertThat(request.head())
        .contains("\r\nAuthorization: j-0\r\n")
        .contains("\r\nX-Authorization: s-0");
  }

  @Test
  void refusesAWordThatWouldBreakTheHeader() {
    assertThatThrownBy(() -> builder().jwt("j").jwtPrefix("JWT\r\nX-Evil:").build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Autengo JWT prefix holds a character that a header cannot carry. Expected visible ASCII"
                + " without spaces.");
  }

  @Test
  void sendsNoLanguageUnlessToldSo() {
    assertThat(readBy(builder()).headers("Accept-Language")).isEmpty();
  }

  @Test
  void sendsTheLanguageOfTheClient() {
    assertThat(readBy(builder().language(Language.EN)).header("Accept-Language")).isEqualTo("en");
  }

  @Test
  void sendsTheLanguageOfTheCallInPlaceOfTheClients() {
    server.answer("{}").answer("{}").answer("{}");

    try (AutengoClient client = builder().language(Language.DE).build()) {
      client
          .vehicles()
          .getVehicle("A", GetVehicleQuery.builder().acceptLanguage(Language.EN).build());
      client
          .vehicles()
          .with(RequestOptions.builder().header("Accept-Language", "fr").build())
          .getVehicle("A");
      client.vehicles().getVehicle("A");
    }

    assertThat(server.requests())
        .extracting(request -> request.header("Accept-Language"))
        .containsExactly("en", "fr", "de");
  }

  @Test
  void sendsTheLanguageOfTheCallWithEveryPage() {
    server
        .answer("{\"list\":[{\"sellingId\":\"A\"}],\"limit\":1,\"offset\":0,\"total\":2}")
        .answer("{\"list\":[{\"sellingId\":\"B\"}],\"limit\":1,\"offset\":1,\"total\":2}");

    try (AutengoClient client = builder().language(Language.DE).build()) {
      client
          .vehicles()
          .listVehicles(ListVehiclesQuery.builder().limit(1).acceptLanguage(Language.EN).build())
          .forEach(vehicle -> {});
    }

    assertThat(server.requests())
        .extracting(request -> request.header("Accept-Language"))
        .containsExactly("en", "en");
  }

  @Test
  void sendsTheLanguageWhenItGetsASessionTokenToo() {
    server.answer("{\"token\":\"s-1\"}");

    readBy(builder().language(Language.EN).session(1, 2));

    assertThat(server.requests())
        .hasSize(2)
        .allSatisfy(request -> assertThat(request.header("Accept-Language")).isEqualTo("en"));
  }

  /** So there is no operation of this vendor that must not carry one. */
  @Test
  void everyOperationOfTheContractTakesALanguage() {
    Specs specs = new Specs("autengo");
    List<JsonNode> operations =
        specs.yaml("openapi.yaml").get("paths").properties().stream()
            .map(path -> specs.yaml(path.getValue().get("$ref").asText()))
            .flatMap(item -> item.properties().stream())
            .map(java.util.Map.Entry::getValue)
            .filter(operation -> operation.has("operationId"))
            .toList();

    assertThat(operations)
        .hasSize(15)
        .allSatisfy(
            operation ->
                assertThat(operation.get("parameters").toString()).contains("acceptLanguage"));
  }
}
