package dev.forecourt.runtime.errors;

import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * A call to a vendor failed. Catch a subclass to tell why:
 *
 * <ul>
 *   <li>{@link VendorResponseException}: the vendor answered with an error status,
 *   <li>{@link VendorTransportException}: there was no complete answer,
 *   <li>{@link VendorDecodeException}: the vendor answered with success, and the answer could not
 *       be read,
 *   <li>{@link RequestLimitException}: the caller's own limiter let nothing be sent,
 *   <li>{@link TokenPausedException}: the vendor refused the last token, and no other is asked for
 *       yet,
 *   <li>{@link CredentialException}: the caller's own supplier gave no key that can be sent.
 * </ul>
 *
 * <p>A thread that is interrupted gets a {@link CallCancelledException}, which is none of these.
 *
 * <p>Messages hold no credentials, no query strings and no request bodies.
 */
public abstract class VendorException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final Failure failure;

  /** With these facts. */
  protected VendorException(Failure failure) {
    super(failure.message(), failure.cause());
    this.failure = failure;
  }

  /** All facts at once, such as for another exception. */
  public final Failure failure() {
    return failure;
  }

  /** Id of the vendor, such as {@code fidcar}. */
  public final String vendor() {
    return failure.vendor();
  }

  /** operationId of the contract, such as {@code getReview}. */
  public final String operation() {
    return failure.operation();
  }

  /** HTTP method. */
  public final String method() {
    return failure.method();
  }

  /** Path of the request, without its query. */
  public final String path() {
    return failure.path();
  }

  /** Scheme, host and port that were called; empty if it never came to that. */
  public final Optional<URI> server() {
    return failure.server();
  }

  /** How often the request was sent. Zero if it never was. */
  public final int attempts() {
    return failure.attempts();
  }

  /** Whether the vendor can have acted, and so whether a change is safe to repeat. */
  public final Outcome outcome() {
    return failure.outcome();
  }

  /** False if the vendor cannot have seen the request, so that even a POST is safe to repeat. */
  public final boolean mayHaveArrived() {
    return failure.outcome() != Outcome.NOT_SENT;
  }

  /** Status of the answer, whole or not; empty if there was none. */
  public final OptionalInt answerStatus() {
    return failure.status();
  }

  /** Headers of the answer by lower-case name; empty if there was none. Unmodifiable. */
  public final Map<String, List<String>> headers() {
    return failure.headers();
  }

  /** Body of the answer as text, at most its first 64 KB; empty text if there was none. */
  public final String body() {
    return failure.body();
  }

  /** The same exception of another failure, such as one for another thread that waited. */
  public abstract VendorException with(Failure other);

  /** What failed, where, and what to do next; and how often it was tried, if more than once. */
  @Override
  public String getMessage() {
    return attempts() > 1
        ? super.getMessage() + " Sent " + attempts() + " times."
        : super.getMessage();
  }
}
