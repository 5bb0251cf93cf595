package dev.forecourt.contracttests.fidcar;

import static dev.forecourt.contracttests.fidcar.FidcarPact.DISPUTE;
import static dev.forecourt.contracttests.fidcar.FidcarPact.KEY;
import static dev.forecourt.contracttests.fidcar.FidcarPact.REVIEW;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.provider.junit5.HttpTestTarget;
import au.com.dius.pact.provider.junit5.PactVerificationContext;
import au.com.dius.pact.provider.junit5.PactVerificationInvocationContextProvider;
import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.State;
import au.com.dius.pact.provider.junitsupport.loader.PactFolder;
import dev.forecourt.mock.MockServer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/** Our stub answers every interaction, each from the state that it names. */
@Provider(FidcarPact.PROVIDER)
@PactFolder("target/pacts")
class FidcarStubVerificationTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();
  private static MockServer stub;

  @BeforeAll
  static void startStub() {
    stub = MockServer.builder(FidcarPact.PROVIDER).start();
  }

  @AfterAll
  static void stopStub() {
    stub.close();
  }

  @BeforeEach
  void pointAtStub(PactVerificationContext context) {
    stub.reset();
    // the verifier's own client would repeat 429 and 503 after a pause
    context.setTarget(
        new HttpTestTarget(
            "127.0.0.1",
            stub.port(),
            "/",
            () -> provider -> HttpClients.custom().disableAutomaticRetries().build()));
  }

  @TestTemplate
  @ExtendWith(PactVerificationInvocationContextProvider.class)
  void answers(PactVerificationContext context) {
    context.verifyInteraction();
  }

  @State("dealership 1325 exists")
  void dealership() {
    assertThat(status("/api/local/1325", KEY)).isEqualTo(200);
  }

  @State("contact d57c6ec6 of dealership 1325 exists")
  void contact() {
    assertThat(body("/api/local/1325/contact?limit=100")).contains(REVIEW);
  }

  @State("review d57c6ec6 of dealership 1325 exists")
  void review() {
    assertThat(status("/api/review/" + REVIEW, KEY)).isEqualTo(200);
  }

  @State("a lead of dealership 1325 exists")
  void lead() {
    assertThat(body("/api/local/1325/lead?type=Neuf")).contains("6 mois");
  }

  @State("dispute 4012 exists")
  void dispute() {
    assertThat(status("/api/dispute/" + DISPUTE, KEY)).isEqualTo(200);
  }

  @State("review 00000000 does not exist")
  void noReview() {
    assertThat(status("/api/review/00000000", KEY)).isEqualTo(404);
  }

  @State("the key wrong-key is unknown")
  void unknownKey() {
    assertThat(status("/api/local", "wrong-key")).isEqualTo(401);
  }

  private static int status(String path, String key) {
    return send(path, key).statusCode();
  }

  private static String body(String path) {
    return send(path, KEY).body();
  }

  private static HttpResponse<String> send(String path, String key) {
    try {
      HttpRequest request =
          HttpRequest.newBuilder(stub.baseUri().resolve(path)).header("Authorization", key).build();
      return HTTP.send(request, HttpResponse.BodyHandlers.ofString());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException("The stub does not answer GET " + path, e);
    }
  }
}
