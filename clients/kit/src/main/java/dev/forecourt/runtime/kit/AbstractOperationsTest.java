package dev.forecourt.runtime.kit;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.runtime.VendorClient;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestInstance;

/**
 * Request and answer of each operation. Fails at the end if an operation of the contract was never
 * called.
 *
 * @param <C> the vendor's client
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class AbstractOperationsTest<C extends VendorClient> {
  protected final Specs specs;
  protected WireServer server = new WireServer();
  private C client;
  private final Set<String> called = new TreeSet<>();

  protected AbstractOperationsTest(String vendor) {
    this.specs = new Specs(vendor);
  }

  /** A client with all credentials. */
  protected abstract C build(String baseUrl);

  /** Checks what every request of the vendor carries. */
  protected abstract void assertCommonHeaders(WireRequest request);

  protected final C client() {
    return client;
  }

  /** Answers the next request with a sample. */
  protected final void answer(String evidence) {
    server.answer(specs.evidence(evidence));
  }

  /** The only request was this, without a body. */
  protected final void assertSent(String line) {
    assertThat(server.request().line()).isEqualTo(line);
    assertThat(server.request().body()).isEmpty();
    assertThat(server.request().headers("Content-Type")).isEmpty();
  }

  /** The only request was this, with exactly these bytes of JSON. */
  protected final void assertSent(String line, String json) {
    assertThat(server.request().line()).isEqualTo(line);
    assertThat(server.request().body()).isEqualTo(json);
    assertThat(server.request().header("Content-Type")).isEqualTo("application/json");
  }

  /** The only request was this, with the JSON of a sample, whatever its white space. */
  protected final void assertSentSample(String line, String evidence) {
    assertThat(server.request().line()).isEqualTo(line);
    assertThat(Specs.exact(server.request().body()))
        .isEqualTo(Specs.exact(specs.evidence(evidence)));
    assertThat(server.request().header("Content-Type")).isEqualTo("application/json");
  }

  @BeforeEach
  void connect() {
    server = new WireServer();
    client = build(server.url());
  }

  @AfterEach
  void disconnect() {
    client.close();
    server.close();
    server
        .requests()
        .forEach(
            request -> {
              called.add(request.line().replaceFirst("\\?.*", ""));
              assertCommonHeaders(request);
            });
  }

  @AfterAll
  void calledEveryOperationOfTheContract() {
    specs
        .yaml("openapi.yaml")
        .get("paths")
        .properties()
        .forEach(
            path -> assertCalled(path.getKey(), specs.yaml(path.getValue().get("$ref").asText())));
  }

  private void assertCalled(String path, JsonNode item) {
    item.properties().stream()
        .filter(operation -> operation.getValue().has("operationId"))
        .forEach(
            operation ->
                assertThat(called)
                    .as(operation.getValue().get("operationId").asText())
                    .anyMatch(
                        line ->
                            line.matches(
                                operation.getKey().toUpperCase(java.util.Locale.ROOT)
                                    + " "
                                    + path.replaceAll("\\{[^}]*}", "[^/]+"))));
  }
}
