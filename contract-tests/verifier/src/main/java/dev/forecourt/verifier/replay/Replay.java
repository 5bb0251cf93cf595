package dev.forecourt.verifier.replay;

import au.com.dius.pact.core.model.SynchronousRequestResponse;
import java.io.IOException;
import java.util.HashMap;
import java.util.Map;
import java.util.TreeMap;

/** Sends interactions to a host with the credentials that it takes. */
public final class Replay {
  /** How a state begins that no request can bring about: our stub is told. */
  private static final String TOLD = "the vendor answers ";

  private final Host host;
  private final Credentials credentials;

  public Replay(Host host, Credentials credentials) {
    this.host = host;
    this.credentials = credentials;
  }

  /** Whether the provider has to be told what to answer, by a header of the request. */
  public static boolean hasToBeTold(SynchronousRequestResponse interaction) {
    return PactFile.states(interaction).stream().anyMatch(Replay::isTold);
  }

  /** Whether a state is one that a header of the request forces. */
  public static boolean isTold(String state) {
    return state.startsWith(TOLD);
  }

  /**
   * The answer to an interaction. Its credentials are replaced by right ones, unless it expects to
   * be refused.
   */
  public Answer answerTo(SynchronousRequestResponse interaction) throws IOException {
    Map<String, String> headers = new HashMap<>();
    Map<String, String> query = Map.of();
    int status = interaction.getResponse().getStatus();
    boolean told = hasToBeTold(interaction);
    if (told || (status != 401 && status != 403)) {
      Map<String, String> fresh = new TreeMap<>(credentials.headers());
      interaction
          .getRequest()
          .getHeaders()
          .keySet()
          .forEach(
              name ->
                  fresh.entrySet().stream()
                      .filter(entry -> entry.getKey().equalsIgnoreCase(name))
                      .forEach(entry -> headers.put(name, entry.getValue())));
      query = credentials.query();
    }
    if (told) {
      headers.put("Prefer", "code=" + status);
    }
    return host.answerTo(interaction, headers, query);
  }
}
