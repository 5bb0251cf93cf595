package dev.forecourt.contracttests.kit;

import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.State;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class StubGateTest {
  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final AbstractStubVerificationTest stub = new Autochat();

  @BeforeEach
  void startStub() {
    stub.startStub();
  }

  @AfterEach
  void stopStub() {
    stub.stopStub();
  }

  @Test
  void answersTheRequestWithTheStateThatCannotBe() throws Exception {
    try (StubGate gate = StubGate.before(stub, List.of(), Damage.NONE)) {
      assertThat(change(gate, "setup", "impossible").statusCode()).isEqualTo(200);

      HttpResponse<String> refused = get(gate);
      assertThat(refused.statusCode()).isEqualTo(502);
      assertThat(refused.body())
          .isEqualTo(
              "The state 'impossible' cannot be brought about: java.lang.AssertionError: not like this");

      change(gate, "teardown", "impossible");
      change(gate, "setup", "possible");
      assertThat(get(gate).statusCode()).as("of the stub, which wants a token").isEqualTo(401);
    }
  }

  @Test
  void namesAStateThatNobodyHandles() throws Exception {
    try (StubGate gate = StubGate.before(stub, List.of(), Damage.NONE)) {
      change(gate, "setup", "unheard of");

      assertThat(get(gate).body()).contains("no method handles the state unheard of");
    }
  }

  private static HttpResponse<String> change(StubGate gate, String action, String state)
      throws IOException, InterruptedException {
    String json = "{\"action\": \"%s\", \"state\": \"%s\"}".formatted(action, state);
    return CLIENT.send(
        HttpRequest.newBuilder(gate.stateChange())
            .POST(HttpRequest.BodyPublishers.ofString(json))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  private static HttpResponse<String> get(StubGate gate) throws IOException, InterruptedException {
    URI uri = URI.create("http://127.0.0.1:" + gate.port() + "/api/options");
    return CLIENT.send(HttpRequest.newBuilder(uri).build(), HttpResponse.BodyHandlers.ofString());
  }

  @Provider("autochat")
  private static final class Autochat extends AbstractStubVerificationTest {
    Autochat() {
      super(VendorPact.of("autochat"));
    }

    @State("impossible")
    void impossible() {
      throw new AssertionError("not like this");
    }

    @State("possible")
    void possible() {}
  }
}
