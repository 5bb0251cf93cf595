package dev.forecourt.mock.server;

import dev.forecourt.contract.tools.DocumentedRequest;
import dev.forecourt.contract.tools.DocumentedRequests;
import dev.forecourt.mock.vendor.Vendor;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/** Sends the documented requests of a vendor with its default credentials, as often as wanted. */
final class Calls {

  private static final HttpClient CLIENT = HttpClient.newHttpClient();
  private static final AtomicInteger TOKENS = new AtomicInteger();

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
    credentials().forEach(sent::header);
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

  static String state(URI server) throws IOException, InterruptedException {
    return control(server, "GET", "state", "").body();
  }

  private Map<String, String> credentials() {
    if (!vendor.id().equals("fidelisa")) {
      return vendor.credentials(vendor.defaultKeys());
    }
    // a token of Fidelisa is good for one call
    String token = "%08d".formatted(TOKENS.incrementAndGet());
    String shop = "619E8B5AAD5E48138881C5E7774C86B2";
    return Map.of(
        "FIDELISA_JETON",
        token,
        "FIDELISA_PROVIDER",
        "FORECOURT",
        "FIDELISA_PROVIDER_KEY",
        sign("FORECOURT" + token, "provider-test-key"),
        "FIDELISA_APIUSER",
        shop,
        "FIDELISA_APIUSER_KEY",
        sign(shop + token, "FrZN6UChpqXBRKVExXVB"));
  }

  private static String sign(String text, String secret) {
    try {
      Mac mac = Mac.getInstance("HmacSHA1");
      mac.init(new SecretKeySpec(ascii(secret), "HmacSHA1"));
      byte[] digest = mac.doFinal(Base64.getEncoder().encode(ascii(text)));
      return Base64.getEncoder().encodeToString(ascii(HexFormat.of().formatHex(digest)));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException(e);
    }
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
