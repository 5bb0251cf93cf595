package dev.forecourt.runtime.http;

import java.net.URI;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Idle connections of all transports with equal settings, the last used one first. */
final class Pool implements Watch.Sweep {
  private static final long LINGER_NANOS = TimeUnit.MILLISECONDS.toNanos(600);

  private final HttpSettings settings;
  private final Watch watch;
  private final Consumer<Pool> whenOver;
  private final Routes routes;
  private final ProxyLogins logins;
  private final Connector connector;
  private final Map<Route, ArrayDeque<Connection>> idle = new HashMap<>();
  private final Set<Target> http2Alone = ConcurrentHashMap.newKeySet();
  private final Set<Target> noHttp2 = ConcurrentHashMap.newKeySet();
  private @Nullable Http2 http2;
  private int users;
  private long unusedSince;

  /**
   * An empty pool.
   *
   * @param whenOver called when nobody uses it and nothing is kept
   */
  Pool(HttpSettings settings, Watch watch, Consumer<Pool> whenOver) {
    this.settings = settings;
    this.watch = watch;
    this.whenOver = whenOver;
    this.routes = new Routes(settings.proxy());
    this.logins = new ProxyLogins(settings.proxyLogin());
    this.connector = new Connector(settings.ssl(), logins);
  }

  HttpSettings settings() {
    return settings;
  }

  Watch watch() {
    return watch;
  }

  Routes routes() {
    return routes;
  }

  ProxyLogins logins() {
    return logins;
  }

  Connector connector() {
    return connector;
  }

  /** Whether to ask by HTTP/2: where it is preferred, unless a proxy is between, or it must be. */
  boolean usesHttp2(URI uri, Route route) {
    if (!route.target().tls() || uri.getHost() == null) {
      return false;
    }
    boolean preferred =
        settings.http2() && route.proxy() == null && !noHttp2.contains(route.target());
    return preferred || (!http2Alone.isEmpty() && http2Alone.contains(route.target()));
  }

  /** Remembers that a server takes no HTTP/1.1. */
  void speaksHttp2Alone(Target target) {
    http2Alone.add(target);
  }

  /** Remembers that a server takes no HTTP/2. */
  void speaksNoHttp2(Target target) {
    http2Alone.remove(target);
    noHttp2.add(target);
  }

  /** Made when it is needed for the first time. */
  synchronized Http2 http2() {
    if (http2 == null) {
      http2 = new Http2(settings, watch);
    }
    return http2;
  }

  /** The idle connection that was used last; null for none. */
  synchronized @Nullable Connection take(Route route) {
    ArrayDeque<Connection> kept = idle.get(route);
    return kept == null ? null : kept.pollLast();
  }

  /** Keeps a connection for the next request. */
  void giveBack(Connection connection) {
    connection.idle(System.nanoTime());
    synchronized (this) {
      if (users > 0) {
        idle.computeIfAbsent(connection.route(), route -> new ArrayDeque<>()).addLast(connection);
        return;
      }
    }
    // its transport was closed meanwhile, as the last one: nobody would look after it
    end(connection);
  }

  /** Counts one transport more. */
  synchronized void use() {
    users++;
    watch.add(this);
  }

  /** Counts one transport less. */
  void release() {
    synchronized (this) {
      unusedSince = System.nanoTime();
      users--;
    }
    endIfOver();
  }

  private void endIfOver() {
    if (isOver()) {
      whenOver.accept(this);
    }
  }

  /** Number of idle connections. */
  synchronized int size() {
    return idle.values().stream().mapToInt(ArrayDeque::size).sum();
  }

  /** Ends connections that have been idle for long, or that no transport needs any more. */
  @Override
  public void sweep(long now) {
    List<Connection> ending = null;
    boolean over;
    synchronized (this) {
      over = users == 0 && now - unusedSince >= LINGER_NANOS;
      for (Iterator<ArrayDeque<Connection>> all = idle.values().iterator(); all.hasNext(); ) {
        ArrayDeque<Connection> kept = all.next();
        for (Iterator<Connection> each = kept.iterator(); each.hasNext(); ) {
          Connection connection = each.next();
          if (over || connection.expired(now)) {
            ending = ending == null ? new ArrayList<>() : ending;
            ending.add(connection);
            each.remove();
          }
        }
        if (kept.isEmpty()) {
          all.remove();
        }
      }
    }
    if (ending != null) {
      ending.forEach(this::end);
    }
    if (over) {
      endHttp2();
    }
    endIfOver();
  }

  private synchronized void endHttp2() {
    if (http2 != null && users == 0) {
      http2.close();
      http2 = null;
    }
  }

  /** Whether nobody uses it, and nothing is kept. */
  synchronized boolean isOver() {
    return users == 0 && idle.isEmpty() && http2 == null;
  }

  /** Closes a connection that nobody uses. */
  void end(Connection connection) {
    watch.remove(connection.guard());
    connection.close();
  }
}
