package dev.forecourt.contracttests.kit;

import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.core.model.ProviderState;
import au.com.dius.pact.core.model.SynchronousRequestResponse;
import au.com.dius.pact.provider.junit5.HttpTestTarget;
import au.com.dius.pact.provider.junitsupport.Provider;
import java.util.Objects;
import java.util.stream.Stream;
import org.apache.hc.client5.http.impl.classic.HttpClients;

/** What the verification of stub and Prism have in common. */
final class Verifiers {
  /** How a state begins that no request can bring about: the provider has to be told. */
  static final String TOLD = "the vendor answers ";

  private Verifiers() {}

  static String vendor(Class<?> test) {
    return Objects.requireNonNull(
            test.getAnnotation(Provider.class), () -> test + " lacks @Provider(<vendor>)")
        .value();
  }

  static HttpTestTarget at(int port) {
    // the verifier's own client would repeat 429 and 503 after a pause
    return new HttpTestTarget(
        "127.0.0.1",
        port,
        "/",
        () -> provider -> HttpClients.custom().disableAutomaticRetries().build());
  }

  static int status(Interaction interaction) {
    return ((SynchronousRequestResponse) interaction).getResponse().getStatus();
  }

  static Stream<String> states(Interaction interaction) {
    return interaction.getProviderStates().stream()
        .map(ProviderState::getName)
        .filter(Objects::nonNull);
  }

  static boolean hasToBeTold(Interaction interaction) {
    return states(interaction).anyMatch(name -> name.startsWith(TOLD));
  }
}
