package dev.forecourt.runtime.http;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.SocketTimeoutException;
import java.net.StandardSocketOptions;
import java.net.UnknownHostException;
import java.nio.channels.SocketChannel;
import java.nio.channels.UnsupportedAddressTypeException;
import java.util.concurrent.TimeUnit;
import javax.net.ssl.SSLException;
import javax.net.ssl.SSLParameters;
import javax.net.ssl.SSLSocket;
import javax.net.ssl.SSLSocketFactory;
import org.jspecify.annotations.Nullable;

/** Opens connections: addresses, proxies, TLS. */
final class Connector {
  private static final String[] PROTOCOLS = {"http/1.1"};

  private final @Nullable SSLSocketFactory tls;
  private final Tunnel tunnel;

  /**
   * Opens them with that TLS.
   *
   * @param tls null for the JVM's own
   */
  Connector(@Nullable SSLSocketFactory tls, Tunnel tunnel) {
    this.tls = tls;
    this.tunnel = tunnel;
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
    if (route.proxy() != null) {
      tunnel.through(route, guard, socket);
    }
    return target.tls()
        ? new Connection(route, guard, socket, handshake(target, socket))
        : new Connection(route, guard, socket, null);
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

  private SSLSocket handshake(Target target, ChannelSocket plain) throws IOException {
    boolean done = false;
    try {
      plain.getInputStream().readAhead();
      SSLSocketFactory factory =
          tls == null ? (SSLSocketFactory) SSLSocketFactory.getDefault() : tls;
      SSLSocket socket =
          (SSLSocket) factory.createSocket(plain, target.host(), target.port(), true);
      SSLParameters parameters = socket.getSSLParameters();
      parameters.setEndpointIdentificationAlgorithm("HTTPS");
      parameters.setApplicationProtocols(PROTOCOLS);
      socket.setSSLParameters(parameters);
      socket.startHandshake();
      done = true;
      return socket;
    } catch (SSLException e) {
      if (String.valueOf(e.getMessage()).contains("no_application_protocol")) {
        throw new OnlyHttp2(e);
      }
      throw Failures.tls(target, e);
    } catch (IOException e) {
      throw Failures.tls(target, e);
    } finally {
      if (!done) {
        plain.close();
      }
    }
  }
}
