package dev.forecourt.runtime.http;

import java.io.IOException;
import java.util.Set;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.jspecify.annotations.Nullable;

/** One request over one connection of HTTP/1.1, and what to make of its end. */
final class Conversation {
  /** What a server does for them twice is what it does for them once, and nothing. */
  private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  /** Begins the first frame of a server that takes HTTP/2 for granted. */
  private static final String FRAME = "\0\0";

  private final Pool pool;
  private final WireRequest request;
  private final Connection connection;
  private final Route route;
  private final Target target;
  private @Nullable String saidToProxy;
  private @Nullable ResponseHead head;

  /**
   * Over that connection.
   *
   * @param connection whose guard is on; it goes back to the pool, or is closed
   */
  Conversation(Pool pool, WireRequest request, Connection connection) {
    this.pool = pool;
    this.request = request;
    this.connection = connection;
    this.route = connection.route();
    this.target = route.target();
  }

  /** Whether a proxy answered instead of the target, because it wants a login. */
  boolean wantsLogin() {
    return head != null && head.status() == 407 && route.readByProxy();
  }

  /** Learns the login that a proxy wants; what it was asked has not been passed on. */
  void learnLogin() throws TransportFailure {
    pool.logins().learn(route, head, saidToProxy);
  }

  /**
   * The answer; null when the connection was kept, is broken, and the request can surely be
   * repeated.
   *
   * @throws Connector.OnlyHttp2 when the server answered by HTTP/2
   */
  @Nullable WireResponse run(boolean kept) throws TransportFailure, Connector.OnlyHttp2 {
    boolean done = false;
    try {
      IOException unsent = send();
      head = connection.readHead();
      if (head == null) {
        throw unsent == null ? new IOException("it ended before the answer") : unsent;
      }
      String unknown = Codings.unknown(head.codings());
      if (unknown != null) {
        throw Failures.unreadable(route, true, "unknown Content-Encoding " + unknown, head);
      }
      byte[] body = connection.readBody(head, request.method(), pool.settings().maxAnswerBytes());
      done = connection.guard().finish() && connection.reusable();
      return new WireResponse(head.status(), head.headers(), body);
    } catch (HttpException | IOException | OutOfMemoryError e) {
      if (kept && repeatable()) {
        return null;
      }
      if (target.tls() && head == null && connection.saidFirst(FRAME)) {
        throw new Connector.OnlyHttp2(e);
      }
      throw failure(e);
    } finally {
      if (done) {
        pool.giveBack(connection);
      } else {
        pool.watch().remove(connection.guard());
        connection.abort();
      }
    }
  }

  /** Where a request cannot be written to its end, there may be an answer that says why. */
  private @Nullable IOException send() throws IOException {
    try {
      saidToProxy =
          route.readByProxy()
              ? pool.logins()
                  .header(route, request.method(), RequestHead.line(request.uri(), route))
              : null;
      connection.send(request, saidToProxy, pool.settings().gzip());
      return null;
    } catch (IOException e) {
      if (connection.nothingSent() || ended()) {
        throw e;
      }
      return e;
    }
  }

  private boolean ended() {
    Guard guard = connection.guard();
    return guard.timedOut() || guard.closed() || Thread.currentThread().isInterrupted();
  }

  /** Whether doing it twice is what doing it once is. */
  static boolean isHarmless(String method) {
    return HARMLESS.contains(method);
  }

  private boolean repeatable() {
    return !ended()
        && !connection.answered()
        && (connection.nothingSent() || isHarmless(request.method()));
  }

  private TransportFailure failure(Throwable e) {
    boolean sent = !connection.nothingSent();
    if (connection.guard().closed()) {
      return Failures.closed(target, sent, head);
    }
    if (Thread.currentThread().isInterrupted()) {
      return Failures.interrupted(target, sent, head);
    }
    if (connection.guard().timedOut()) {
      return Failures.timeout(target, request.timeout(), sent, head);
    }
    if (e instanceof MessageConstraintException) {
      return Failures.tooLarge(route, "has too many or too long headers.", null, head);
    }
    return head == null
        ? noHead(e)
        : Failures.ofBody(route, pool.settings().maxAnswerBytes(), e, connection.ended(), head);
  }

  private TransportFailure noHead(Throwable e) {
    if (e instanceof OutOfMemoryError) {
      return Failures.tooLarge(route, "needs more memory than there is.", e, null);
    }
    if (connection.answered() && !connection.saidHttp()) {
      if (connection.saidFirst("\u0015\u0003")) {
        return Failures.unreadable(
            route, false, "the port speaks TLS. Use https in the base URL.", null);
      }
      if (connection.saidFirst(FRAME)) {
        return Failures.unreadable(
            route, false, "the port speaks HTTP/2 alone, without TLS. Use another.", null);
      }
      return Failures.unreadable(route, true, "it is no HTTP. Check the base URL.", null);
    }
    if (connection.refusedAtFirst(e)) {
      // TLS 1.3 lets a client speak before the server has looked at its certificate
      return Failures.tls(route, (IOException) e);
    }
    return e instanceof HttpException && !connection.ended()
        ? Failures.unreadable(route, true, Failures.safeWords(e), null)
        : Failures.broken(route, !connection.nothingSent(), e, null);
  }
}
