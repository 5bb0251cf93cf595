package dev.forecourt.verifier.pact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.Map;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * What brings the stub into the states that a pact names.
 *
 * <pre>{@code
 * {
 *   "no tokens are left": [{"call": "POST /__mock/rate-limit", "body": {"limit": 0}}],
 *   "there are no leads": {"leads": []}
 * }
 * }</pre>
 *
 * A list holds calls of the stub's controls; an object is a document for {@code PUT /__mock/state}.
 */
final class StateCalls {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private final Map<String, JsonNode> byState;

  private StateCalls(Map<String, JsonNode> byState) {
    this.byState = byState;
  }

  /** Those of a file; none if it is null. */
  static StateCalls read(@Nullable Path file) throws IOException {
    Map<String, JsonNode> byState = new TreeMap<>();
    if (file != null) {
      for (Map.Entry<String, JsonNode> entry :
          new ObjectMapper().readTree(file.toFile()).properties()) {
        byState.put(entry.getKey(), entry.getValue());
      }
    }
    return new StateCalls(byState);
  }

  boolean knows(String state) {
    return byState.containsKey(state);
  }

  /** Makes the calls of a state; throws {@link IllegalArgumentException} if one is refused. */
  void bringAbout(String state, URI stub) throws IOException {
    JsonNode steps = byState.get(state);
    if (steps == null) {
      return;
    }
    if (steps.isObject()) {
      send(state, stub, "PUT /__mock/state", steps);
      return;
    }
    for (JsonNode step : steps) {
      send(state, stub, step.path("call").asText(), step.path("body"));
    }
  }

  private static void send(String state, URI stub, String call, JsonNode body) throws IOException {
    String[] parts = call.split(" ", 2);
    if (parts.length != 2 || !parts[1].startsWith("/__mock/")) {
      throw new IllegalArgumentException(
          "State '%s' asks for the call '%s'. Write a verb and a control, such as POST /__mock/reset."
              .formatted(state, call));
    }
    try {
      HttpRequest request =
          HttpRequest.newBuilder(stub.resolve(parts[1]))
              .method(
                  parts[0],
                  body.isMissingNode()
                      ? BodyPublishers.noBody()
                      : BodyPublishers.ofString(body.toString()))
              .build();
      HttpResponse<String> answer = HTTP.send(request, BodyHandlers.ofString());
      if (answer.statusCode() >= 300) {
        throw new IllegalArgumentException(
            "State '%s': the stub refuses %s: %s".formatted(state, call, answer.body()));
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted before the stub answered " + call, e);
    }
  }
}
