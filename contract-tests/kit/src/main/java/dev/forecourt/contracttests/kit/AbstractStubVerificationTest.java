package dev.forecourt.contracttests.kit;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.provider.junit5.PactVerificationContext;
import au.com.dius.pact.provider.junit5.PactVerificationInvocationContextProvider;
import au.com.dius.pact.provider.junitsupport.State;
import au.com.dius.pact.provider.junitsupport.loader.PactFolder;
import dev.forecourt.mock.MockServer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.util.Objects;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Our stub answers every interaction, each from the state that it names. A subclass names the
 * vendor, by {@code @Provider}, and handles its states by {@code @State} methods.
 */
@Tag("verification")
@RecordedAs("stub")
@PactFolder("../target/pacts")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class AbstractStubVerificationTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final VendorPact vendor;
  private MockServer stub;

  /** For subclasses: their calls of the stub carry the headers of these requests. */
  protected AbstractStubVerificationTest(VendorPact vendor) {
    this.vendor = vendor;
  }

  @BeforeAll
  void startStub() {
    stub = MockServer.builder(Verifiers.vendor(getClass())).start();
  }

  @AfterAll
  void stopStub() {
    stub.close();
  }

  /** States that no interaction names any more would make nobody red. */
  @AfterAll
  void everyHandledStateIsNamedInAPact() throws IOException {
    String pact = Files.readString(Checkout.writtenPact(Verifiers.vendor(getClass())));
    assertThat(
            Stream.of(getClass().getDeclaredMethods())
                .map(method -> method.getAnnotation(State.class))
                .filter(Objects::nonNull)
                .flatMap(state -> Stream.of(state.value())))
        .as("states handled by %s", getClass().getSimpleName())
        .allMatch(state -> pact.contains("\"name\": \"" + state + "\""));
  }

  @BeforeEach
  void pointAtStub(PactVerificationContext context) {
    resetStub();
    context.setTarget(Verifiers.at(stub.port()));
  }

  @TestTemplate
  @ExtendWith(PactVerificationInvocationContextProvider.class)
  void answers(
      PactVerificationContext context,
      Interaction interaction,
      org.apache.hc.core5.http.HttpRequest request) {
    prepareFor(interaction, request);
    context.verifyInteraction();
  }

  final void prepareFor(Interaction interaction, org.apache.hc.core5.http.HttpRequest request) {
    if (Verifiers.hasToBeTold(interaction)) {
      request.setHeader("Prefer", "code=" + Verifiers.status(interaction));
    }
    prepare(interaction, request);
  }

  final void resetStub() {
    stub.reset();
  }

  /** For what has to be fresh in each request, such as a signature. Default: nothing. */
  protected void prepare(Interaction interaction, org.apache.hc.core5.http.HttpRequest request) {}

  /** The stub is told by a header of the request itself. */
  @State({
    Verifiers.TOLD + "200",
    Verifiers.TOLD + "201",
    Verifiers.TOLD + "400",
    Verifiers.TOLD + "401",
    Verifiers.TOLD + "403",
    Verifiers.TOLD + "404",
    Verifiers.TOLD + "405",
    Verifiers.TOLD + "406",
    Verifiers.TOLD + "410",
    Verifiers.TOLD + "422",
    Verifiers.TOLD + "429",
    Verifiers.TOLD + "500",
    Verifiers.TOLD + "503"
  })
  void isTold() {}

  /** For states that nothing has to be done for. */
  @State("the credentials are wrong")
  void credentialsAreWrong() {}

  /** For states that nothing has to be done for. */
  @State("the credentials are missing")
  void credentialsAreMissing() {}

  /** The stub itself, for its controls. */
  protected final URI stub() {
    return stub.baseUri();
  }

  /** The stub's answer to a GET with right credentials must have this status. */
  protected final void expect(int status, String path) {
    assertThat(get(path).statusCode()).as("GET %s", path).isEqualTo(status);
  }

  /** The stub's answer to a GET with right credentials must hold this text. */
  protected final void expect(String text, String path) {
    assertThat(get(path).body()).as("GET %s", path).contains(text);
  }

  /** Changes the stub by one of its controls. */
  protected final void control(String path, String json) {
    HttpRequest request =
        HttpRequest.newBuilder(stub().resolve(path))
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build();
    assertThat(send(request).statusCode()).as("POST %s", path).isBetween(200, 299);
  }

  private HttpResponse<String> get(String path) {
    HttpRequest.Builder request = HttpRequest.newBuilder(stub().resolve(path));
    vendor.exampleHeaders(Access.GRANTED).forEach(request::setHeader);
    return send(request.build());
  }

  /** The stub's answer to any request. */
  protected static HttpResponse<String> send(HttpRequest request) {
    try {
      return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException e) {
      throw new IllegalStateException("The stub does not answer " + request, e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted before the stub answered " + request, e);
    }
  }
}
