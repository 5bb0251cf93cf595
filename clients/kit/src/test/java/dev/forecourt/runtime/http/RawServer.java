package dev.forecourt.runtime.http;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A server whose every byte the test chooses. */
final class RawServer implements AutoCloseable {
  private static final Pattern LENGTH = Pattern.compile("(?i)content-length: *(\\d+)");

  private final ServerSocket socket;
  private final Talk talk;
  private final AtomicInteger connections = new AtomicInteger();
  private final List<String> requests = new CopyOnWriteArrayList<>();
  private final Map<Socket, Boolean> open = new ConcurrentHashMap<>();

  /** What happens on one connection, which is closed afterwards. */
  interface Talk {
    void with(Peer peer) throws Exception;
  }

  /** One connection. */
  final class Peer {
    private final Socket socket;
    private final int number;

    private Peer(Socket socket, int number) {
      this.socket = socket;
      this.number = number;
    }

    Socket socket() {
      return socket;
    }

    /** The first is 1. */
    int number() {
      return number;
    }

    /** Reads a head; null at the end. */
    String head() throws IOException {
      return RawServer.head(socket.getInputStream());
    }

    /** Reads one request with its body, which the server remembers; null at the end. */
    String request() throws IOException {
      String head = head();
      if (head == null) {
        return null;
      }
      Matcher length = LENGTH.matcher(head);
      int size = length.find() ? Integer.parseInt(length.group(1)) : 0;
      byte[] body = socket.getInputStream().readNBytes(size);
      String request = head + new String(body, StandardCharsets.ISO_8859_1);
      requests.add(request);
      return request;
    }

    void write(String bytes) throws IOException {
      write(bytes.getBytes(StandardCharsets.ISO_8859_1));
    }

    void write(byte[] bytes) throws IOException {
      socket.getOutputStream().write(bytes);
      socket.getOutputStream().flush();
    }
  }

  RawServer(ServerSocket socket, Talk talk) {
    this.socket = socket;
    this.talk = talk;
    start(this::accept);
  }

  RawServer(Talk talk) {
    this(listening(), talk);
  }

  /** Gives these answers on each connection, one for each request, and closes after the last. */
  static RawServer answering(String... answers) {
    return new RawServer(
        peer -> {
          for (String answer : answers) {
            if (peer.request() == null) {
              return;
            }
            peer.write(answer);
          }
        });
  }

  /** Answers every request with 200 and that body. */
  static RawServer kept(String body) {
    return new RawServer(
        peer -> {
          while (peer.request() != null) {
            peer.write(ok(body));
          }
        });
  }

  static String ok(String body) {
    return "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
  }

  private static ServerSocket listening() {
    try {
      return new ServerSocket(0, 500, InetAddress.getByName("127.0.0.1"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  URI uri(String path) {
    return URI.create("http://127.0.0.1:" + port() + path);
  }

  int port() {
    return socket.getLocalPort();
  }

  int connections() {
    return connections.get();
  }

  List<String> requests() {
    return requests;
  }

  static String head(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    while (!head.toString(StandardCharsets.ISO_8859_1).endsWith("\r\n\r\n")) {
      int octet = in.read();
      if (octet < 0) {
        return null;
      }
      head.write(octet);
    }
    return head.toString(StandardCharsets.ISO_8859_1);
  }

  private void accept() {
    try {
      while (true) {
        Socket next = socket.accept();
        int number = connections.incrementAndGet();
        open.put(next, true);
        start(() -> serve(next, number));
      }
    } catch (IOException closed) {
      // the test is over
    }
  }

  private void serve(Socket next, int number) {
    try (next) {
      next.setTcpNoDelay(true);
      talk.with(new Peer(next, number));
    } catch (Exception gone) {
      // the client went away, which some tests are about
    }
  }

  private static void start(Runnable task) {
    Thread thread = new Thread(task, "raw-server");
    thread.setDaemon(true);
    thread.start();
  }

  @Override
  public void close() {
    try {
      socket.close();
      for (Socket each : open.keySet()) {
        each.close();
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
