package dev.forecourt.verifier.check;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * One half of an interaction, whatever version of Pact wrote it: a request, an answer or a message.
 *
 * @param place JSON path in the pact file
 * @param headers by name, in any case; for a message its metadata
 * @param query by name; empty but for a request
 * @param body what is sent: JSON, or text; missing if the pact says nothing of it
 * @param bodyPlace JSON path of the body in the pact file
 * @param type media type of the body without its parameters; empty if nothing tells it
 * @param rules matching rules
 */
public record Message(
    String place,
    Map<String, List<String>> headers,
    Map<String, List<String>> query,
    JsonNode body,
    String bodyPlace,
    String type,
    List<MatchingRule> rules) {

  public String header(String name) {
    List<String> values = headers.get(name);
    return values == null ? "" : String.join(", ", values);
  }

  public boolean isForm() {
    return type.equals("application/x-www-form-urlencoded") || type.equals("multipart/form-data");
  }

  public boolean isJson() {
    return type.equals("application/json") || type.endsWith("+json");
  }
}
