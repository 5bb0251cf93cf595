package dev.forecourt.contracttests.kit;

import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.SynchronousRequestResponse;
import au.com.dius.pact.provider.ProviderClient;
import au.com.dius.pact.provider.ProviderInfo;
import au.com.dius.pact.provider.ProviderVerifier;
import au.com.dius.pact.provider.VerificationResult;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import org.apache.hc.client5.http.impl.classic.HttpClients;

/** Pact's verifier for the JVM, told of states by an address as any other verifier. */
final class JvmVerifier {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private JvmVerifier() {}

  /** Whether each interaction is kept, by its description. */
  static Map<String, Boolean> verdicts(Iterable<Interaction> interactions, StubGate gate) {
    ProviderInfo provider = new ProviderInfo("stub");
    provider.setHost("127.0.0.1");
    provider.setPort(gate.port());
    ProviderClient client =
        new ProviderClient(
            provider, each -> HttpClients.custom().disableAutomaticRetries().build());
    ProviderVerifier verifier = new ProviderVerifier();
    verifier.setReporters(List.of());
    Map<String, Boolean> verdicts = new TreeMap<>();
    for (Interaction each : interactions) {
      boolean ready = Verifiers.states(each).allMatch(state -> change(gate, state, "setup"));
      VerificationResult result =
          verifier.verifyResponseFromProvider(
              provider,
              (SynchronousRequestResponse) each,
              each.getDescription(),
              new HashMap<>(),
              client);
      verdicts.put(each.getDescription(), ready && result instanceof VerificationResult.Ok);
      Verifiers.states(each).forEach(state -> change(gate, state, "teardown"));
    }
    return verdicts;
  }

  private static boolean change(StubGate gate, String state, String action) {
    ObjectNode body = new ObjectMapper().createObjectNode();
    body.put("state", state).put("action", action);
    URI address = gate.stateChange();
    try {
      return HTTP.send(
                  HttpRequest.newBuilder(address)
                      .POST(HttpRequest.BodyPublishers.ofString(body.toString()))
                      .build(),
                  HttpResponse.BodyHandlers.discarding())
              .statusCode()
          == 200;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("Interrupted during the change to state " + state, e);
    }
  }
}
