package dev.forecourt.mock.console;

import dev.forecourt.mock.contract.UrlEncoded;
import dev.forecourt.mock.journal.RecordedMessage;
import dev.forecourt.mock.journal.RecordedRequest;
import dev.forecourt.mock.json.JsonWriter;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** Requests as an HTTP archive (HAR 1.2), which browsers and other tools read. */
final class Har {

  private static final int MICRO_DIGITS = 3;

  private final Map<String, String> baseUris;

  private Har(List<ConsoleVendor> vendors) {
    baseUris =
        vendors.stream()
            .collect(Collectors.toMap(ConsoleVendor::id, each -> each.baseUri().toString()));
  }

  /** These requests of these vendors. */
  static byte[] of(List<VendorRequest> requests, List<ConsoleVendor> vendors) {
    Har har = new Har(vendors);
    return JsonWriter.object(
        out ->
            out.object(
                "log",
                log ->
                    log.field("version", "1.2")
                        .object(
                            "creator",
                            to -> to.field("name", "Forecourt mocks").field("version", version()))
                        .array("entries", requests, each -> har.write(each, log))));
  }

  private static String version() {
    String version = Har.class.getPackage().getImplementationVersion();
    return version == null ? "development" : version;
  }

  private void write(VendorRequest each, JsonWriter out) {
    RecordedRequest request = each.request();
    BigDecimal millis = BigDecimal.valueOf(request.duration().toNanos() / 1000, MICRO_DIGITS);
    out.startObject().field("startedDateTime", request.time().toString());
    out.name("time").tree(millis);
    out.object("request", to -> writeRequest(each, to))
        .object("response", to -> writeResponse(request, to))
        .object("cache", to -> {})
        .object(
            "timings",
            to -> {
              to.field("send", 0);
              to.name("wait").tree(millis);
              to.field("receive", 0);
            });
    out.field("comment", request.reason() == null ? "" : request.reason());
    out.endObject();
  }

  private void writeRequest(VendorRequest each, JsonWriter out) {
    RecordedRequest request = each.request();
    String query = request.query();
    out.field("method", request.method())
        .field(
            "url",
            baseUris.get(each.vendor()) + request.path() + (query == null ? "" : "?" + query))
        .field("httpVersion", "HTTP/1.1");
    writeHeaders(request.request(), out);
    out.name("queryString").startArray();
    queryOf(query).forEach((name, values) -> values.forEach(value -> pair(name, value, out)));
    out.endArray();
    if (request.request().body() != null) {
      out.object(
          "postData",
          to ->
              to.field("mimeType", text(request.contentType()))
                  .field("text", request.request().body()));
    }
    writeSizes(request.request(), out);
  }

  private static Map<String, List<String>> queryOf(@Nullable String query) {
    try {
      return UrlEncoded.parse(query);
    } catch (IllegalArgumentException e) {
      return Map.of(); // cannot be read, as the answer says
    }
  }

  private static void writeResponse(RecordedRequest request, JsonWriter out) {
    RecordedMessage response = request.response();
    out.field("status", request.status()).field("statusText", "").field("httpVersion", "HTTP/1.1");
    writeHeaders(response, out);
    out.object(
        "content",
        to -> {
          to.field("size", response.bodyBytes())
              .field("mimeType", text(response.header("Content-Type")));
          if (response.body() != null) {
            to.field("text", response.body());
          }
        });
    out.field("redirectURL", text(response.header("Location")));
    writeSizes(response, out);
  }

  private static void writeHeaders(RecordedMessage message, JsonWriter out) {
    out.name("cookies").startArray().endArray();
    out.name("headers").startArray();
    message.headers().forEach((name, value) -> pair(name, value, out));
    out.endArray();
  }

  private static void writeSizes(RecordedMessage message, JsonWriter out) {
    out.field("headersSize", -1).field("bodySize", message.bodyBytes());
  }

  private static void pair(String name, String value, JsonWriter out) {
    out.startObject().field("name", name).field("value", value).endObject();
  }

  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
