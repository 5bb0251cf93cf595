package dev.forecourt.contract.importer.guess;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.forecourt.contract.importer.edit.Draft;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How callers authenticate, as a person said it or as it was guessed.
 *
 * @param name of the scheme
 * @param scheme its content
 */
public record AuthChoice(String name, ObjectNode scheme) {
  private static final String FORMS =
      "none, basic, bearer, header:NAME, query:NAME, cookie:NAME or oauth2:TOKEN-URL";

  /** What is wrong with a choice; empty if nothing is. */
  public static List<String> problems(@Nullable String text) {
    return text == null || text.equals("none") || of(text) != null
        ? List.of()
        : List.of("auth '" + text + "' must be " + FORMS + ", such as header:X-Api-Key.");
  }

  static @Nullable AuthChoice of(String text) {
    String value = text.substring(text.indexOf(':') + 1);
    if (text.equals("basic") || text.equals("bearer")) {
      return new AuthChoice(text + "Auth", Draft.object().put("type", "http").put("scheme", text));
    }
    if (text.matches("(header|query|cookie):[^\\s:]+")) {
      return new AuthChoice(
          "apiKey",
          Draft.object()
              .put("type", "apiKey")
              .put("in", text.substring(0, text.indexOf(':')))
              .put("name", value));
    }
    if (text.matches("oauth2:https?://\\S+")) {
      ObjectNode scheme = Draft.object().put("type", "oauth2");
      scheme
          .putObject("flows")
          .putObject("clientCredentials")
          .put("tokenUrl", value)
          .putObject("scopes");
      return new AuthChoice("oauth2", scheme);
    }
    return null;
  }
}
