package dev.forecourt.contracttests.fidcar;

import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.SynchronousRequestResponse;
import au.com.dius.pact.provider.junit5.HttpTestTarget;
import au.com.dius.pact.provider.junit5.PactVerificationContext;
import au.com.dius.pact.provider.junit5.PactVerificationInvocationContextProvider;
import au.com.dius.pact.provider.junitsupport.IgnoreMissingStateChange;
import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.loader.PactFolder;
import dev.forecourt.contracttests.kit.PrismServer;
import org.apache.hc.client5.http.impl.classic.HttpClients;
import org.apache.hc.core5.http.HttpRequest;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * Prism on the contract answers every interaction: the examples of the contract are as good as the
 * pacts want them.
 */
@Tag("node")
@Provider(FidcarPact.PROVIDER)
@PactFolder("target/pacts")
@IgnoreMissingStateChange // Prism has no state
class FidcarPrismVerificationTest {
  private static PrismServer prism;

  @BeforeAll
  static void startPrism() {
    prism = PrismServer.start(FidcarPact.PROVIDER);
  }

  @AfterAll
  static void stopPrism() {
    prism.close();
  }

  @BeforeEach
  void pointAtPrism(PactVerificationContext context) {
    // the verifier's own client would repeat 429 and 503 after a pause
    context.setTarget(
        new HttpTestTarget(
            "127.0.0.1",
            prism.port(),
            "/",
            () -> provider -> HttpClients.custom().disableAutomaticRetries().build()));
  }

  @AfterEach
  void isAlive() {
    prism.requireAlive();
  }

  @TestTemplate
  @ExtendWith(PactVerificationInvocationContextProvider.class)
  void answers(PactVerificationContext context, Interaction interaction, HttpRequest request) {
    int status = ((SynchronousRequestResponse) interaction).getResponse().getStatus();
    // Prism knows no keys and no ids: it is told which documented answer is meant
    request.setHeader("Prefer", "code=" + status);
    context.verifyInteraction();
  }
}
