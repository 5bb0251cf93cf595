package dev.forecourt.runtime.call;

import dev.forecourt.runtime.contract.Operation;
import dev.forecourt.runtime.credentials.Credential;
import feign.Request;
import feign.RequestTemplate;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/**
 * One request of a call. Feign hands it from the generated code to interceptor and transport,
 * because it is a kind of its options. Used by generated code.
 */
public final class Attempt extends Request.Options {
  private final Operation operation;
  private final int number;
  private final Map<String, String> headers;
  private final boolean cutShort;
  private List<Credential> credentials = List.of();
  private @Nullable RequestTemplate template;
  private @Nullable Request request;

  Attempt(
      Operation operation,
      int number,
      Map<String, String> headers,
      Duration connectTimeout,
      Duration timeout,
      boolean cutShort) {
    super(
        milliseconds(connectTimeout),
        TimeUnit.MILLISECONDS,
        milliseconds(timeout),
        TimeUnit.MILLISECONDS,
        // a redirect would take the credentials to another host
        false);
    this.operation = operation;
    this.number = number;
    this.headers = headers;
    this.cutShort = cutShort;
  }

  /** Feign counts milliseconds in an int: 24 days are the most. */
  private static long milliseconds(Duration duration) {
    return Math.min(duration.toMillis(), Integer.MAX_VALUE);
  }

  public Operation operation() {
    return operation;
  }

  /** Counted from 1. */
  public int number() {
    return number;
  }

  /** Headers that the caller gave for this call. */
  Map<String, String> headers() {
    return headers;
  }

  /** Whether the time limit of the retry policy leaves less than the read timeout. */
  public boolean isCutShort() {
    return cutShort;
  }

  /** Notes what the credentials were put on. */
  void secured(RequestTemplate template, List<Credential> credentials) {
    this.template = template;
    this.credentials = credentials;
  }

  /** Notes that the request leaves. */
  public void sending(Request request) {
    this.request = request;
  }

  /** The request, if it was sent: otherwise what failed came before it. */
  public @Nullable Request request() {
    return request;
  }

  /** After a 401: whether a credential can be another one next time. */
  boolean renewCredentials() {
    RequestTemplate sent = template;
    return sent != null
        && credentials.stream().filter(credential -> credential.renew(sent)).count() > 0;
  }

  /** Operation and number. */
  @Override
  public String toString() {
    return "Attempt{" + operation.id() + ", " + number + "}";
  }
}
