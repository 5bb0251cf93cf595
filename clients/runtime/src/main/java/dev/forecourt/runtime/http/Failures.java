package dev.forecourt.runtime.http;

import dev.forecourt.runtime.http.TransportFailure.Kind;
import java.io.IOException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** What failures say: what happened, where, and what to do next. */
final class Failures {
  private static final String LOOK = " Look before you repeat what changes something.";

  private Failures() {}

  static TransportFailure closed(Target target, boolean mayHaveArrived) {
    return new TransportFailure(
        Kind.CLOSED,
        target.authority(),
        mayHaveArrived,
        "the transport was closed before the answer of " + at(target) + " came. Build a new one.",
        null);
  }

  static TransportFailure interrupted(Target target, boolean mayHaveArrived) {
    return new TransportFailure(
        Kind.INTERRUPTED,
        target.authority(),
        mayHaveArrived,
        "the calling thread was interrupted before the answer of "
            + at(target)
            + " came."
            + (mayHaveArrived ? LOOK : ""),
        null);
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

  static TransportFailure connectTimeout(Target target, Duration timeout) {
    return notSent(
        Kind.CONNECT_TIMEOUT,
        target,
        "no connection to "
            + at(target)
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

  static TransportFailure tls(Target target, IOException cause) {
    return notSent(
        Kind.TLS,
        target,
        "no TLS connection to " + at(target) + " (" + words(cause) + "). " + tlsAdvice(cause),
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
    return "Check the base URL, and whom the SSLContext trusts.";
  }

  static TransportFailure proxy(Target target, Route route, String what, @Nullable Throwable e) {
    return notSent(Kind.PROXY, target, "the proxy " + route.proxyName() + " " + what, e);
  }

  static TransportFailure notSent(
      Kind kind, Target target, String message, @Nullable Throwable cause) {
    return new TransportFailure(kind, target.authority(), false, message, cause);
  }

  static TransportFailure tooLarge(
      Target target, String what, @Nullable ResponseHead head, @Nullable Throwable cause) {
    return withHead(
        Kind.TOO_LARGE, target, true, "the answer of " + at(target) + " " + what, cause, head);
  }

  static TransportFailure unreadable(
      Target target, boolean mayHaveArrived, String what, @Nullable ResponseHead head) {
    return withHead(
        Kind.UNREADABLE,
        target,
        mayHaveArrived,
        "the answer of " + at(target) + " is unreadable: " + what,
        null,
        head);
  }

  static TransportFailure broken(
      Target target,
      Route route,
      boolean mayHaveArrived,
      String what,
      @Nullable Throwable cause,
      @Nullable ResponseHead head) {
    String way = route.proxy() == null ? "" : " by way of the proxy " + route.proxyName();
    return withHead(
        Kind.BROKEN,
        target,
        mayHaveArrived,
        "the connection to "
            + at(target)
            + way
            + " broke ("
            + what
            + "). Try again later."
            + (mayHaveArrived ? LOOK : ""),
        cause,
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

  private static String at(Target target) {
    return target.authority();
  }

  /** Type and message of the JDK's own exceptions, which hold no more than addresses. */
  static String words(Throwable cause) {
    String type = cause.getClass().getSimpleName();
    return cause.getMessage() == null ? type : type + ": " + cause.getMessage();
  }
}
