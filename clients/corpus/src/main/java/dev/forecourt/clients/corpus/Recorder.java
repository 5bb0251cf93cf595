package dev.forecourt.clients.corpus;

import dev.forecourt.runtime.http.Transport;
import dev.forecourt.runtime.http.WireRequest;
import dev.forecourt.runtime.http.WireResponse;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * Keeps each request as it would go out, and answers as it was told: 200 with {@code {}} if not.
 */
public final class Recorder implements Transport {
  private final List<WireRequest> requests = new ArrayList<>();
  private final Deque<WireResponse> answers = new ArrayDeque<>();

  private Runnable usual = () -> answer("{}");

  /** Answers nothing special yet. */
  public Recorder() {}

  /** Gives this answer to the next request that has none yet. */
  public Recorder answer(int status, String contentType, byte[] body) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.put("Content-Type", List.of(contentType));
    answers.add(new WireResponse(status, headers, body));
    return this;
  }

  /** The same with text. */
  public Recorder answer(int status, String contentType, String body) {
    return answer(status, contentType, body.getBytes(StandardCharsets.UTF_8));
  }

  /** Answers 200 with this JSON. */
  public Recorder answer(String json) {
    return answer(200, "application/json", json);
  }

  /** Answers without a body, but with a header. */
  public Recorder answer(int status, Map<String, List<String>> headers) {
    Map<String, List<String>> all = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    all.putAll(headers);
    answers.add(new WireResponse(status, all, new byte[0]));
    return this;
  }

  /** Answers 200 with this JSON, and this header. */
  public Recorder answer(String json, String header, String value) {
    Map<String, List<String>> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    headers.put("Content-Type", List.of("application/json"));
    headers.put(header, List.of(value));
    answers.add(new WireResponse(200, headers, json.getBytes(StandardCharsets.UTF_8)));
    return this;
  }

  /** Starts anew; this answers where nothing else was said, and no token was asked for. */
  void usually(Runnable answer) {
    requests.clear();
    answers.clear();
    usual = answer;
  }

  @Override
  public WireResponse send(WireRequest request) {
    requests.add(request);
    if (answers.isEmpty() && body().startsWith("grant_type=")) {
      answer("{\"access_token\":\"t\"}");
    } else if (answers.isEmpty()) {
      usual.run();
    }
    return answers.remove();
  }

  /** All requests, in order. */
  public List<WireRequest> requests() {
    return requests;
  }

  /** Method, path and query of the last request: {@code GET /a?f=1}. */
  public String line() {
    WireRequest request = last();
    String query = request.uri().getRawQuery();
    return request.method() + " " + request.uri().getRawPath() + (query == null ? "" : "?" + query);
  }

  /** Host of the last request. */
  public String host() {
    return last().uri().getHost();
  }

  /** A header of the last request; empty if there is none. */
  public String header(String name) {
    return last().headers().entrySet().stream()
        .filter(each -> each.getKey().equalsIgnoreCase(name))
        .map(each -> each.getValue().get(0))
        .findFirst()
        .orElse("");
  }

  /** Body of the last request; empty if there is none. */
  public byte[] bytes() {
    byte[] body = last().body();
    return body == null ? new byte[0] : body;
  }

  /** The same as text. */
  public String body() {
    return new String(bytes(), StandardCharsets.UTF_8);
  }

  WireRequest last() {
    return requests.get(requests.size() - 1);
  }
}
