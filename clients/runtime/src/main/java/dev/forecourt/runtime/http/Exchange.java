package dev.forecourt.runtime.http;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;

/** One request, until there is a whole answer or a reason why not. */
final class Exchange {
  /** A server seldom closes within this time, and a harmless request can be repeated anyway. */
  private static final long SURELY_OPEN_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  /** A login may be needed, wrong, and asked for once more. */
  private static final int MOST_LOGINS = 3;

  private static final long LONGEST_NANOS = Long.MAX_VALUE / 4;

  private final Pool pool;
  private final Lease lease;
  private final WireRequest request;
  private final Target target;
  private final long start = System.nanoTime();
  private final long deadline;
  private @Nullable Route used;
  private @Nullable Conversation conversation;

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
    for (int i = 0; conversation != null && conversation.wantsLogin(); i++) {
      if (i == MOST_LOGINS) {
        throw Failures.proxy(target, used, "asks for logins without end (407).", null);
      }
      conversation.learnLogin();
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

  private @Nullable WireResponse converse(Connection connection, boolean kept)
      throws TransportFailure, Connector.OnlyHttp2 {
    conversation = new Conversation(pool, request, connection);
    return conversation.run(kept);
  }

  /** A connection of before that is still open; its guard is on. */
  private @Nullable Connection kept(Route route) {
    Connection connection = pool.take(route);
    while (connection != null) {
      boolean fit = false;
      try {
        boolean sure =
            connection.idleNanos(start) < SURELY_OPEN_NANOS
                && Conversation.isHarmless(request.method());
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
        if (!notConnected(e)) {
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

  /** Whether another way to the target may do better: not when a proxy just says no. */
  private static boolean notConnected(TransportFailure e) {
    return switch (e.kind()) {
      case PROXY, NO_CONNECTION, UNKNOWN_HOST -> e.getCause() != null;
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
      throw notOpened(e, route, guard, until);
    } finally {
      if (!open) {
        pool.watch().remove(guard);
      }
    }
  }

  private TransportFailure notOpened(IOException e, Route route, Guard guard, long until) {
    if (guard.closed()) {
      return Failures.closed(target, false);
    }
    if (Thread.currentThread().isInterrupted()) {
      return Failures.interrupted(target, false);
    }
    if (guard.timedOut() || System.nanoTime() - until >= 0) {
      return until == deadline
          ? Failures.timeout(target, request.timeout(), false, null)
          : Failures.connectTimeout(route, pool.settings().connectTimeout());
    }
    return e instanceof TransportFailure own ? own : Failures.noConnection(target, e);
  }
}
