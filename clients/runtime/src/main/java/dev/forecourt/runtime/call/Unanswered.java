package dev.forecourt.runtime.call;

import dev.forecourt.runtime.credentials.Secrets;
import dev.forecourt.runtime.errors.Failure;
import dev.forecourt.runtime.errors.HttpStatuses;
import dev.forecourt.runtime.errors.Outcome;
import dev.forecourt.runtime.http.TransportFailure;
import dev.forecourt.runtime.http.TransportFailure.Kind;
import java.io.IOException;
import java.util.EnumSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Says in our words why no complete answer came. */
final class Unanswered {
  private static final String LOOK = "look before you repeat a POST.";

  /** Another request would meet the same. */
  private static final Set<Kind> POINTLESS =
      EnumSet.of(
          Kind.TLS, Kind.PROXY, Kind.INTERRUPTED, Kind.CLOSED, Kind.TOO_LARGE, Kind.UNREADABLE);

  private final Secrets secrets;

  Unanswered(Secrets secrets) {
    this.secrets = secrets;
  }

  static boolean worthRepeating(TransportFailure failure) {
    return !POINTLESS.contains(failure.kind());
  }

  /**
   * The facts of the failure.
   *
   * @param cutShort whether the time limit of the retry policy left less than the read timeout
   */
  Failure failure(SentRequest request, TransportFailure failure, boolean cutShort) {
    String message =
        request
            + ": "
            + what(request, failure)
            + " for "
            + request.shown(secrets)
            + " at "
            + failure.host()
            + ". "
            + nextStep(failure, cutShort);
    Failure.Builder facts =
        request
            .failure(secrets)
            .outcome(failure.mayHaveArrived() ? Outcome.UNKNOWN : Outcome.NOT_SENT)
            .message(message)
            .cause(safe(request, failure.getCause()));
    if (failure.status() != 0) {
      facts.status(failure.status()).headers(Shown.headers(failure.headers(), secrets));
      // a success whose body was lost is a success: the change is made
      facts.outcome(failure.status() / 100 == 2 ? Outcome.DONE : Outcome.REFUSED);
    }
    return facts.build();
  }

  private String what(SentRequest request, TransportFailure failure) {
    String got =
        failure.status() == 0 ? "" : " after " + HttpStatuses.named(failure.status()) + " had come";
    return switch (failure.kind()) {
      case UNKNOWN_HOST, NO_CONNECTION -> "no connection";
      case CONNECT_TIMEOUT -> "no connection within the connect timeout";
      case TLS -> "no TLS connection (" + words(request, failure) + ")";
      case PROXY -> "the proxy refused (" + words(request, failure) + ")";
      case TIMEOUT -> "no complete answer within " + request.wire().timeout() + got;
      case INTERRUPTED -> "the calling thread was interrupted" + got;
      case CLOSED -> "the client was closed before the answer came";
      case TOO_LARGE -> "the answer is too large (" + words(request, failure) + ")";
      case UNREADABLE -> "the answer is no HTTP that we can read (" + words(request, failure) + ")";
      case BROKEN -> "the connection failed (" + words(request, failure) + ")" + got;
    };
  }

  private static String nextStep(TransportFailure failure, boolean cutShort) {
    return switch (failure.kind()) {
      case UNKNOWN_HOST, NO_CONNECTION, CONNECT_TIMEOUT -> "Check the base URL and the network.";
      case TLS -> "Check the base URL, and whom the sslContext of the builder trusts.";
      case PROXY -> "Check the proxy, and its user and password in the builder.";
      case TIMEOUT ->
          (cutShort ? "Raise the time limit of the retry policy" : "Raise readTimeout")
              + ", and "
              + LOOK;
      case INTERRUPTED -> "Look before you repeat a POST.";
      case CLOSED -> "Build a new one, and " + LOOK;
      case TOO_LARGE -> "Ask for less at once, or raise maxResponseSize of the builder.";
      case UNREADABLE -> "Check the base URL, and what stands between you and the vendor.";
      case BROKEN -> "Try again later, and " + LOOK;
    };
  }

  /** Transports like to quote the URL, whose query we never show. */
  private String words(SentRequest request, TransportFailure failure) {
    String message = failure.getMessage() == null ? "" : failure.getMessage();
    return hidden(request, message);
  }

  private String hidden(SentRequest request, String message) {
    String query = request.wire().uri().getRawQuery();
    return secrets.hide(
        query == null || query.isEmpty() ? message : message.replace(query, "****"));
  }

  /** The cause, if none of the texts in it holds what must not be shown. */
  private @Nullable Throwable safe(SentRequest request, @Nullable Throwable cause) {
    int depth = 0;
    for (Throwable each = cause; each != null && depth < 20; each = each.getCause(), depth++) {
      String message = String.valueOf(each.getMessage());
      if (!hidden(request, message).equals(message) || each.getSuppressed().length > 0) {
        return null;
      }
    }
    return cause;
  }

  /** What a transport of the caller threw, as a failure. */
  static TransportFailure of(SentRequest request, Exception thrown) {
    if (thrown instanceof TransportFailure known) {
      return known;
    }
    String message =
        thrown.getClass().getSimpleName()
            + (thrown.getMessage() == null ? "" : ": " + thrown.getMessage());
    boolean interrupted =
        thrown instanceof java.io.InterruptedIOException && Thread.currentThread().isInterrupted();
    return new TransportFailure(
        interrupted ? Kind.INTERRUPTED : Kind.BROKEN,
        request.server().getAuthority(),
        true,
        message,
        thrown instanceof IOException ? thrown : null);
  }
}
