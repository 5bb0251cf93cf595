package matrix;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;

/** The stubs, which run in a process of their own: their libraries are no part of a combination. */
public final class Stub {
  /** FIDCAR's. */
  public static final String FIDCAR = System.getProperty("stub.fidcar");

  /** Autochat's. */
  public static final String AUTOCHAT = System.getProperty("stub.autochat");

  /** What the stub of FIDCAR lets in. */
  public static final String KEY = "fidcar-test-key";

  /** A dealership of its seed. */
  public static final long DEALERSHIP = 1325;

  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private Stub() {}

  /** The dealership as it is on the wire. */
  public static String dealership() throws IOException, InterruptedException {
    return text(request(FIDCAR + "/api/local/" + DEALERSHIP).header("Authorization", KEY));
  }

  /** The answer to a POST of JSON, whatever its status. */
  public static String post(String url, String json) throws IOException, InterruptedException {
    return text(
        request(url)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofString(json)));
  }

  /** The answer to a GET, whatever its status. */
  public static String get(String url) throws IOException, InterruptedException {
    return text(request(url));
  }

  private static HttpRequest.Builder request(String url) {
    return HttpRequest.newBuilder(URI.create(url)).header("Accept", "application/json");
  }

  private static String text(HttpRequest.Builder request) throws IOException, InterruptedException {
    return HTTP.send(request.build(), HttpResponse.BodyHandlers.ofString()).body();
  }
}
