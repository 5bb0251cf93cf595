package dev.forecourt.runtime.http;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/** Idle connections of all transports with equal settings, the last used one first. */
final class Pool implements Watch.Sweep {
  /** Many servers close sooner; whether one did is looked up before it matters. */
  private static final long MOST_IDLE_NANOS = TimeUnit.SECONDS.toNanos(30);

  private static final long LINGER_NANOS = TimeUnit.MILLISECONDS.toNanos(600);

  private final HttpSettings settings;
  private final Watch watch;
  private final Consumer<Pool> whenOver;
  private final Routes routes;
  private final Connector connector;
  private final Map<Route, ArrayDeque<Connection>> idle = new HashMap<>();
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
    this.connector =
        new Connector(
            settings.ssl() == null ? null : settings.ssl().getSocketFactory(), new Tunnel());
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

  Connector connector() {
    return connector;
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
          if (over || connection.expired(now, MOST_IDLE_NANOS)) {
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
    endIfOver();
  }

  /** Whether nobody uses it, and nothing is kept. */
  synchronized boolean isOver() {
    return users == 0 && idle.isEmpty();
  }

  /** Closes a connection that nobody uses. */
  void end(Connection connection) {
    watch.remove(connection.guard());
    connection.close();
  }
}
