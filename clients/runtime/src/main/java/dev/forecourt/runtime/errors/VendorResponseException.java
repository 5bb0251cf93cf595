package dev.forecourt.runtime.errors;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The vendor answered with a status other than 2xx. Statuses that callers treat differently have
 * subclasses.
 */
public class VendorResponseException extends VendorException {
  private static final long serialVersionUID = 1L;

  private final String operation;
  private final String method;
  private final String path;
  private final int status;
  private final @Nullable String vendorCode;
  private final @Nullable String vendorMessage;
  private final transient Map<String, List<String>> headers;
  private final String body;
  private final @Nullable Instant retryAt;

  VendorResponseException(ErrorAnswer answer) {
    super(answer.message());
    this.operation = answer.call().operation();
    this.method = answer.call().method();
    this.path = answer.call().path();
    this.status = answer.status();
    this.vendorCode = answer.error().code().orElse(null);
    this.vendorMessage = answer.error().message().orElse(null);
    this.headers = answer.headers();
    this.body = answer.body();
    this.retryAt = answer.retryAt().orElse(null);
  }

  /** operationId of the contract, such as {@code getReview}. */
  public String operation() {
    return operation;
  }

  /** HTTP method. */
  public String method() {
    return method;
  }

  /** Path of the request, without its query. */
  public String path() {
    return path;
  }

  /** HTTP status. */
  public int status() {
    return status;
  }

  /** The vendor's own code; empty if the body has none. */
  public Optional<String> vendorCode() {
    return Optional.ofNullable(vendorCode);
  }

  /** The vendor's words; empty if the body has none. */
  public Optional<String> vendorMessage() {
    return Optional.ofNullable(vendorMessage);
  }

  /** Headers of the answer by lower-case name; lost if the exception was serialised. */
  public Map<String, List<String>> headers() {
    return headers == null ? Map.of() : headers;
  }

  /**
   * When the vendor wants to be asked again: {@code Retry-After}, else {@code X-RateLimit-Reset}.
   * Empty if it does not say.
   */
  public Optional<Instant> retryAt() {
    return Optional.ofNullable(retryAt);
  }

  /** Body of the answer as text, at most its first 64 KB. */
  public String body() {
    return body;
  }
}
