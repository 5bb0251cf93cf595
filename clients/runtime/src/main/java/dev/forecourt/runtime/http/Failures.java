package dev.forecourt.runtime.http;

import dev.forecourt.runtime.http.TransportFailure.Kind;
import java.io.IOException;
import java.time.Duration;
import java.util.zip.ZipException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.jspecify.annotations.Nullable;

/** What failures say: what happened, where, and what to do next. */
final class Failures {
  private static final String LOOK = " Look before you repeat what changes something.";

  private Failures() {}

  static TransportFailure closed(Target target, boolean mayHaveArrived) {
    return closed(target, mayHaveArrived, null);
  }

  static TransportFailure closed(
      Target target, boolean mayHaveArrived, @Nullable ResponseHead head) {
    return withHead(
        Kind.CLOSED,
        target,
        mayHaveArrived,
        "the transport was closed before the answer of " + at(target) + " came. Build a new one.",
        null,
        head);
  }

  static TransportFailure interrupted(Target target, boolean mayHaveArrived) {
    return interrupted(target, mayHaveArrived, null);
  }

  static TransportFailure interrupted(
      Target target, boolean mayHaveArrived, @Nullable ResponseHead head) {
    return withHead(
        Kind.INTERRUPTED,
        target,
        mayHaveArrived,
        "the calling thread was interrupted before the answer of "
            + at(target)
            + " came."
            + (mayHaveArrived ? LOOK : ""),
        null,
        head);
  }

  static TransportFailure timeout(
      Target target, Duration timeout, boolean mayHaveArrived, @Nullable ResponseHead head) {
    return withHead(
        Kind.TIMEOUT,
        target,
        mayHaveArrived,
        "no complete answer of "
            + at(target)
            + " within "
            + timeout
            + ". Raise the time limit."
            + (mayHaveArrived ? LOOK : ""),
        null,
        head);
  }

  static TransportFailure connectTimeout(Route route, Duration timeout) {
    return notSent(
        Kind.CONNECT_TIMEOUT,
        route.target(),
        "no connection to "
            + at(route.target())
            + way(route)
            + " within "
            + timeout
            + ". Check the base URL and the network, or raise the connect timeout.",
        null);
  }

  static TransportFailure unknownHost(Target target, IOException cause) {
    return notSent(
        Kind.UNKNOWN_HOST,
        target,
        "the host " + target.host() + " is unknown. Check the base URL and the name server.",
        cause);
  }

  static TransportFailure noConnection(Target target, IOException cause) {
    return notSent(
        Kind.NO_CONNECTION,
        target,
        "no connection to "
            + at(target)
            + " ("
            + words(cause)
            + "). Check the base URL and the network.",
        cause);
  }

  static TransportFailure tls(Route route, IOException cause) {
    return notSent(
        Kind.TLS,
        route.target(),
        "no TLS connection to "
            + at(route.target())
            + way(route)
            + " ("
            + words(cause)
            + "). "
            + tlsAdvice(cause),
        cause);
  }

  private static String tlsAdvice(IOException cause) {
    String words = String.valueOf(cause.getMessage());
    if (words.contains("Unsupported or unrecognized SSL message")) {
      return "The port seems to speak no TLS: check scheme and port of the base URL.";
    }
    if (words.contains("No subject alternative") || words.contains("No name matching")) {
      return "The certificate is for another host: check the host of the base URL.";
    }
    if (words.contains("certificate_required")
        || words.contains("Received fatal alert: bad_cert")) {
      return "The server wants a certificate of the client: give the SSLContext one.";
    }
    return "Check the base URL, and whom the SSLContext trusts.";
  }

  static TransportFailure proxy(Target target, Route route, String what, @Nullable Throwable e) {
    return notSent(Kind.PROXY, target, "the proxy " + route.proxyName() + " " + what, e);
  }

  static TransportFailure notSent(
      Kind kind, Target target, String message, @Nullable Throwable cause) {
    return new TransportFailure(kind, target.authority(), false, message, cause);
  }

  /**
   * What failed after the head had come.
   *
   * @param ended whether the other side has ended its stream
   */
  static TransportFailure ofBody(
      Route route, long limit, Throwable e, boolean ended, ResponseHead head) {
    if (e instanceof TransportFailure own) {
      return own;
    }
    if (e instanceof Body.TooLarge) {
      return tooLarge(route, "has more than " + limit + " bytes. Raise the limit.", null, head);
    }
    if (e instanceof OutOfMemoryError) {
      return tooLarge(
          route, "needs more memory than there is. Ask for less, or give more.", e, head);
    }
    boolean malformed =
        e instanceof HttpException
            || e instanceof MalformedChunkCodingException
            || e instanceof ZipException;
    return malformed && !ended
        ? unreadable(route, true, safeWords(e), head)
        : broken(route, true, e, head);
  }

  static TransportFailure tooLarge(
      Route route, String what, @Nullable Throwable cause, @Nullable ResponseHead head) {
    return withHead(
        Kind.TOO_LARGE,
        route.target(),
        true,
        "the answer of " + at(route.target()) + way(route) + " " + what,
        cause,
        head);
  }

  static TransportFailure unreadable(
      Route route, boolean mayHaveArrived, String what, @Nullable ResponseHead head) {
    return withHead(
        Kind.UNREADABLE,
        route.target(),
        mayHaveArrived,
        "the answer of " + at(route.target()) + way(route) + " is unreadable: " + what,
        null,
        head);
  }

  static TransportFailure broken(
      Route route, boolean mayHaveArrived, Throwable e, @Nullable ResponseHead head) {
    boolean quotes = e instanceof HttpException; // what came, which may be a secret
    String what = quotes ? "it ended within the answer" : words(e);
    return withHead(
        Kind.BROKEN,
        route.target(),
        mayHaveArrived,
        "the connection to "
            + at(route.target())
            + way(route)
            + " broke ("
            + what
            + "). Try again later."
            + (mayHaveArrived ? LOOK : ""),
        quotes ? null : e,
        head);
  }

  private static TransportFailure withHead(
      Kind kind,
      Target target,
      boolean mayHaveArrived,
      String message,
      @Nullable Throwable cause,
      @Nullable ResponseHead head) {
    return head == null
        ? new TransportFailure(kind, target.authority(), mayHaveArrived, message, cause)
        : new TransportFailure(
            kind,
            target.authority(),
            mayHaveArrived,
            message,
            cause,
            head.status(),
            head.headers());
  }

  private static String way(Route route) {
    return route.proxy() == null ? "" : " by way of the proxy " + route.proxyName();
  }

  private static String at(Target target) {
    return target.authority();
  }

  /** Type and message of the JDK's own exceptions, which hold no more than addresses. */
  static String words(Throwable cause) {
    String type = cause.getClass().getSimpleName();
    return cause.getMessage() == null ? type : type + ": " + cause.getMessage();
  }

  /** Our own words or the JDK's, or the type alone: HttpCore quotes what came. */
  static String safeWords(Throwable e) {
    boolean free = e instanceof ZipException || e instanceof ResponseHead.Odd;
    return free ? String.valueOf(e.getMessage()) : e.getClass().getSimpleName();
  }
}
