package dev.forecourt.runtime.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.nio.channels.UnsupportedAddressTypeException;
import java.security.NoSuchAlgorithmException;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLContext;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import org.jspecify.annotations.Nullable;

/** Opens connections: addresses, proxies, TLS. */
final class Connector {
  /** A login may be needed, wrong, and asked for once more. */
  private static final int MOST_LOGINS = 3;

  private static final String[] PROTOCOLS = {"http/1.1"};

  private final @Nullable SSLContext tls;
  private final Tunnel tunnel;
  private final Socks socks;

  /**
   * Opens them with that TLS.
   *
   * @param tls null for the JVM's own, whichever it is at the time
   */
  Connector(@Nullable SSLContext tls, ProxyLogins logins) {
    this.tls = tls;
    this.tunnel = new Tunnel(logins);
    this.socks = new Socks(logins);
  }

  /** The server speaks TLS, but not HTTP/1.1. */
  static final class OnlyHttp2 extends IOException {
    private static final long serialVersionUID = 1;

    OnlyHttp2(Throwable cause) {
      super(cause);
    }
  }

  /**
   * A connection that is ready for a request.
   *
   * @param guard ends the attempt when its time is over
   * @param deadline of the guard
   * @throws TransportFailure with the reason, unless the guard knows a better one
   * @throws OnlyHttp2 when the server takes nothing else
   */
  Connection open(Route route, Guard guard, long deadline) throws IOException {
    Target target = route.target();
    ChannelSocket socket = connected(route, guard, deadline);
    boolean done = false;
    try {
      for (int i = 0; !through(route, socket); i++) {
        if (i == MOST_LOGINS) {
          throw Failures.proxy(target, route, "asks for logins without end (407).", null);
        }
        socket.close();
        socket = connected(route, guard, deadline);
      }
      SSLSocket tls = target.tls() ? handshake(route, socket) : null;
      Connection connection = new Connection(route, guard, socket, tls);
      done = true;
      return connection;
    } finally {
      if (!done) {
        socket.close();
      }
    }
  }

  /** Whether the socket can speak to the target, or to a proxy that reads requests. */
  private boolean through(Route route, ChannelSocket socket) throws IOException {
    if (route.proxy() == null || route.readByProxy()) {
      return true;
    }
    if (route.socks()) {
      socks.through(route, socket);
      return true;
    }
    return tunnel.through(route, socket);
  }

  private static ChannelSocket connected(Route route, Guard guard, long deadline)
      throws IOException {
    InetAddress[] addresses = addresses(route);
    int port = route.proxy() == null ? route.target().port() : route.proxy().getPort();
    IOException failure = null;
    for (int i = 0; i < addresses.length; i++) {
      if (guard.timedOut() || guard.closed() || Thread.currentThread().isInterrupted()) {
        break;
      }
      long left = Math.max(deadline - System.nanoTime(), 1);
      boolean last = i == addresses.length - 1;
      try {
        // an address that never answers leaves time for the others
        return connected(addresses[i], port, guard, last ? left : left / 2 + 1);
      } catch (IOException | UnsupportedAddressTypeException e) {
        IOException next = e instanceof IOException own ? own : new IOException(e);
        if (failure != null) {
          next.addSuppressed(failure);
        }
        failure = next;
      }
    }
    // the socket's own time-out may come before the watch has looked
    guard.look(System.nanoTime(), 0);
    IOException cause = failure == null ? new IOException("not tried") : failure;
    throw route.proxy() == null
        ? Failures.noConnection(route.target(), cause)
        : Failures.proxy(
            route.target(),
            route,
            "takes no connection (" + Failures.words(cause) + "). Check its host and port.",
            cause);
  }

  private static InetAddress[] addresses(Route route) throws IOException {
    InetSocketAddress proxy = route.proxy();
    try {
      if (proxy == null) {
        return InetAddress.getAllByName(route.target().host());
      }
      return proxy.getAddress() == null
          ? InetAddress.getAllByName(proxy.getHostString())
          : new InetAddress[] {proxy.getAddress()};
    } catch (UnknownHostException e) {
      throw proxy == null
          ? Failures.unknownHost(route.target(), e)
          : Failures.proxy(
              route.target(), route, "has an unknown host. Check its name and port.", e);
    }
  }

  private static ChannelSocket connected(InetAddress address, int port, Guard guard, long nanos)
      throws IOException {
    SocketChannel channel = SocketChannel.open();
    boolean done = false;
    try {
      guard.attach(channel);
      channel.setOption(StandardSocketOptions.TCP_NODELAY, true);
      long millis = TimeUnit.NANOSECONDS.toMillis(nanos) + 1;
      channel
          .socket()
          .connect(new InetSocketAddress(address, port), (int) Math.min(millis, Integer.MAX_VALUE));
      ChannelSocket socket = new ChannelSocket(channel);
      done = true;
      return socket;
    } catch (SocketTimeoutException e) {
      throw new SocketTimeoutException("no answer of " + address.getHostAddress());
    } finally {
      if (!done) {
        channel.close();
      }
    }
  }

  private SSLSocket handshake(Route route, ChannelSocket plain) throws IOException {
    Target target = route.target();
    try {
      plain.getInputStream().readAhead();
      SSLContext context = tls == null ? SSLContext.getDefault() : tls;
      SSLSocket socket =
          (SSLSocket)
              context.getSocketFactory().createSocket(plain, target.host(), target.port(), true);
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      parameters.setApplicationProtocols(PROTOCOLS);
      socket.setSSLParameters(parameters);
      socket.startHandshake();
      return socket;
    } catch (NoSuchAlgorithmException e) {
      throw Failures.tls(route, new SSLException(e));
    } catch (IOException e) {
      if (String.valueOf(e.getMessage()).contains("no_application_protocol")) {
        throw new OnlyHttp2(e);
      }
      throw Failures.tls(route, e);
    }
  }
}
