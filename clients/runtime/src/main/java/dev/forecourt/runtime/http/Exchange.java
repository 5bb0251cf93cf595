package dev.forecourt.runtime.http;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.jspecify.annotations.Nullable;

/** One request, until there is a whole answer or a reason why not. */
final class Exchange {
  /** What a server does for them twice is what it does for them once, and nothing. */
  private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  /** A server seldom closes within this time, and a harmless request can be repeated anyway. */
  private static final long SURELY_OPEN_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  /** A login may be needed, wrong, and asked for once more. */
  private static final int MOST_LOGINS = 3;

  /** Begins the first frame of a server that takes HTTP/2 for granted. */
  private static final String FRAME = "\0\0";

  private static final long LONGEST_NANOS = Long.MAX_VALUE / 4;

  private final Pool pool;
  private final Lease lease;
  private final WireRequest request;
  private final Target target;
  private final long start = System.nanoTime();
  private final long deadline;
  private @Nullable ResponseHead head;
  private @Nullable Route used;
  private @Nullable String saidToProxy;

  Exchange(Pool pool, Lease lease, WireRequest request, Target target) {
    this.pool = pool;
    this.lease = lease;
    this.request = request;
    this.target = target;
    this.deadline = start + nanos(request.timeout());
  }

  private static long nanos(Duration duration) {
    return duration.getSeconds() > LONGEST_NANOS / 1_000_000_000
        ? LONGEST_NANOS
        : duration.toNanos();
  }

  WireResponse run() throws TransportFailure {
    RequestHead.check(request);
    if (deadline - start <= 0) {
      throw Failures.timeout(target, request.timeout(), false, null);
    }
    if (lease.closed()) {
      throw Failures.closed(target, false);
    }
    if (Thread.currentThread().isInterrupted()) {
      throw Failures.interrupted(target, false);
    }
    List<Route> routes = pool.routes().to(target);
    WireResponse answer = run(routes);
    for (int i = 0; answer.status() == 407 && used.readByProxy(); i++) {
      if (i == MOST_LOGINS) {
        throw Failures.proxy(target, used, "asks for logins without end (407).", null);
      }
      // the proxy has passed nothing on
      pool.logins().learn(used, head, saidToProxy);
      answer = run(routes);
    }
    return answer;
  }

  private WireResponse run(List<Route> routes) throws TransportFailure {
    used = routes.get(0);
    if (pool.usesHttp2(request.uri(), used)) {
      return overHttp2();
    }
    try {
      return overHttp1(routes);
    } catch (Connector.OnlyHttp2 e) {
      pool.speaksHttp2Alone(target);
      return overHttp2();
    }
  }

  private WireResponse overHttp2() throws TransportFailure {
    if (used.proxy() != null && (used.socks() || pool.logins().knows(used))) {
      throw Failures.proxy(
          target,
          used,
          "cannot be used: "
              + target.authority()
              + " speaks HTTP/2 alone, which goes through no"
              + " proxy that is SOCKS or wants a login. Let the server offer HTTP/1.1.",
          null);
    }
    Http2.Answer answer = pool.http2().send(request, used, lease, deadline);
    if (!answer.http2()) {
      pool.speaksNoHttp2(target);
    }
    return answer.response();
  }

  private WireResponse overHttp1(List<Route> routes) throws TransportFailure, Connector.OnlyHttp2 {
    Connection kept = kept(routes.get(0));
    if (kept != null) {
      WireResponse answer = converse(kept, true);
      if (answer != null) {
        return answer;
      }
    }
    return overNew(routes);
  }

  /** A connection of before that is still open; its guard is on. */
  private @Nullable Connection kept(Route route) {
    Connection connection = pool.take(route);
    while (connection != null) {
      boolean fit = false;
      try {
        boolean sure =
            connection.idleNanos(start) < SURELY_OPEN_NANOS && isHarmless(request.method());
        fit = !connection.expired(start) && (sure || !connection.stale());
        if (fit) {
          fit = false;
          begin(connection.guard(), deadline);
          fit = true;
          return connection;
        }
      } finally {
        if (!fit) {
          pool.end(connection);
        }
      }
      connection = pool.take(route);
    }
    return null;
  }

  private void begin(Guard guard, long until) {
    guard.begin(lease, until);
    pool.watch().began(until);
    if (lease.closed()) {
      // since the caller looked: nobody else would end this one
      guard.end(lease);
    }
  }

  private WireResponse overNew(List<Route> routes) throws TransportFailure, Connector.OnlyHttp2 {
    TransportFailure failure = null;
    for (Route route : routes) {
      try {
        WireResponse answer = converse(open(route), false);
        if (answer != null) {
          return answer;
        }
      } catch (TransportFailure e) {
        if (!notConnected(e.kind())) {
          throw e;
        }
        pool.routes().failed(route, e);
        if (failure != null) {
          e.addSuppressed(failure);
        }
        failure = e;
      }
    }
    throw failure == null ? Failures.closed(target, false) : failure;
  }

  /** Whether another way to the target may do better. */
  private static boolean notConnected(TransportFailure.Kind kind) {
    return switch (kind) {
      case PROXY, NO_CONNECTION, UNKNOWN_HOST -> true;
      default -> false;
    };
  }

