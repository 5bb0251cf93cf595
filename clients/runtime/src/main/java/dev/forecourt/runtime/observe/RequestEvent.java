package dev.forecourt.runtime.observe;

import dev.forecourt.runtime.contract.Operation;
import dev.forecourt.runtime.credentials.Secrets;
import dev.forecourt.runtime.errors.VendorDecodeException;
import dev.forecourt.runtime.errors.VendorException;
import dev.forecourt.runtime.errors.VendorTransportException;
import dev.forecourt.runtime.http.WireRequest;
import dev.forecourt.runtime.http.WireResponse;
import dev.forecourt.runtime.json.Drift;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import org.jspecify.annotations.Nullable;

/**
 * One request and how it ended, for logs and metrics. Holds no query and no body, and of headers
 * only the values that cannot be secret.
 */
public final class RequestEvent {
  private final OutgoingRequest outgoing;
  private final WireRequest request;
  private final @Nullable WireResponse answer;
  private final @Nullable VendorException failure;
  private final List<Drift> drifts;
  private final Duration duration;
  private final @Nullable Duration retryAfter;
  private final Secrets secrets;

  /** For the call loop: an answer or a failure, and the wait before a retry if there is one. */
  public RequestEvent(
      OutgoingRequest outgoing,
      WireRequest request,
      @Nullable WireResponse answer,
      @Nullable VendorException failure,
      List<Drift> drifts,
      Duration duration,
      @Nullable Duration retryAfter,
      Secrets secrets) {
    this.outgoing = outgoing;
    this.request = request;
    this.answer = answer;
    this.failure = failure;
    this.drifts = drifts;
    this.duration = duration;
    this.retryAfter = retryAfter;
    this.secrets = secrets;
  }

  /** The request as listeners saw it before it was sent, with what they kept there. */
  public OutgoingRequest outgoing() {
    return outgoing;
  }

  /** Id of the vendor, such as {@code fidcar}. */
  public String vendor() {
    return outgoing.vendor();
  }

  /** Operation of the contract. */
  public Operation operation() {
    return outgoing.operation();
  }

  /** Scheme, host and port that were called. */
  public URI server() {
    URI uri = request.uri();
    return URI.create(uri.getScheme() + "://" + uri.getRawAuthority());
  }

  /** Path without its query. It may hold ids; {@link Operation#path} does not. */
  public String path() {
    return secrets.hide(request.uri().getRawPath());
  }

  /** Number of the request within its call, counted from 1. */
  public int attempt() {
    return outgoing.attempt();
  }

  /** Status of the answer, also of one that could not be read; empty if there was none. */
  public OptionalInt status() {
    if (answer != null) {
      return OptionalInt.of(answer.status());
    }
    return failure == null ? OptionalInt.empty() : failure.answerStatus();
  }

  /** Time from sending to the model or the failure. */
  public Duration duration() {
    return duration;
  }

  /** Length of the request's body in bytes. */
  public int requestBytes() {
    return request.body() == null ? 0 : request.body().length;
  }

  /** Length of the body of a successful answer in bytes; zero if the request failed. */
  public int responseBytes() {
    return answer == null ? 0 : answer.body().length;
  }

  /**
   * Why the request failed; empty if it did not. Of a call that was cancelled, a {@code
   * VendorTransportException} whose {@code failure().cancelled()} is true.
   */
  public Optional<VendorException> failure() {
    return Optional.ofNullable(failure);
  }

  /**
   * What in the answer is not of the type that the contract names. Empty if all is as documented,
   * if the request failed, or if the caller reads the answer later ({@code withRawResponse()}).
   */
  public List<Drift> drifts() {
    return drifts;
  }

  /** Wait before the retry; empty if there is none. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }

  /** Headers that were sent, by lower-case name; values that could be secret are {@code ****}. */
  public Map<String, List<String>> requestHeaders() {
    return ShownHeaders.of(request.headers(), secrets);
  }

  /** Headers of the answer, likewise; empty if there was none. */
  public Map<String, List<String>> responseHeaders() {
    if (answer != null) {
      return ShownHeaders.of(answer.headers(), secrets);
    }
    return failure == null ? Map.of() : ShownHeaders.of(failure.headers(), secrets);
  }

  /** {@code fidcar getReview: GET /api/review/42 -> 200 in 12 ms}, as it is logged. */
  @Override
  public String toString() {
    return vendor()
        + " "
        + operation().id()
        + ": "
        + operation().method()
        + " "
        + path()
        + " -> "
        + outcome()
        + " in "
        + duration.toMillis()
        + " ms"
        + (attempt() == 1 ? "" : ", attempt " + attempt())
        + (retryAfter == null ? "" : ", again in " + retryAfter.toMillis() + " ms");
  }

  private String outcome() {
    if (failure == null) {
      return status().isPresent() ? Integer.toString(status().getAsInt()) : "no answer";
    }
    if (failure.failure().cancelled()) {
      return "cancelled";
    }
    if (status().isEmpty()) {
      return "no answer";
    }
    int status = status().getAsInt();
    if (failure instanceof VendorDecodeException) {
      return "unreadable " + status;
    }
    return failure instanceof VendorTransportException
        ? "incomplete " + status
        : Integer.toString(status);
  }
}
