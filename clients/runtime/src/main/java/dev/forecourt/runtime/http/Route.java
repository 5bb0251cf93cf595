package dev.forecourt.runtime.http;

import java.net.InetSocketAddress;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * A way to a target. Connections are kept for each.
 *
 * @param proxy null for none
 * @param socks whether the proxy speaks SOCKS, not HTTP
 */
record Route(Target target, @Nullable InetSocketAddress proxy, boolean socks) {

  /** Whether the proxy reads the requests itself, as it does without TLS. */
  boolean readByProxy() {
    return proxy != null && !socks && !target.tls();
  }

  /** Host and port of the proxy, for messages. */
  String proxyName() {
    return proxy == null ? "" : proxy.getHostString() + ":" + proxy.getPort();
  }

  // by hand, as those of a record are made at run time, with a cache that newer JDKs keep the class
  // loader of the application in
  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof Route route
        && socks == route.socks
        && target.equals(route.target)
        && Objects.equals(proxy, route.proxy);
  }

  @Override
  public int hashCode() {
    return target.hashCode() * 31 + Objects.hashCode(proxy);
  }
}
