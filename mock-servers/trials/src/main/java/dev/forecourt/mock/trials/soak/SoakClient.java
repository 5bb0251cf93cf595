package dev.forecourt.mock.trials.soak;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.forecourt.mock.trials.TrialCredentials;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/** Calls the stubs, with credentials; counts every answer, and notes every 5xx and lost call. */
final class SoakClient {

  /** The status of a call that got no answer. */
  static final int LOST = 0;

  private static final Duration PATIENCE = Duration.ofSeconds(20);
  private static final ObjectMapper MAPPER = new ObjectMapper();

  private final HttpClient http =
      HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(PATIENCE).build();
  private final Map<String, URI> hosts;
  private final Map<String, TrialCredentials> credentials;
  private final Tally tally;

  SoakClient(Map<String, URI> hosts, Map<String, TrialCredentials> credentials, Tally tally) {
    this.hosts = hosts;
    this.credentials = credentials;
    this.tally = tally;
  }

  /** An answer. */
  record Reply(int status, byte[] body) {

    boolean ok() {
      return status / 100 == 2;
    }

    JsonNode json() {
      try {
        return MAPPER.readTree(body);
      } catch (IOException e) {
        return MAPPER.missingNode();
      }
    }
  }

  Reply get(String vendor, String target) {
    return send(vendor, "GET", target, List.of(), new byte[0]);
  }

  Reply json(String vendor, String method, String target, Object body) {
    List<Map.Entry<String, String>> type = List.of(Map.entry("Content-Type", "application/json"));
    return send(
        vendor,
        method,
        target,
        type,
        MAPPER.valueToTree(body).toString().getBytes(StandardCharsets.UTF_8));
  }

  Reply form(String vendor, String target, String fields) {
    return send(
        vendor,
        "POST",
        target,
        List.of(Map.entry("Content-Type", "application/x-www-form-urlencoded")),
        fields.getBytes(StandardCharsets.UTF_8));
  }

  /** A control, which needs no key and is not counted. */
  void control(String vendor, String method, String target) {
    try {
      http.send(
          HttpRequest.newBuilder(hosts.get(vendor).resolve(target))
              .timeout(PATIENCE)
              .method(method, BodyPublishers.noBody())
              .build(),
          HttpResponse.BodyHandlers.discarding());
    } catch (IOException | InterruptedException e) {
      throw new IllegalStateException("%s %s of %s failed".formatted(method, target, vendor), e);
    }
  }

  Reply send(
      String vendor,
      String method,
      String target,
      List<Map.Entry<String, String>> headers,
      byte[] body) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(hosts.get(vendor) + target)).timeout(PATIENCE);
    headers.forEach(each -> request.header(each.getKey(), each.getValue()));
    credentials.get(vendor).next().forEach(request::header);
    request.method(
        method, body.length == 0 ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(body));
    try {
      HttpResponse<byte[]> response =
          http.send(request.build(), HttpResponse.BodyHandlers.ofByteArray());
      tally.answered(vendor, response.statusCode());
      if (response.statusCode() >= 500) {
        tally.fail("%s %s %s: %d".formatted(vendor, method, target, response.statusCode()));
      }
      return new Reply(response.statusCode(), response.body());
    } catch (IOException e) {
      tally.fail("%s %s %s: no answer, %s".formatted(vendor, method, target, e));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return new Reply(LOST, new byte[0]);
  }
}
