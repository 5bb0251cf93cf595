package dev.forecourt.clients.normalizer.plain;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The server of an operation: its host, and the path that goes before the operation's own. */
final class Servers {
  private static final Pattern VARIABLE = Pattern.compile("\\{([^{}]*)}");
  private static final String NOWHERE = "http://localhost";

  private Servers() {}

  record Server(String host, String path, boolean own) {}

  static Server of(Document document, JsonNode item, JsonNode operation, Findings findings) {
    Server usual = of(document.root().path("servers").path(0), findings);
    JsonNode own =
        operation.path("servers").has(0)
            ? operation.path("servers").path(0)
            : item.path("servers").path(0);
    if (own.isMissingNode()) {
      return usual;
    }
    Server other = of(own, findings);
    return new Server(other.host(), other.path(), !other.host().equals(usual.host()));
  }

  private static Server of(JsonNode server, Findings findings) {
    String url = url(server);
    if (url.startsWith("//")) {
      url = "https:" + url;
    }
    String host = NOWHERE;
    String path = url;
    int scheme = url.indexOf("://");
    if (scheme > 0) {
      int slash = url.indexOf('/', scheme + 3);
      host = slash < 0 ? url : url.substring(0, slash);
      path = slash < 0 ? "" : url.substring(slash);
      host = checked(host, findings);
    } else {
      findings.note("servers", "'" + url + "' names no host: give baseUrl() to the client.");
    }
    path = path.replaceAll("[?#].*$", "").replaceAll("/+$", "");
    return new Server(host, path.isEmpty() || path.startsWith("/") ? path : "/" + path, false);
  }

  private static String checked(String host, Findings findings) {
    try {
      if (URI.create(host).getHost() != null) {
        return host;
      }
    } catch (IllegalArgumentException e) {
      // told below
    }
    findings.note("servers", "'" + host + "' is no host: give baseUrl() to the client.");
    return NOWHERE;
  }

  private static String url(JsonNode server) {
    Matcher variable = VARIABLE.matcher(server.path("url").asText("/").strip());
    return variable.replaceAll(
        found ->
            Matcher.quoteReplacement(
                server.path("variables").path(found.group(1)).path("default").asText("")));
  }

  /** Literal parts percent-encoded where a URL cannot have them; variables as they are. */
  static String encoded(String path) {
    StringBuilder encoded = new StringBuilder();
    boolean variable = false;
    for (byte octet : path.getBytes(StandardCharsets.UTF_8)) {
      char sign = (char) (octet & 0xFF);
      variable = sign == '{' || variable && sign != '}';
      boolean plain = sign > 0x20 && sign < 0x7F && "\"<>\\^`|#[]".indexOf(sign) < 0;
      if (variable || plain) {
        encoded.append(sign);
      } else {
        encoded.append('%').append(String.format("%02X", (int) sign));
      }
    }
    return encoded.toString();
  }
}
