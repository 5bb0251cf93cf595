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
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Says in our words why no complete answer came. */
final class Unanswered {
  private static final String LOOK = ", and look before you repeat a POST.";
  private static final String RAISE = "Raise the limit.";

  /** Another request would meet the same. */
  private static final Set<Kind> POINTLESS =
      EnumSet.of(
          Kind.TLS, Kind.PROXY, Kind.INTERRUPTED, Kind.CLOSED, Kind.TOO_LARGE, Kind.UNREADABLE);

  private static final Pattern WAY = Pattern.compile(" by way of the proxy [^ ]+");

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
    String message = request + ": " + message(request, failure, cutShort);
    Failure.Builder facts =
        request
            .failure(secrets)
            .outcome(failure.mayHaveArrived() ? Outcome.UNKNOWN : Outcome.NOT_SENT)
            .message(message)
            .cause(safe(request, failure.getCause()));
    if (failure.kind() == Kind.INTERRUPTED) {
      facts.cancelled();
    }
    if (failure.status() != 0) {
      facts.status(failure.status()).headers(Shown.headers(failure.headers(), secrets));
      // a success whose body was lost is a success: the change is made
      facts.outcome(failure.status() / 100 == 2 ? Outcome.DONE : Outcome.REFUSED);
    }
    return facts.build();
  }

  private String message(SentRequest request, TransportFailure failure, boolean cutShort) {
    String words = words(request, failure);
    String got =
        failure.status() == 0 ? "" : " after " + HttpStatuses.named(failure.status()) + " had come";
    String where = request.shown(secrets) + " at " + failure.host();
    String unsent = request.shown(secrets) + " was sent to " + failure.host() + ".";
    return switch (failure.kind()) {
      case UNKNOWN_HOST ->
          "unknown host for " + where + ". Check the base URL and the name server.";
      case NO_CONNECTION -> "no connection for " + where + ". Check the base URL and the network.";
      case CONNECT_TIMEOUT ->
          "no connection within the connect timeout for "
              + where
              + way(words)
              + ". Check the base URL and the network, or raise connectTimeout.";
      case TIMEOUT ->
          "no complete answer within "
              + request.wire().timeout()
              + got
              + " for "
              + where
              + (cutShort ? ". Raise the time limit of the retry policy" : ". Raise readTimeout")
              + (failure.mayHaveArrived() ? LOOK : ".");
      case INTERRUPTED ->
          failure.mayHaveArrived()
              ? "the calling thread was interrupted before the answer to "
                  + where
                  + " came"
                  + whole(failure)
                  + ". Look before you repeat a POST."
              : "the calling thread was interrupted before " + unsent;
      case CLOSED ->
          failure.mayHaveArrived()
              ? "the client was closed before the answer to "
                  + where
                  + " came"
                  + whole(failure)
                  + ". Build a new one"
                  + LOOK
              : "the client was closed before " + unsent + " Build a new one.";
      case TLS, PROXY, TOO_LARGE, UNREADABLE, BROKEN ->
          words.endsWith(".")
              ? request.shown(secrets) + " failed" + got + ": " + named(words)
              : inBrackets(failure, words) + got + " for " + where + ". " + nextStep(failure);
    };
  }

  private static String whole(TransportFailure failure) {
    return failure.status() == 0
        ? ""
        : " whole, after " + HttpStatuses.named(failure.status()) + " had come";
  }

  /** The proxy, where there is one: it may be what does not answer. */
  private static String way(String words) {
    Matcher way = WAY.matcher(words);
    return way.find() ? way.group() : "";
  }

  /** The transport knows a limit, and only the builder has a name for it. */
  private static String named(String sentences) {
    return sentences.endsWith(RAISE)
        ? sentences.substring(0, sentences.length() - 1)
            + ", which is maxResponseSize of the builder."
        : sentences;
  }

  /** Words of a transport that writes no sentences. */
  private static String inBrackets(TransportFailure failure, String words) {
    String what =
        switch (failure.kind()) {
          case TLS -> "no TLS connection";
          case PROXY -> "the proxy refused";
          case TOO_LARGE -> "the answer is too large";
          case UNREADABLE -> "the answer is no HTTP that we can read";
          default -> "the connection failed";
        };
    return words.isEmpty() ? what : what + " (" + words + ")";
  }

  private static String nextStep(TransportFailure failure) {
    return switch (failure.kind()) {
      case TLS -> "Check the base URL, and whom the sslContext of the builder trusts.";
      case PROXY -> "Check the proxy, and its user and password in the builder.";
      case TOO_LARGE -> "Ask for less at once, or raise maxResponseSize of the builder.";
      case UNREADABLE -> "Check the base URL, and what stands between you and the vendor.";
      default -> "Try again later" + (failure.mayHaveArrived() ? LOOK : ".");
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
    return cause == null || isSafe(request, cause, 0) ? cause : null;
  }

  private boolean isSafe(SentRequest request, Throwable thrown, int depth) {
    String message = String.valueOf(thrown.getMessage());
    // deeper than any chain of causes that is no circle
    if (depth > 20 || !hidden(request, message).equals(message)) {
      return false;
    }
    Throwable cause = thrown.getCause();
    if (cause != null && !isSafe(request, cause, depth + 1)) {
      return false;
    }
    for (Throwable suppressed : thrown.getSuppressed()) {
      if (!isSafe(request, suppressed, depth + 1)) {
        return false;
      }
    }
    return true;
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
