package dev.forecourt.runtime.observe;

import dev.forecourt.runtime.call.Attempt;
import dev.forecourt.runtime.call.VendorResponse;
import dev.forecourt.runtime.contract.Operation;
import dev.forecourt.runtime.credentials.Secrets;
import dev.forecourt.runtime.errors.VendorDecodeException;
import dev.forecourt.runtime.errors.VendorException;
import dev.forecourt.runtime.errors.VendorResponseException;
import feign.Request;
import java.net.URI;
import java.time.Duration;
import java.util.Collection;
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
  private final String vendor;
  private final Attempt attempt;
  private final Request request;
  private final @Nullable VendorResponse<?> response;
  private final @Nullable VendorException failure;
  private final Duration duration;
  private final @Nullable Duration retryAfter;
  private final Secrets secrets;

  RequestEvent(
      String vendor,
      Attempt attempt,
      Request request,
      @Nullable VendorResponse<?> response,
      @Nullable VendorException failure,
      Duration duration,
      @Nullable Duration retryAfter,
      Secrets secrets) {
    this.vendor = vendor;
    this.attempt = attempt;
    this.request = request;
    this.response = response;
    this.failure = failure;
    this.duration = duration;
    this.retryAfter = retryAfter;
    this.secrets = secrets;
  }

  /** Id of the vendor, such as {@code fidcar}. */
  public String vendor() {
    return vendor;
  }

  /** Operation of the contract. */
  public Operation operation() {
    return attempt.operation();
  }

  /** Scheme, host and port that were called. */
  public URI server() {
    URI uri = URI.create(request.url());
    return URI.create(uri.getScheme() + "://" + uri.getRawAuthority());
  }

  /** Path without its query. It may hold ids; {@link Operation#path} does not. */
  public String path() {
    return secrets.hide(URI.create(request.url()).getRawPath());
  }

  /** Number of the request within its call, counted from 1. */
  public int attempt() {
    return attempt.number();
  }

  /** Status of the answer; empty if there was none, or none that could be read. */
  public OptionalInt status() {
    if (response != null) {
      return OptionalInt.of(response.status());
    }
    return failure instanceof VendorResponseException refused
        ? OptionalInt.of(refused.status())
        : OptionalInt.empty();
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
    return response == null ? 0 : response.bodyLength();
  }

  /** Why the request failed; empty if it did not. */
  public Optional<VendorException> failure() {
    return Optional.ofNullable(failure);
  }

  /** Wait after which the request is sent again; empty if it is not. */
  public Optional<Duration> retryAfter() {
    return Optional.ofNullable(retryAfter);
  }

  /** Headers that were sent, by lower-case name; values that could be secret are {@code ****}. */
  public Map<String, List<String>> requestHeaders() {
    return ShownHeaders.of(request.headers(), secrets);
  }

  /** Headers of the answer, likewise; empty if there was none. */
  public Map<String, List<String>> responseHeaders() {
    if (response != null) {
      return ShownHeaders.of(response.rawHeaders(), secrets);
    }
    return failure instanceof VendorResponseException refused
        ? ShownHeaders.of(Map.<String, Collection<String>>copyOf(refused.headers()), secrets)
        : Map.of();
  }

  /** {@code fidcar getReview: GET /api/review/42 -> 200 in 12 ms}, as it is logged. */
  @Override
  public String toString() {
    return vendor
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
    if (status().isPresent()) {
      return Integer.toString(status().getAsInt());
    }
    return failure instanceof VendorDecodeException ? "unreadable answer" : "no answer";
  }
}