  private Connection open(Route route) throws TransportFailure, Connector.OnlyHttp2 {
    used = route;
    long connecting = start + nanos(pool.settings().connectTimeout());
    long until = connecting - deadline < 0 ? connecting : deadline;
    Guard guard = new Guard();
    pool.watch().add(guard);
    boolean open = false;
    try {
      begin(guard, until);
      Connection connection = pool.connector().open(route, guard, until);
      if (!guard.extend(deadline)) {
        connection.abort();
        throw new IOException("ended while it was opened");
      }
      pool.watch().began(deadline);
      open = true;
      return connection;
    } catch (Connector.OnlyHttp2 e) {
      throw e;
    } catch (IOException e) {
      throw notOpened(e, route, guard, until == connecting);
    } finally {
      if (!open) {
        pool.watch().remove(guard);
      }
    }
  }

  private TransportFailure notOpened(
      IOException e, Route route, Guard guard, boolean connectTimeout) {
    if (guard.closed()) {
      return Failures.closed(target, false);
    }
    if (Thread.currentThread().isInterrupted()) {
      return Failures.interrupted(target, false);
    }
    if (guard.timedOut() || System.nanoTime() - deadline >= 0) {
      return connectTimeout
          ? Failures.connectTimeout(route, pool.settings().connectTimeout())
          : Failures.timeout(target, request.timeout(), false, null);
    }
    return e instanceof TransportFailure own ? own : Failures.noConnection(target, e);
  }

  /**
   * The answer over this connection; null when the connection was kept, is broken, and the request
   * can surely be repeated.
   */
  private @Nullable WireResponse converse(Connection connection, boolean kept)
      throws TransportFailure, Connector.OnlyHttp2 {
    boolean done = false;
    try {
      IOException unsent = send(connection);
      head = connection.readHead();
      if (head == null) {
        throw unsent == null ? new IOException("it ended before the answer") : unsent;
      }
      String unknown = Codings.unknown(head.codings());
      if (unknown != null) {
        throw Failures.unreadable(used, true, "unknown Content-Encoding " + unknown, head);
      }
      byte[] body = connection.readBody(head, request.method(), pool.settings().maxAnswerBytes());
      done = connection.guard().finish() && connection.reusable();
      return new WireResponse(head.status(), head.headers(), body);
    } catch (HttpException | IOException | OutOfMemoryError e) {
      if (kept && repeatable(connection)) {
        return null;
      }
      if (target.tls() && head == null && connection.saidFirst(FRAME)) {
        throw new Connector.OnlyHttp2(e);
      }
      throw failure(connection, e);
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
  private @Nullable IOException send(Connection connection) throws IOException {
    try {
      used = connection.route();
      saidToProxy =
          used.readByProxy()
              ? pool.logins().header(used, request.method(), RequestHead.line(request.uri(), used))
              : null;
      connection.send(request, saidToProxy, pool.settings().gzip());
      return null;
    } catch (IOException e) {
      if (connection.nothingSent() || ended(connection.guard())) {
        throw e;
      }
      return e;
    }
  }

  private static boolean ended(Guard guard) {
    return guard.timedOut() || guard.closed() || Thread.currentThread().isInterrupted();
  }

  /** Whether doing it twice is what doing it once is. */
  static boolean isHarmless(String method) {
    return HARMLESS.contains(method);
  }

  private boolean repeatable(Connection connection) {
    return !ended(connection.guard())
        && !connection.answered()
        && (connection.nothingSent() || isHarmless(request.method()));
  }

  private TransportFailure failure(Connection connection, Throwable e) {
    boolean sent = !connection.nothingSent();
    if (connection.guard().closed()) {
      return Failures.closed(target, sent);
    }
    if (Thread.currentThread().isInterrupted()) {
      return Failures.interrupted(target, sent);
    }
    if (connection.guard().timedOut()) {
      return Failures.timeout(target, request.timeout(), sent, head);
    }
    if (e instanceof MessageConstraintException) {
      return Failures.tooLarge(used, "has too many or too long headers.", null, head);
    }
    return head == null
        ? noHead(connection, e)
        : Failures.ofBody(used, pool.settings().maxAnswerBytes(), e, connection.ended(), head);
  }

  private TransportFailure noHead(Connection connection, Throwable e) {
    if (e instanceof OutOfMemoryError) {
      return Failures.tooLarge(used, "needs more memory than there is.", e, null);
    }
    if (connection.answered() && !connection.saidHttp()) {
      if (connection.saidFirst("\u0015\u0003")) {
        return Failures.unreadable(
            used, false, "the port speaks TLS. Use https in the base URL.", null);
      }
      if (connection.saidFirst(FRAME)) {
        return Failures.unreadable(
            used, false, "the port speaks HTTP/2 alone, without TLS. Use another.", null);
      }
      return Failures.unreadable(used, true, "it is no HTTP. Check the base URL.", null);
    }
    if (connection.refusedAtFirst(e)) {
      // TLS 1.3 lets a client speak before the server has looked at its certificate
      return Failures.tls(used, (IOException) e);
    }
    return e instanceof HttpException && !connection.ended()
        ? Failures.unreadable(used, true, Failures.safeWords(e), null)
        : Failures.broken(used, !connection.nothingSent(), e, null);
  }
}
