package dev.forecourt.contracttests.generated;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.forecourt.contracttests.kit.Checkout;
import dev.forecourt.mock.MockServer;
import dev.forecourt.mock.vendor.Vendor;
import dev.forecourt.mock.vendor.Vendors;
import dev.forecourt.verifier.contract.ContractTree;
import dev.forecourt.verifier.contract.Spot;
import dev.forecourt.verifier.contract.VendorContracts;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** One call of each operation of a contract, with what it requires alone. */
final class ShownCalls {

  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static final Set<String> METHODS =
      Set.of("get", "put", "post", "delete", "options", "head", "patch", "trace");
  // so that two runs write the same pact
  private static final Clock CLOCK =
      Clock.fixed(Instant.parse("2026-01-02T03:04:05Z"), ZoneOffset.UTC);

  private final JsonNode contract;
  private final JsonNode startData;
  private final Sample samples;

  private ShownCalls(JsonNode contract, JsonNode startData) {
    this.contract = contract;
    this.startData = startData;
    samples = new Sample(contract);
  }

  static ShownCalls of(String vendor) {
    try (MockServer stub = stub(vendor)) {
      HttpRequest asked =
          HttpRequest.newBuilder(URI.create(stub.baseUri() + "/__mock/state")).build();
      String state = HTTP.send(asked, BodyHandlers.ofString()).body();
      JsonNode contract = VendorContracts.in(Checkout.file("specs")).of(vendor);
      return new ShownCalls(contract, new ObjectMapper().readTree(state));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    }
  }

  private static MockServer stub(String vendor) {
    AtomicLong ids = new AtomicLong();
    return MockServer.builder(vendor)
        .clock(CLOCK)
        .ids(() -> new UUID(0x4000, Long.MIN_VALUE + ids.incrementAndGet()))
        .start();
  }

  /**
   * A call.
   *
   * @param parameters texts of what it requires, in the order of the client's method
   * @param query of those, the ones in the query
   * @param headers of those, the ones in headers
   * @param mediaType of the body; null if it has none
   */
  record Shown(
      String operation,
      String method,
      String path,
      List<String> parameters,
      Map<String, String> query,
      Map<String, String> headers,
      @Nullable String mediaType,
      @Nullable JsonNode body) {

    String target(Map<String, String> credentials) {
      String pairs =
          Stream.of(query, credentials)
              .flatMap(each -> each.entrySet().stream())
              .map(each -> each.getKey() + "=" + encoded(each.getValue()))
              .collect(Collectors.joining("&"));
      return pairs.isEmpty() ? path : path + "?" + pairs;
    }
  }

  List<Shown> all() {
    List<Shown> all = new ArrayList<>();
    for (Map.Entry<String, JsonNode> path : contract.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> each : path.getValue().properties()) {
        if (METHODS.contains(each.getKey())) {
          all.add(shown(path.getKey(), path.getValue(), each.getKey(), each.getValue()));
        }
      }
    }
    return all;
  }

  /** Path of the vendor's server, which the paths of a contract and of its pacts go without. */
  String basePath() {
    String server = contract.at("/servers/0/url").asText("");
    String path = server.replaceFirst("^[a-z]+://[^/]*", "");
    return path.endsWith("/") ? path.substring(0, path.length() - 1) : path;
  }

  private Shown shown(String template, JsonNode item, String method, JsonNode operation) {
    List<String> texts = new ArrayList<>();
    Map<String, String> query = new LinkedHashMap<>();
    Map<String, String> headers = new LinkedHashMap<>();
    String path = template;
    for (JsonNode holder : List.of(item, operation)) {
      for (JsonNode reference : holder.path("parameters")) {
        JsonNode parameter = samples.resolved(reference);
        if (!parameter.path("required").asBoolean()) {
          continue;
        }
        String name = parameter.path("name").asText();
        String text = text(operation, parameter);
        texts.add(text);
        switch (parameter.path("in").asText()) {
          case "path" -> path = path.replace("{" + name + "}", encoded(text));
          case "query" -> query.put(name, text);
          default -> headers.put(name, text);
        }
      }
    }
    ContractTree tree = new ContractTree(contract);
    Spot content = tree.to(tree.operation(template, method), "requestBody", "content");
    Iterator<String> types = content.node().fieldNames();
    String mediaType = types.hasNext() ? types.next() : null;
    return new Shown(
        operation.path("operationId").asText(),
        method.toUpperCase(Locale.ROOT),
        path,
        texts,
        query,
        headers,
        mediaType,
        mediaType == null ? null : body(tree, content.to(mediaType)));
  }

  private JsonNode body(ContractTree tree, Spot media) {
    JsonNode shown = samples.of(media.node());
    Spot schema = tree.to(media, "schema");
    return schema.exists() ? ShownOperation.named(contract, schema, shown) : shown;
  }

  private String text(JsonNode operation, JsonNode parameter) {
    boolean shown = parameter.has("example") || parameter.has("examples");
    JsonNode known =
        shown ? MissingNode.getInstance() : known(operation, parameter.path("name").asText());
    JsonNode value = known.isValueNode() ? known : samples.of(parameter);
    return value.isArray() ? value.path(0).asText() : value.asText();
  }

  /** What the stub has at the place that a variable of the path names, if it has something. */
  private JsonNode known(JsonNode operation, String name) {
    JsonNode convention = operation.path("x-convention");
    JsonNode row = startData.findPath(convention.path("collection").asText()).path(0);
    return convention.path("id").asText().equals(name)
        ? row.path("id")
        : row.path("parents").path(name);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8).replace("+", "%20");
  }

  /** Credentials of the tests that a call has in its query, by the parameter's name. */
  static Map<String, String> queryCredentials(String vendor, Shown call) {
    Vendor stub = Vendors.named(vendor);
    Map<String, String> credentials = new TreeMap<>(stub.queryOf(stub.testCredentials()));
    credentials.keySet().retainAll(ShownOperation.of(vendor, call).queryCredentials());
    return credentials;
  }

  /** What a fresh stub answers. */
  static HttpResponse<String> answerOfStub(String vendor, Shown call, @Nullable String body)
      throws Exception {
    try (MockServer stub = stub(vendor)) {
      String target = call.target(queryCredentials(vendor, call));
      HttpRequest.Builder sent = HttpRequest.newBuilder(URI.create(stub.baseUri() + target));
      call.headers().forEach(sent::header);
      Vendors.named(vendor).headers().forEach(sent::header);
      if (call.mediaType() != null) {
        sent.header("Content-Type", call.mediaType());
      }
      sent.method(
          call.method(), body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
      return HTTP.send(sent.build(), BodyHandlers.ofString());
    }
  }
}
