package dev.forecourt.runtime.errors;

import java.io.Serializable;
import java.net.URI;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * The facts of a failed call. Every exception of a client is made from one; tests make them the
 * same way:
 *
 * <pre>{@code
 * when(reviews.getReview("42")).thenThrow(
 *     Failure.of("fidcar", "getReview").status(404).body("{\"error\":{}}").build().toException());
 * }</pre>
 *
 * <p>Immutable and serializable. Holds no credentials, no query and no request body.
 */
public final class Failure implements Serializable {
  private static final long serialVersionUID = 1L;

  private final String vendor;
  private final String operation;
  private final String method;
  private final String path;
  private final @Nullable URI server;
  private final int attempts;
  private final Outcome outcome;
  private final boolean cancelled;
  private final int status;
  private final TreeMap<String, List<String>> headers;
  private final String body;
  private final @Nullable String vendorCode;
  private final @Nullable String vendorMessage;
  private final @Nullable Instant retryAt;
  private final @Nullable String jsonPath;
  private final String message;
  private final transient @Nullable Throwable cause;

  private Failure(Builder builder) {
    this.vendor = builder.vendor;
    this.operation = builder.operation;
    this.method = builder.method;
    this.path = builder.path;
    this.server = builder.server;
    this.attempts = builder.attempts;
    this.outcome = builder.outcome();
    this.cancelled = builder.cancelled;
    this.status = builder.status;
    this.headers = new TreeMap<>(builder.headers);
    this.body = builder.body;
    this.vendorCode = builder.vendorCode;
    this.vendorMessage = builder.vendorMessage;
    this.retryAt = builder.retryAt;
    this.jsonPath = builder.jsonPath;
    this.message = builder.message();
    this.cause = builder.cause;
  }

  /** A builder for a failure of this operation of this vendor. */
  public static Builder of(String vendor, String operation) {
    return new Builder(vendor, operation);
  }

  /** A builder that starts with everything that is set here. */
  public Builder toBuilder() {
    Builder builder = new Builder(vendor, operation);
    builder.method = method;
    builder.path = path;
    builder.server = server;
    builder.attempts = attempts;
    builder.outcome = outcome;
    builder.cancelled = cancelled;
    builder.status = status;
    builder.headers.putAll(headers);
    builder.body = body;
    builder.vendorCode = vendorCode;
    builder.vendorMessage = vendorMessage;
    builder.retryAt = retryAt;
    builder.jsonPath = jsonPath;
    builder.message = message;
    builder.cause = cause;
    return builder;
  }

  /** Id of the vendor, such as {@code fidcar}. */
  public String vendor() {
    return vendor;
  }

  /** operationId of the contract, such as {@code getReview}. */
  public String operation() {
    return operation;
  }

  /** HTTP method; empty text if no request was made yet. */
  public String method() {
    return method;
  }

  /** Path of the request without its query; empty text if no request was made yet. */
  public String path() {
    return path;
  }

  /** Scheme, host and port that were called; empty if no request was made yet. */
  public Optional<URI> server() {
    return Optional.ofNullable(server);
  }

  /** How often the request was sent. Zero if it never was. */
  public int attempts() {
    return attempts;
  }

  /** Whether the vendor can have acted. */
  public Outcome outcome() {
    return outcome;
  }

  /** Whether the calling thread was interrupted, or the future of the call cancelled. */
  public boolean cancelled() {
    return cancelled;
  }

  /** Status of the answer, also of one that could not be read; empty if there was none. */
  public OptionalInt status() {
    return status == 0 ? OptionalInt.empty() : OptionalInt.of(status);
  }

  /** Headers of the answer by lower-case name; empty if there was none. Unmodifiable. */
  public SortedMap<String, List<String>> headers() {
    return Collections.unmodifiableSortedMap(headers);
  }

  /** Body of the answer as text, at most its first 64 KB; empty text if there was none. */
  public String body() {
    return body;
  }

  /** The vendor's own code; empty if the body has none. */
  public Optional<String> vendorCode() {
    return Optional.ofNullable(vendorCode);
  }

  /** The vendor's words; empty if the body has none. */
  public Optional<String> vendorMessage() {
    return Optional.ofNullable(vendorMessage);
  }

  /** When it is worth trying again; empty if nobody says. */
  public Optional<Instant> retryAt() {
    return Optional.ofNullable(retryAt);
  }

  /** Where in the answer, such as {@code $.data[0].datetime}; empty for the whole of it. */
  public Optional<String> jsonPath() {
    return Optional.ofNullable(jsonPath);
  }

  /** What failed, where, and what to do next. */
  public String message() {
    return message;
  }

  /** What the network or the transport said; null if nothing did, or if it may hold a secret. */
  public @Nullable Throwable cause() {
    return cause;
  }

