package dev.forecourt.fidelisa;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.runtime.contract.Operation;
import dev.forecourt.runtime.errors.VendorException;
import dev.forecourt.runtime.json.VendorJson;
import dev.forecourt.runtime.kit.Specs;
import dev.forecourt.runtime.kit.WireServer;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Modifier;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each operation carries the headers that specs/fidelisa names for it, and no others. */
class SecurityByContractTest {
  private static final Specs SPECS = new Specs("fidelisa");
  private static final JsonNode SCHEMES =
      SPECS.yaml("openapi.yaml").at("/components/securitySchemes");

  /** Headers of each operation, all alternatives together: what a client with all rights sends. */
  private static Map<String, TreeSet<String>> headersOfTheContract() {
    Map<String, TreeSet<String>> headers = new TreeMap<>();
    SPECS.yaml("openapi.yaml").get("paths").properties().stream()
        .map(path -> SPECS.yaml(path.getValue().get("$ref").asText()))
        .flatMap(item -> item.properties().stream())
        .map(Map.Entry::getValue)
        .filter(operation -> operation.has("operationId"))
        .forEach(
            operation -> headers.put(operation.get("operationId").asText(), headers(operation)));
    return headers;
  }

  private static TreeSet<String> headers(JsonNode operation) {
    TreeSet<String> names = new TreeSet<>();
    operation
        .get("security")
        .forEach(
            alternative ->
                alternative
                    .fieldNames()
                    .forEachRemaining(
                        scheme -> names.add(SCHEMES.at("/" + scheme + "/name").asText())));
    return names;
  }

  @Test
  void sendsTheHeadersThatTheContractNames() throws Exception {
    Map<String, TreeSet<String>> sent = new TreeMap<>();
    List<String> called = new ArrayList<>();

    try (WireServer server = new WireServer();
        FidelisaClient client =
            FidelisaClient.builder()
                .provider("P", "provider-key")
                .shop("S", "shop-key")
                .listener(event -> called.add(event.operation().id()))
                .baseUrl(server.url())
                .build()) {
      for (Method service : services()) {
        for (Method operation : operations(service.getReturnType())) {
          call(service.invoke(client), operation);
          String head = server.requests().get(server.requests().size() - 1).head();
          sent.put(called.get(called.size() - 1), vendorHeaders(head));
        }
      }
    }

    assertThat(sent).hasSize(18).isEqualTo(headersOfTheContract());
  }

  /** Both kinds are there, so that this test does not compare nothing with nothing. */
  @Test
  void theContractKnowsProviderAndShopOperations() {
    assertThat(headersOfTheContract().get("initShop"))
        .containsExactly("FIDELISA_JETON", "FIDELISA_PROVIDER", "FIDELISA_PROVIDER_KEY");
    assertThat(headersOfTheContract().get("createSale"))
        .containsExactly(
            "FIDELISA_APIUSER",
            "FIDELISA_APIUSER_KEY",
            "FIDELISA_JETON",
            "FIDELISA_PROVIDER",
            "FIDELISA_PROVIDER_KEY");
  }

  private static List<Method> services() {
    return Arrays.stream(FidelisaClient.class.getMethods())
        .filter(method -> method.getReturnType().getPackageName().endsWith(".api"))
        .toList();
  }

  /** Of the overloads of an operation the one with the fewest arguments. */
  private static List<Method> operations(Class<?> service) {
    Map<String, Method> operations = new TreeMap<>();
    Stream<String> ids =
        Arrays.stream(service.getDeclaredFields())
            .filter(field -> field.getType() == Operation.class)
            .map(field -> field.getName().replace("_", "").toLowerCase(Locale.ROOT));
    List<String> known = ids.toList();
    Arrays.stream(service.getMethods())
        .filter(method -> Modifier.isPublic(method.getModifiers()))
        .filter(method -> known.contains(method.getName().toLowerCase(Locale.ROOT)))
        .forEach(
            method ->
                operations.merge(
                    method.getName(),
                    method,
                    (a, b) -> a.getParameterCount() < b.getParameterCount() ? a : b));
    return List.copyOf(operations.values());
  }

  private static void call(Object service, Method operation) throws Exception {
    try {
      operation.invoke(
          service,
          Arrays.stream(operation.getParameterTypes()).map(type -> argument(type)).toArray());
    } catch (InvocationTargetException e) {
      // the server answers an error: only what was sent counts here
      assertThat(e.getCause()).isInstanceOf(VendorException.class);
    }
  }

  private static Object argument(Class<?> type) {
    return type == String.class ? "ID" : VendorJson.read("{}", type);
  }

  /** Names of the vendor's headers as they were spelt on the wire. */
  private static TreeSet<String> vendorHeaders(String head) {
    TreeSet<String> names = new TreeSet<>();
    for (String line : head.split("\r\n")) {
      if (line.toUpperCase(Locale.ROOT).startsWith("FIDELISA")) {
        names.add(line.substring(0, line.indexOf(':')));
      }
    }
    return names;
  }
}
