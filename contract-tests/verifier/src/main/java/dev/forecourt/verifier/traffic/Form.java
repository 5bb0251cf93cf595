package dev.forecourt.verifier.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/**
 * A form that a recording has as a list of fields.
 *
 * @param text as it goes over the wire
 * @param contentType its type with its boundary
 */
record Form(String text, String contentType) {
  private static final String BOUNDARY = "fields-of-a-form";

  static Form of(JsonNode fields, String type, String contentType) {
    if (type.equals("multipart/form-data")) {
      StringBuilder text = new StringBuilder();
      for (JsonNode each : fields) {
        text.append("--" + BOUNDARY + "\r\nContent-Disposition: form-data; name=\"")
            .append(each.path("name").asText())
            .append("\"\r\n\r\n")
            .append(each.path("value").asText())
            .append("\r\n");
      }
      return new Form(text + "--" + BOUNDARY + "--", type + "; boundary=" + BOUNDARY);
    }
    List<String> pairs = new ArrayList<>();
    for (JsonNode each : fields) {
      pairs.add(part(each.path("name").asText()) + "=" + part(each.path("value").asText()));
    }
    return new Form(String.join("&", pairs), contentType.isEmpty() ? type : contentType);
  }

  /** Some tools list names and values as they were sent. */
  private static String part(String text) {
    boolean encoded = text.matches("[^\\s&=]*%[0-9A-Fa-f]{2}[^\\s&=]*");
    return encoded ? text : URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
