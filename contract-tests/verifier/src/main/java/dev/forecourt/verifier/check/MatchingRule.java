package dev.forecourt.verifier.check;

import com.fasterxml.jackson.databind.JsonNode;

/**
 * One matching rule of a pact.
 *
 * @param part what it is about: {@code body}, {@code header}, {@code query}, {@code path} or {@code
 *     status}
 * @param key name of the header or parameter, or path in the body; empty for path and status
 * @param matcher what has to match, such as {@code {"match": "type"}}
 * @param alternative whether another matcher of the same place suffices
 * @param place JSON path in the pact file
 */
public record MatchingRule(
    String part, String key, JsonNode matcher, boolean alternative, String place) {

  /** Kind of matcher; the oldest pacts leave it out where another member tells it. */
  public String kind() {
    if (matcher.has("match")) {
      return matcher.path("match").asText();
    }
    return matcher.has("regex") ? "regex" : "type";
  }
}
