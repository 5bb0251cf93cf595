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
    void on(Socket socket, int connection) throws Exception;
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
    RawServer[] server = new RawServer[1];
    server[0] =
        new RawServer(
            (socket, connection) -> {
              for (String answer : answers) {
                if (server[0].request(socket) == null) {
                  return;
                }
                write(socket, answer);
              }
            });
    return server[0];
  }

  /** Answers every request with 200 and that body. */
  static RawServer kept(String body) {
    RawServer[] server = new RawServer[1];
    server[0] =
        new RawServer(
            (socket, connection) -> {
              while (server[0].request(socket) != null) {
                write(socket, ok(body));
              }
            });
    return server[0];
  }

  static String ok(String body) {
    return "HTTP/1.1 200 OK\r\nContent-Length: " + body.length() + "\r\n\r\n" + body;
  }

  static void write(Socket socket, String bytes) throws IOException {
    socket.getOutputStream().write(bytes.getBytes(StandardCharsets.ISO_8859_1));
    socket.getOutputStream().flush();
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

  /** Reads one request with its body; null at the end. */
  String request(Socket socket) throws IOException {
    String head = head(socket.getInputStream());
    if (head == null) {
      return null;
    }
    Matcher length = LENGTH.matcher(head);
    int size = length.find() ? Integer.parseInt(length.group(1)) : 0;
    String body = new String(socket.getInputStream().readNBytes(size), StandardCharsets.ISO_8859_1);
    requests.add(head + body);
    return head + body;
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
      talk.on(next, number);
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
