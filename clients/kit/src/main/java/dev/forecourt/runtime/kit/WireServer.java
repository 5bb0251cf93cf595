package dev.forecourt.runtime.kit;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.SocketException;
import java.net.SocketTimeoutException;
import java.util.List;
import java.util.Map;
import java.util.Queue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A server on raw sockets that keeps the bytes of each request and gives scripted answers, in
 * order.
 */
public final class WireServer implements AutoCloseable {
  private final ServerSocket socket;
  private final Queue<WireAnswer> answers = new ConcurrentLinkedQueue<>();
  private final List<WireRequest> requests = new CopyOnWriteArrayList<>();
  private final Map<Socket, Boolean> open = new ConcurrentHashMap<>();
  private final AtomicInteger connections = new AtomicInteger();
  private final AtomicInteger hungUp = new AtomicInteger();

  public WireServer() {
    try {
      socket = new ServerSocket(0, 50, InetAddress.getByName("127.0.0.1"));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    start("wire-accept", this::accept);
  }

  public String url() {
    return "http://127.0.0.1:" + socket.getLocalPort();
  }

  /** Adds an answer to the script. A request without one is answered with 599. */
  public WireServer answer(WireAnswer answer) {
    answers.add(answer);
    return this;
  }

  public WireServer answer(String json) {
    return answer(WireAnswer.json(200, json));
  }

  public List<WireRequest> requests() {
    return List.copyOf(requests);
  }

  /** The only request so far. */
  public WireRequest request() {
    if (requests.size() != 1) {
      throw new AssertionError("Expected one request, found " + requests);
    }
    return requests.get(0);
  }

  public int connections() {
    return connections.get();
  }

  /** How many callers closed their connection while they got no answer. */
  public int hungUp() {
    return hungUp.get();
  }

  @Override
  public void close() {
    quietly(socket);
    open.keySet().forEach(WireServer::quietly);
  }

  private void accept() {
    try {
      while (true) {
        Socket connection = socket.accept();
        connections.incrementAndGet();
        open.put(connection, true);
        start("wire-connection", () -> serve(connection));
      }
    } catch (IOException closed) {
      // the test is over
    }
  }

  private void serve(Socket connection) {
    try (connection) {
      InputStream in = connection.getInputStream();
      byte[] head = head(in);
      while (head.length > 0) {
        WireRequest request = WireRequest.of(head, new byte[0]);
        List<String> length = request.headers("Content-Length");
        byte[] body = in.readNBytes(length.isEmpty() ? 0 : Integer.parseInt(length.get(0)));
        requests.add(WireRequest.of(head, body));
        WireAnswer answer = answers.poll();
        if (!give(
            connection, answer == null ? WireAnswer.of(599, "", "no answer scripted") : answer)) {
          return;
        }
        head = head(in);
      }
    } catch (IOException | InterruptedException gone) {
      // the client went away, which some tests are about
    }
  }

  /** False if the connection ends with this answer. */
  private boolean give(Socket connection, WireAnswer answer)
      throws IOException, InterruptedException {
    byte[] bytes = answer.bytes();
    switch (answer.fault()) {
      case NONE -> connection.getOutputStream().write(bytes);
      case DROP -> {
        return false;
      }
      case SILENCE -> {
        awaitHangUp(connection);
        return false;
      }
      case STALL_IN_BODY -> {
        connection.getOutputStream().write(bytes, 0, bytes.length - answer.body().length / 2);
        connection.getOutputStream().flush();
        Thread.sleep(WireAnswer.LONG.toMillis());
      }
    }
    connection.getOutputStream().flush();
    return true;
  }

  private void awaitHangUp(Socket connection) throws IOException {
    connection.setSoTimeout((int) WireAnswer.LONG.toMillis());
    try {
      if (connection.getInputStream().read() >= 0) {
        return;
      }
    } catch (SocketTimeoutException stillThere) {
      return;
    } catch (SocketException reset) {
      // is a way to hang up
    }
    hungUp.incrementAndGet();
  }

  /** Everything up to the empty line; empty at the end of the stream. */
  private static byte[] head(InputStream in) throws IOException {
    ByteArrayOutputStream head = new ByteArrayOutputStream();
    int ending = 0;
    for (int octet = in.read(); octet >= 0; octet = in.read()) {
      head.write(octet);
      ending = octet == "\r\n\r\n".charAt(ending) ? ending + 1 : octet == '\r' ? 1 : 0;
      if (ending == 4) {
        byte[] all = head.toByteArray();
        return java.util.Arrays.copyOf(all, all.length - 4);
      }
    }
    return new byte[0];
  }

  private static void start(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
  }

  private static void quietly(AutoCloseable resource) {
    try {
      resource.close();
    } catch (Exception ignored) {
      // nothing left to do
    }
  }
}
