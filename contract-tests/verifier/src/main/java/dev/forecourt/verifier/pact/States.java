package dev.forecourt.verifier.pact;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.forecourt.verifier.replay.Credentials;
import dev.forecourt.verifier.replay.Http;
import dev.forecourt.verifier.replay.Replay;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What brings the stub into the states that a pact names.
 *
 * <pre>{@code
 * {
 *   "no tokens are left": [{"call": "POST /__mock/rate-limit", "body": {"limit": 0}}],
 *   "there are no leads": {"leads": []},
 *   "a dealership exists": {"values": {"id": 1325}},
 *   "a webhook is gone": {"calls": [{"call": "POST /v1/webhooks/delete?webhook_id=${id}"}]}
 * }
 * }</pre>
 *
 * A list holds calls, in order: of the stub's controls, or of the vendor's operations, which get
 * right credentials. An object of {@code calls} and {@code values} may have both; values go where
 * generators of the pact ask for them. Any other object is a document for {@code PUT
 * /__mock/state}. {@code ${name}} stands for a parameter of the state.
 */
final class States {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Pattern NAME = Pattern.compile("\\$\\{([^}]+)}");
  private static final Set<String> MEMBERS = Set.of("calls", "values");

  private final Map<String, JsonNode> byName;
  private final Credentials credentials;

  private States(Map<String, JsonNode> byName, Credentials credentials) {
    this.byName = byName;
    this.credentials = credentials;
  }

  /** Those of our own pacts of a vendor, and those of a file, which win. */
  static States of(String vendor, @Nullable Path file) throws IOException {
    Map<String, JsonNode> byName = new TreeMap<>();
    for (String each : List.of("every-vendor", vendor)) {
      try (InputStream in = States.class.getResourceAsStream("states/" + each + ".json")) {
        if (in != null) {
          JSON.readTree(in).properties().forEach(e -> byName.put(e.getKey(), e.getValue()));
        }
      }
    }
    if (file != null) {
      JsonNode own = JSON.readTree(file.toFile());
      if (!own.isObject()) {
        throw new IllegalArgumentException(
            file + " holds no JSON object. Write {\"name of a state\": [calls], ...}.");
      }
      own.properties().forEach(each -> byName.put(each.getKey(), each.getValue()));
    }
    return new States(byName, Credentials.ofStub(vendor));
  }

  boolean knows(String state) {
    return byName.containsKey(state) || Replay.isTold(state);
  }

  /**
   * The values that a state gives: its parameters in the pact, and those of the file, which win.
   */
  Map<String, JsonNode> values(PactEntry.State state) {
    Map<String, JsonNode> values = new TreeMap<>(state.parameters());
    JsonNode known = byName.get(state.name());
    if (known != null && isExtended(known)) {
      for (Map.Entry<String, JsonNode> each : known.path("values").properties()) {
        values.put(each.getKey(), filled(state.name(), each.getValue(), state.parameters()));
      }
    }
    return values;
  }

  /**
   * Makes the calls of a state, if it has any; false if it has none. Throws {@link
   * IllegalArgumentException} if one is refused.
   */
  boolean bringAbout(PactEntry.State state, URI stub) throws IOException {
    JsonNode known = byName.get(state.name());
    if (known == null) {
      return false;
    }
    Map<String, JsonNode> values = values(state);
    if (known.isObject() && !isExtended(known)) {
      send(state.name(), stub, "PUT /__mock/state", filled(state.name(), known, values));
      return true;
    }
    JsonNode steps = known.isArray() ? known : known.path("calls");
    for (JsonNode step : steps) {
      String call = text(state.name(), step.path("call").asText(), values);
      send(state.name(), stub, call, filled(state.name(), step.path("body"), values));
    }
    return !steps.isEmpty();
  }

  private static boolean isExtended(JsonNode known) {
    return known.isObject()
        && !known.isEmpty()
        && known.properties().stream().allMatch(each -> MEMBERS.contains(each.getKey()));
  }

  /** A text that is a name and nothing else becomes the value itself, such as a number. */
  private static JsonNode filled(String state, JsonNode node, Map<String, JsonNode> values) {
    if (node.isTextual()) {
      Matcher whole = NAME.matcher(node.asText());
      return whole.matches()
          ? value(state, whole.group(1), values)
          : TextNode.valueOf(text(state, node.asText(), values));
    }
    JsonNode copy = node.deepCopy();
    if (copy instanceof ArrayNode items) {
      for (int i = 0; i < items.size(); i++) {
        items.set(i, filled(state, items.get(i), values));
      }
    }
    copy.properties().forEach(each -> each.setValue(filled(state, each.getValue(), values)));
    return copy;
  }

  private static String text(String state, String text, Map<String, JsonNode> values) {
    return NAME.matcher(text)
        .replaceAll(
            found -> Matcher.quoteReplacement(value(state, found.group(1), values).asText()));
  }

  private static JsonNode value(String state, String name, Map<String, JsonNode> values) {
    JsonNode value = values.get(name);
    if (value == null) {
      throw new IllegalArgumentException(
          "State '%s' uses ${%s}, which is no parameter of it in the pact. It has %s."
              .formatted(state, name, values.keySet()));
    }
    return value;
  }

  private void send(String state, URI stub, String call, JsonNode body) throws IOException {
    String[] parts = call.split(" ", 2);
    if (parts.length != 2 || !parts[1].startsWith("/")) {
      throw new IllegalArgumentException(
          "State '%s' asks for the call '%s'. Write a verb and a path, such as POST /__mock/reset."
              .formatted(state, call));
    }
    HttpRequest.Builder request =
        HttpRequest.newBuilder(stub.resolve(parts[1]))
            .method(
                parts[0],
                body.isMissingNode()
                    ? BodyPublishers.noBody()
                    : BodyPublishers.ofString(body.toString()));
    if (!parts[1].startsWith("/__mock/")) {
      credentials.headers().forEach(request::setHeader);
      request.setHeader("Content-Type", "application/json");
    }
    try {
      HttpResponse<String> answer =
          Http.clientFor(stub).send(request.build(), BodyHandlers.ofString());
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
