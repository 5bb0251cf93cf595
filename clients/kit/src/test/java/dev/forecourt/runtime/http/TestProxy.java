package dev.forecourt.runtime.http;

import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.net.InetSocketAddress;
import java.net.ProxySelector;
import java.net.Socket;
import java.net.URI;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Predicate;

/** An HTTP proxy: CONNECT, and plain requests passed on. */
final class TestProxy implements AutoCloseable {
  private final RawServer server;
  private final Predicate<String> mayPass;
  private final String challenge;
  private final int onlyTarget;
  private final List<String> heads = new CopyOnWriteArrayList<>();

  /** Lets everybody pass. */
  TestProxy() {
    this("", head -> true);
  }

  /** Asks by this value of Proxy-Authenticate, until a head may pass. */
  TestProxy(String challenge, Predicate<String> mayPass) {
    this(challenge, mayPass, 0);
  }

  /** Connects to that port of this machine, whatever is asked for; 0 for what is asked for. */
  TestProxy(String challenge, Predicate<String> mayPass, int onlyTarget) {
    this.onlyTarget = onlyTarget;
    this.challenge = challenge;
    this.mayPass = mayPass;
    this.server = new RawServer(this::serve);
  }

  ProxySelector selector() {
    return ProxySelector.of(InetSocketAddress.createUnresolved("127.0.0.1", server.port()));
  }

  String name() {
    return "127.0.0.1:" + server.port();
  }

  int port() {
    return server.port();
  }

  /** What was asked of it, with every header. */
  List<String> heads() {
    return heads;
  }

  private void serve(RawServer.Peer peer) throws IOException {
    for (String head = peer.request(); head != null; head = peer.request()) {
      heads.add(head);
      if (!mayPass.test(head)) {
        peer.write(
            "HTTP/1.1 407 Who are you\r\nProxy-Authenticate: "
                + challenge
                + "\r\nContent-Length: 2\r\n\r\nno");
      } else if (head.startsWith("CONNECT ")) {
        tunnel(peer, head.split(" ")[1]);
        return;
      } else {
        passOn(peer, head);
      }
    }
  }

  private void tunnel(RawServer.Peer peer, String authority) throws IOException {
    int colon = authority.lastIndexOf(':');
    String host = onlyTarget > 0 ? "127.0.0.1" : authority.substring(0, colon);
    int port = onlyTarget > 0 ? onlyTarget : Integer.parseInt(authority.substring(colon + 1));
    try (Socket target = new Socket(host, port)) {
      peer.write("HTTP/1.0 200 Connection established\r\nX: y\r\n\r\n");
      Thread back = new Thread(() -> copy(target, peer.socket()));
      back.start();
      copy(peer.socket(), target);
    }
  }

  static void copy(Socket from, Socket to) {
    byte[] buffer = new byte[10_000];
    try (from;
        to) {
      InputStream in = from.getInputStream();
      OutputStream out = to.getOutputStream();
      for (int n = in.read(buffer); n > 0; n = in.read(buffer)) {
        out.write(buffer, 0, n);
      }
    } catch (IOException e) {
      // one of the two has closed
    }
  }

  private static void passOn(RawServer.Peer peer, String head) throws IOException {
    URI uri = URI.create(head.split(" ")[1]);
    try (Socket target = new Socket(uri.getHost(), uri.getPort())) {
      String own = head.replaceFirst(" http://[^/]*", " ").replaceAll("Proxy-[^\r]*\r\n", "");
      target.getOutputStream().write(own.getBytes(java.nio.charset.StandardCharsets.ISO_8859_1));
      byte[] buffer = new byte[10_000];
      int n = target.getInputStream().read(buffer);
      peer.write(java.util.Arrays.copyOf(buffer, n));
    }
  }

  @Override
  public void close() {
    server.close();
  }
}
