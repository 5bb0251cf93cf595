package dev.forecourt.mock.console;

import com.sun.net.httpserver.Headers;
import java.net.URI;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** What a browser is told about the page, so that nothing foreign runs in it or frames it. */
final class Security {

  private Security() {}

  /**
   * Everything from here; calls to the vendors besides. Swagger UI's style sheet holds small
   * pictures.
   */
  static String policy(List<ConsoleVendor> vendors) {
    Set<String> called = new TreeSet<>();
    for (ConsoleVendor each : vendors) {
      URI uri = each.baseUri();
      // by whichever name of this machine the page was opened
      for (String host : List.of(uri.getHost(), "localhost", "127.0.0.1")) {
        called.add("%s://%s:%d".formatted(uri.getScheme(), host, uri.getPort()));
      }
    }
    return "default-src 'self'; connect-src 'self' "
        + String.join(" ", called)
        + "; img-src 'self' data:; object-src 'none';"
        + " base-uri 'none'; form-action 'self'; frame-ancestors 'none'";
  }

  static void addTo(Headers headers, String policy) {
    headers.set("Content-Security-Policy", policy);
    headers.set("X-Content-Type-Options", "nosniff");
    headers.set("Referrer-Policy", "no-referrer");
    headers.set("Cache-Control", "no-store");
  }
}
