package dev.forecourt.runtime.http;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.concurrent.TimeUnit;
import java.util.zip.ZipException;
import org.apache.hc.core5.http.HttpException;
import org.apache.hc.core5.http.MalformedChunkCodingException;
import org.apache.hc.core5.http.MessageConstraintException;
import org.jspecify.annotations.Nullable;

/** One request, until there is a whole answer or a reason why not. */
final class Exchange {
  /** What a server does for them twice is what it does for them once, and nothing. */
  private static final Set<String> HARMLESS = Set.of("GET", "HEAD", "OPTIONS", "TRACE");

  /** A server seldom closes within this time, and a harmless request can be repeated anyway. */
  private static final long SURELY_OPEN_NANOS = TimeUnit.MILLISECONDS.toNanos(500);

  private static final long LONGEST_NANOS = Long.MAX_VALUE / 4;

  private final Pool pool;
  private final Lease lease;
  private final WireRequest request;
  private final Target target;
  private final long start = System.nanoTime();
  private final long deadline;
  private @Nullable ResponseHead head;

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
      boolean sure =
          connection.idleNanos(start) < SURELY_OPEN_NANOS && HARMLESS.contains(request.method());
      if (sure || !connection.stale()) {
        begin(connection.guard(), deadline);
        return connection;
      }
      pool.end(connection);
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

  private WireResponse overNew(List<Route> routes) throws TransportFailure {
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

  private Connection open(Route route) throws TransportFailure {
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
    } catch (IOException e) {
      throw notOpened(e, guard, until == connecting);
    } finally {
      if (!open) {
        pool.watch().remove(guard);
      }
    }
  }

  private TransportFailure notOpened(IOException e, Guard guard, boolean connectTimeout) {
    if (guard.closed()) {
      return Failures.closed(target, false);
    }
    if (Thread.currentThread().isInterrupted()) {
      return Failures.interrupted(target, false);
    }
    if (guard.timedOut() || System.nanoTime() - deadline >= 0) {
      return connectTimeout
          ? Failures.connectTimeout(target, pool.settings().connectTimeout())
          : Failures.timeout(target, request.timeout(), false, null);
    }
    return e instanceof TransportFailure own ? own : Failures.noConnection(target, e);
  }

  /**
   * The answer over this connection; null when the connection was kept, is broken, and the request
   * can surely be repeated.
   */
  private @Nullable WireResponse converse(Connection connection, boolean kept)
      throws TransportFailure {
    boolean done = false;
    try {
      IOException unsent = send(connection);
      head = connection.readHead();
      if (head == null) {
        throw unsent == null ? new IOException("it ended before the answer") : unsent;
      }
      String unknown = Codings.unknown(head.codings());
      if (unknown != null) {
        throw Failures.unreadable(target, true, "unknown Content-Encoding " + unknown, head);
      }
      byte[] body = connection.readBody(head, request.method(), pool.settings().maxAnswerBytes());
      done = connection.guard().finish() && connection.reusable();
      return new WireResponse(head.status(), head.headers(), body);
    } catch (HttpException | IOException | OutOfMemoryError e) {
      if (kept && repeatable(connection)) {
        return null;
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
      connection.send(request, null, pool.settings().gzip());
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

  private boolean repeatable(Connection connection) {
    return !ended(connection.guard())
        && !connection.answered()
        && (connection.nothingSent() || HARMLESS.contains(request.method()));
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
    if (e instanceof TransportFailure own) {
      return own;
    }
    if (e instanceof Body.TooLarge) {
      return Failures.tooLarge(
          target,
          "has more than " + pool.settings().maxAnswerBytes() + " bytes. Raise the limit.",
          head,
          null);
    }
    if (e instanceof OutOfMemoryError) {
      return Failures.tooLarge(
          target, "needs more memory than there is. Ask for less, or give more.", head, e);
    }
    if (e instanceof MessageConstraintException) {
      return Failures.tooLarge(target, "has too many or too long headers.", head, null);
    }
    return head == null ? noHead(connection, e) : noBody(connection, e, head);
  }

  private TransportFailure noHead(Connection connection, Throwable e) {
    if (connection.answered() && !connection.saidFirst("HTTP/1")) {
      if (connection.saidFirst("\u0015\u0003")) {
        return Failures.unreadable(
            target, false, "the port speaks TLS. Use https in the base URL.", null);
      }
      if (connection.saidFirst("\0\0")) {
        return Failures.unreadable(
            target, false, "the port speaks HTTP/2 alone, without TLS. Use another.", null);
      }
      return Failures.unreadable(target, true, "it is no HTTP. Check the base URL.", null);
    }
    if (e instanceof HttpException && !connection.ended()) {
      return Failures.unreadable(target, true, words(e), null);
    }
    return broken(connection, e);
  }

  private TransportFailure noBody(Connection connection, Throwable e, ResponseHead head) {
    boolean malformed =
        e instanceof HttpException
            || e instanceof MalformedChunkCodingException
            || e instanceof ZipException;
    return malformed && !connection.ended()
        ? Failures.unreadable(target, true, words(e), head)
        : broken(connection, e);
  }

  private TransportFailure broken(Connection connection, Throwable e) {
    boolean quotes = e instanceof HttpException; // what came, which may be a secret
    return Failures.broken(
        target,
        connection.route(),
        !connection.nothingSent(),
        quotes ? "it ended within the answer" : Failures.words(e),
        quotes ? null : e,
        head);
  }

  /** Our own words or the JDK's, or the type alone: HttpCore quotes what came. */
  private static String words(Throwable e) {
    boolean free = e instanceof ZipException || e instanceof ResponseHead.Odd;
    return free ? String.valueOf(e.getMessage()) : e.getClass().getSimpleName();
  }
}