  /**
   * The exception of this status, such as {@link NotFoundException} of 404. Throws {@code
   * IllegalStateException} if there is no status.
   */
  public VendorResponseException toException() {
    return switch (status) {
      case 0 ->
          throw new IllegalStateException(
              "A failure without a status makes no VendorResponseException. Set status(), or call"
                  + " the constructor of VendorTransportException.");
      case 400 -> new BadRequestException(this);
      case 401 -> new UnauthorizedException(this);
      case 403 -> new ForbiddenException(this);
      case 404 -> new NotFoundException(this);
      case 409 -> new ConflictException(this);
      case 422 -> new UnprocessableException(this);
      case 429 -> new RateLimitedException(this);
      default ->
          status / 100 == 5 ? new ServerErrorException(this) : new VendorResponseException(this);
    };
  }

  /** The message. */
  @Override
  public String toString() {
    return message;
  }

  /** Collects the facts of a failure. */
  public static final class Builder {
    private final String vendor;
    private final String operation;
    private String method = "";
    private String path = "";
    private @Nullable URI server;
    private int attempts = 1;
    private @Nullable Outcome outcome;
    private boolean cancelled;
    private int status;
    private final TreeMap<String, List<String>> headers = new TreeMap<>();
    private String body = "";
    private @Nullable String vendorCode;
    private @Nullable String vendorMessage;
    private @Nullable Instant retryAt;
    private @Nullable String jsonPath;
    private @Nullable String message;
    private @Nullable Throwable cause;

    private Builder(String vendor, String operation) {
      this.vendor = vendor;
      this.operation = operation;
    }

    /** Method and path of the request. Default: empty texts. */
    public Builder request(String method, String path) {
      this.method = method;
      this.path = path;
      return this;
    }

    /** Scheme, host and port that were called. Default: none. */
    public Builder server(@Nullable URI server) {
      this.server = server;
      return this;
    }

    /** How often the request was sent. Default 1. */
    public Builder attempts(int attempts) {
      this.attempts = attempts;
      return this;
    }

    /** Default: by the status; without one {@link Outcome#UNKNOWN}. */
    public Builder outcome(Outcome outcome) {
      this.outcome = outcome;
      return this;
    }

    /** That the caller ended the call. Default: it failed by itself. */
    public Builder cancelled() {
      this.cancelled = true;
      return this;
    }

    /** Status of the answer. Default: no answer. */
    public Builder status(int status) {
      this.status = status;
      return this;
    }

    /** Headers of the answer, in place of those of the same names. Default: none. */
    public Builder headers(Map<String, List<String>> headers) {
      Map<String, List<String>> named = new TreeMap<>();
      headers.forEach(
          (name, values) ->
              named
                  .computeIfAbsent(name.toLowerCase(Locale.ROOT), unused -> new ArrayList<>())
                  .addAll(values));
      named.forEach((name, values) -> this.headers.put(name, List.copyOf(values)));
      return this;
    }

    /** A header of the answer, in place of one of the same name. */
    public Builder header(String name, String value) {
      headers.put(name.toLowerCase(Locale.ROOT), List.of(value));
      return this;
    }

    /** Body of the answer. Default: empty text. */
    public Builder body(String body) {
      this.body = body;
      return this;
    }

    /** What the vendor says. Default: nothing. */
    public Builder vendor(VendorError error) {
      this.vendorCode = error.code().orElse(null);
      this.vendorMessage = error.message().orElse(null);
      return this;
    }

    /** When it is worth trying again. Default: nobody says. */
    public Builder retryAt(@Nullable Instant retryAt) {
      this.retryAt = retryAt;
      return this;
    }

    /** Where in the answer. Default: nowhere. */
    public Builder jsonPath(@Nullable String jsonPath) {
      this.jsonPath = jsonPath;
      return this;
    }

    /** What failed, where, and what to do next. Default: operation, status and request. */
    public Builder message(String message) {
      this.message = message;
      return this;
    }

    /** What the network said, if it holds no secret. Default: none. */
    public Builder cause(@Nullable Throwable cause) {
      this.cause = cause;
      return this;
    }

    /** The failure. */
    public Failure build() {
      return new Failure(this);
    }

    private Outcome outcome() {
      if (outcome != null) {
        return outcome;
      }
      return status == 0 ? Outcome.UNKNOWN : status / 100 == 2 ? Outcome.DONE : Outcome.REFUSED;
    }

    private String message() {
      if (message != null) {
        return message;
      }
      String what = status == 0 ? "no answer" : HttpStatuses.named(status);
      String request = method.isEmpty() ? "" : " for " + method + " " + path;
      return vendor + " " + operation + ": " + what + request + ".";
    }
  }
}
