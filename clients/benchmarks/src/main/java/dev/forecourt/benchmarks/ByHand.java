package dev.forecourt.benchmarks;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.ObjectReader;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.EnumMap;
import java.util.Map;

/**
 * What a competent developer writes without a library: one HttpClient, one mapper, a reader kept
 * for each type, the body as bytes, the status checked, timeouts set.
 *
 * <p>Reads into the immutable models of forecourt-claire with a plain mapper, which keeps unknown
 * members and loses other spellings of known ones.
 */
final class ByHand implements Contestant {
  private final String baseUrl;
  private final HttpClient http =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(10))
          .build();
  private final Map<Answer, ObjectReader> readers = new EnumMap<>(Answer.class);

  ByHand(String baseUrl) {
    this.baseUrl = baseUrl;
    ObjectMapper mapper = OurModels.plainMapper();
    for (Answer answer : Answer.values()) {
      readers.put(
          answer, mapper.readerFor(mapper.getTypeFactory().constructType(OurModels.type(answer))));
    }
  }

  @Override
  public Object call(Answer answer) throws IOException, InterruptedException {
    HttpRequest request =
        HttpRequest.newBuilder(URI.create(baseUrl + answer.path()))
            .header("Accept", "application/json")
            .header("Authorization", Library.KEY)
            .timeout(Duration.ofSeconds(30))
            .build();
    HttpResponse<byte[]> response = http.send(request, HttpResponse.BodyHandlers.ofByteArray());
    if (response.statusCode() != 200) {
      throw new IOException("status " + response.statusCode());
    }
    return readers.get(answer).readValue(response.body());
  }

  @Override
  public String facts(Object answer) {
    return OurModels.facts(answer);
  }
}
