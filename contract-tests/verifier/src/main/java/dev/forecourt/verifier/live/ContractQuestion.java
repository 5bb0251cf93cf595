package dev.forecourt.verifier.live;

import dev.forecourt.verifier.replay.Answer;
import dev.forecourt.verifier.replay.Credentials;
import dev.forecourt.verifier.traffic.AnswerDrift;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/** A request made from the examples of the contract: the answer is compared with the contract. */
record ContractQuestion(
    ReadingRequest request,
    URI host,
    Credentials credentials,
    UnaryOperator<String> values,
    AnswerDrift drift)
    implements Question {
  private static final HttpClient HTTP =
      HttpClient.newBuilder()
          .version(HttpClient.Version.HTTP_1_1)
          .connectTimeout(Duration.ofSeconds(20))
          .build();
  private static final Duration LIMIT = Duration.ofSeconds(60);

  @Override
  public String name() {
    return request.name();
  }

  @Override
  public String path() {
    return request.path();
  }

  @Override
  public Answer ask() throws IOException {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.put("Accept", "application/json");
    headers.putAll(request.headers());
    Map<String, String> keys = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    keys.putAll(credentials.headers());
    request.credentials().stream()
        .filter(keys::containsKey)
        .forEach(name -> headers.put(name, keys.get(name)));
    HttpRequest.Builder sent =
        HttpRequest.newBuilder(host.resolve(request.target(values, credentials.query())))
            .timeout(LIMIT);
    headers.forEach(sent::header);
    try {
      HttpResponse<byte[]> answer = HTTP.send(sent.build(), BodyHandlers.ofByteArray());
      return new Answer(answer.statusCode(), answer.headers().map(), answer.body());
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IOException("Interrupted before " + host + " answered", e);
    }
  }

  @Override
  public List<String> differences(Answer answer) {
    return drift.of(request.operationId(), answer.status(), answer.headers(), answer.body());
  }
}
