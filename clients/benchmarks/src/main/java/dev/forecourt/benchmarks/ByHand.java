package dev.forecourt.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a competent developer writes without a library: one HttpClient, one mapper, a reader kept
 * for each type, the body as bytes, the status checked, timeouts set. HTTP/2 where it is https, as
 * the HttpClient does by default; without TLS it would begin with an upgrade, which is turned off.
 */
final class ByHand implements Contestant {
  private final String baseUrl;
  private final HttpClient http;
  private final ObjectMapper mapper = StockModels.mapper();
  private final Map<Answer, ObjectReader> readers = new EnumMap<>(Answer.class);

  ByHand(String baseUrl) {
    this.baseUrl = baseUrl;
    boolean plain = baseUrl.startsWith("http:");
    http =
        HttpClient.newBuilder()
            .version(plain ? HttpClient.Version.HTTP_1_1 : HttpClient.Version.HTTP_2)
            .connectTimeout(Duration.ofSeconds(10))
            .build();
    for (Answer answer : Answer.values()) {
      readers.put(
          answer,
          mapper.readerFor(mapper.getTypeFactory().constructType(StockModels.type(answer))));
    }
  }

  @Override
  public Object call(Answer answer) throws IOException, InterruptedException {
    return readers.get(answer).readValue(send(request(answer.path()).build()));
  }

  @Override
  public void change() throws IOException, InterruptedException {
    byte[] body = mapper.writeValueAsBytes(StockModels.batch());
    send(
        request(Answer.IMPORT_PATH)
            .header("Content-Type", "application/json")
            .POST(BodyPublishers.ofByteArray(body))
            .build());
  }

  private HttpRequest.Builder request(String path) {
    return HttpRequest.newBuilder(URI.create(baseUrl + path))
        .header("Accept", "application/json")
        .header("Authorization", Library.KEY)
        .timeout(Duration.ofSeconds(30));
  }

  private byte[] send(HttpRequest request) throws IOException, InterruptedException {
    HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    if (response.statusCode() != 200) {
      throw new IOException("status " + response.statusCode());
    }
    return response.body();
  }

  @Override
  public String facts(Object answer) {
    return StockModels.facts(answer);
  }
}
