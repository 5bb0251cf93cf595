package dev.forecourt.mock.serving;

import dev.forecourt.mock.http.MockRequest;
import dev.forecourt.mock.http.MockResponse;
import dev.forecourt.mock.json.JsonWriter;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What {@code GET /} says to who opens the address of a mock: what it is, and where to go on. */
final class FrontPage {

  private static final String PAGE =
      """
      <!doctype html>
      <html lang="en">
      <head>
      <meta charset="utf-8">
      <meta name="viewport" content="width=device-width">
      <meta name="color-scheme" content="light dark">
      <title>%1$s (mock)</title>
      <style>body{font:1rem/1.5 system-ui,sans-serif;max-width:40rem;margin:3rem auto;padding:0 1rem}dt{font-weight:600}</style>
      </head>
      <body>
      <main>
      <h1>Mock of %1$s</h1>
      <p>This address answers as the vendor's API does. It is not the vendor: nothing leaves this machine.</p>
      <dl>
      %2$s</dl>
      </main>
      </body>
      </html>
      """;

  private FrontPage() {}

  /** For browsers a page, for others JSON. */
  static MockResponse answer(
      MockRequest request, String vendorId, String prefix, @Nullable String console) {
    Map<String, String> places = new LinkedHashMap<>();
    places.put("contract", prefix + "/openapi.json");
    places.put("controls", prefix + MockRequest.CONTROLS);
    places.put("health", prefix + MockRequest.CONTROLS + "/health");
    if (console != null) {
      places.put("console", console);
    }
    String accept = String.join(",", request.headers("Accept"));
    return (accept.contains("text/html") ? page(vendorId, places) : json(vendorId, places))
        .with("Vary", "Accept, X-Forwarded-Prefix", "Cache-Control", "no-cache");
  }

  private static MockResponse json(String vendorId, Map<String, String> places) {
    return MockResponse.json(
        200,
        JsonWriter.object(
            out -> {
              out.field("vendor", vendorId).field("mock", true);
              places.forEach(out::field);
            }));
  }

  /** Nothing in it comes from the request as it was sent: paths have been checked. */
  private static MockResponse page(String vendorId, Map<String, String> places) {
    StringBuilder rows = new StringBuilder();
    places.forEach(
        (name, place) ->
            rows.append(
                "<dt>%s</dt><dd><a href=\"%s\">%s</a></dd>%n".formatted(name, place, place)));
    return MockResponse.of(
            200,
            "text/html; charset=utf-8",
            PAGE.formatted(vendorId, rows).getBytes(StandardCharsets.UTF_8))
        .with(
            "Content-Security-Policy",
            "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
            "X-Content-Type-Options",
            "nosniff");
  }
}
