package dev.forecourt.mock.server;

import dev.forecourt.contract.tools.DocumentedRequest;
import dev.forecourt.contract.tools.DocumentedRequests;
import dev.forecourt.mock.vendor.Vendor;
import dev.forecourt.mock.vendor.Vendors;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;

/** Sends the documented requests of a vendor with its default credentials, as often as wanted. */
final class Calls {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();

  private final Vendor vendor;

  Calls(Vendor vendor) {
    this.vendor = vendor;
  }

  /** All that are complete. */
  List<DocumentedRequest> documented() {
    return DocumentedRequests.of(Path.of(System.getProperty("forecourt.specs"), vendor.id()))
        .complete();
  }

  HttpResponse<String> send(URI server, DocumentedRequest request)
      throws IOException, InterruptedException {
    HttpRequest.Builder sent = HttpRequest.newBuilder(URI.create(server + request.target()));
    request.headers().forEach(sent::header);
    vendor.headers().forEach(sent::header);
    if (request.mediaType() != null) {
      sent.header("Content-Type", request.mediaType());
    }
    sent.method(request.method(), BodyPublishers.ofString(request.body()));
    return CLIENT.send(sent.build(), HttpResponse.BodyHandlers.ofString());
  }

  /** A control, such as {@code PUT} with path {@code state}. */
  static HttpResponse<String> control(URI server, String method, String path, String body)
      throws IOException, InterruptedException {
    return CLIENT.send(
        HttpRequest.newBuilder(URI.create(server + "/__mock/" + path))
            .method(method, BodyPublishers.ofString(body))
            .build(),
        HttpResponse.BodyHandlers.ofString());
  }

  /** The key that a stub takes by default. */
  static String key(String vendor) {
    return part(vendor, "api_key");
  }

  /** Another part of what a stub takes by default. */
  static String part(String vendor, String name) {
    return Objects.requireNonNull(Vendors.named(vendor).testCredentials().get(name), name);
  }

  static String state(URI server) throws IOException, InterruptedException {
    return control(server, "GET", "state", "").body();
  }
}
