package dev.forecourt.runtime.http;

import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.Proxy;
import java.net.ProxySelector;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Asks for each request which way to take, as proxies of the JVM may change at any time. */
final class Routes {
  private static final String JDK_SELECTOR = "sun.net.spi.DefaultProxySelector";
  private static final String[] JDK_PROXIES = {
    "http.proxyHost", "https.proxyHost", "proxyHost", "socksProxyHost", "java.net.useSystemProxies"
  };

  private final @Nullable ProxySelector selector;

  /**
   * Asks that selector.
   *
   * @param selector null for the JVM's, whichever it is at the time
   */
  Routes(@Nullable ProxySelector selector) {
    this.selector = selector;
  }

  /** One way at least, the best first. */
  List<Route> to(Target target) throws TransportFailure {
    ProxySelector asked = selector == null ? ProxySelector.getDefault() : selector;
    if (asked == null || isWithoutProxies(asked)) {
      return target.direct();
    }
    List<Proxy> proxies = select(asked, target);
    if (proxies == null || proxies.isEmpty()) {
      return target.direct();
    }
    List<Route> routes = new ArrayList<>(proxies.size());
    for (Proxy proxy : proxies) {
      routes.add(route(target, proxy));
    }
    return routes;
  }

  private static List<Proxy> select(ProxySelector asked, Target target) throws TransportFailure {
    try {
      return asked.select(target.origin());
    } catch (RuntimeException e) {
      // code of the application
      throw Failures.notSent(
          TransportFailure.Kind.PROXY,
          target,
          "the ProxySelector "
              + asked.getClass().getName()
              + " failed when it was asked for the way to "
              + target.authority()
              + " ("
              + Failures.words(e)
              + "). Mend it, or give the client another.",
          e);
    }
  }

  /** The JDK's selector takes its time to find out that there is none, for each request. */
  private static boolean isWithoutProxies(ProxySelector selector) {
    if (!selector.getClass().getName().equals(JDK_SELECTOR)) {
      return false;
    }
    for (String property : JDK_PROXIES) {
      if (System.getProperty(property) != null) {
        return false;
      }
    }
    return true;
  }

  private static Route route(Target target, @Nullable Proxy proxy) {
    return proxy != null && proxy.address() instanceof InetSocketAddress address
        ? new Route(target, address, proxy.type() == Proxy.Type.SOCKS)
        : new Route(target, null, false);
  }

  /** Tells the selector which proxy does not work. */
  void failed(Route route, IOException why) {
    ProxySelector asked = selector == null ? ProxySelector.getDefault() : selector;
    if (asked != null && route.proxy() != null) {
      try {
        asked.connectFailed(route.target().origin(), route.proxy(), why);
      } catch (RuntimeException e) {
        // what failed is known without it, and the next proxy may do
        why.addSuppressed(e);
      }
    }
  }
}
