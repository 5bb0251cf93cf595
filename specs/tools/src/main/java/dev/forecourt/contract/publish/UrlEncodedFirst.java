package dev.forecourt.contract.publish;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;

/**
 * Puts {@code application/x-www-form-urlencoded} before {@code multipart/form-data} where both are
 * taken: tools write the first one, and many cannot write the second.
 */
final class UrlEncodedFirst {

  private static final String URL_ENCODED = "application/x-www-form-urlencoded";
  private static final String MULTIPART = "multipart/form-data";

  private UrlEncodedFirst() {}

  static void apply(ObjectNode document) {
    for (JsonNode item : document.path("paths")) {
      item.forEach(operation -> sort(operation.path("requestBody")));
    }
    document.at("/components/requestBodies").forEach(UrlEncodedFirst::sort);
  }

  private static void sort(JsonNode body) {
    if (body.path("content") instanceof ObjectNode content
        && content.has(URL_ENCODED)
        && content.has(MULTIPART)) {
      // taken out and put in again, a member comes last
      content.set(MULTIPART, content.remove(MULTIPART));
    }
  }
}
