package dev.forecourt.benchmarks;

import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.EnumMap;
import java.util.Map;
import javax.net.ServerSocketFactory;

/**
 * Answers with bytes that are ready before the first request, on connections that stay open: plain,
 * or over TLS with HTTP/1.1. Runs in a process of its own, so that clients are not charged for it;
 * ends when its input ends.
 */
final class AnswerServer {
  private static final byte[] NOT_FOUND =
      "HTTP/1.1 404 Not Found\r\nContent-Length: 0\r\n\r\n".getBytes(StandardCharsets.US_ASCII);

  private final long delayMillis;
  private final Map<Answer, byte[]> answers = new EnumMap<>(Answer.class);
  private final Counts counts = new Counts();

  private AnswerServer(long delayMillis) {
    this.delayMillis = delayMillis;
    for (Answer answer : Answer.values()) {
      answers.put(answer, response(answer.bytes()));
    }
  }

  public static void main(String[] arguments) throws Exception {
    AnswerServer server = new AnswerServer(Long.parseLong(arguments[1]));
    // a backlog for callers that all come at once
    ServerSocket socket =
        sockets(Link.valueOf(arguments[0]))
            .createServerSocket(0, 1000, InetAddress.getByName("127.0.0.1"));
    start(() -> server.accept(socket));
    server.counts.tell(socket.getLocalPort());
  }

  private static ServerSocketFactory sockets(Link link)
      throws GeneralSecurityException, IOException {
    return link.encrypted()
        ? Certificate.serverContext().getServerSocketFactory()
        : ServerSocketFactory.getDefault();
  }

  private void accept(ServerSocket socket) {
    try {
      while (true) {
        Socket client = socket.accept();
        counts.connection();
        start(() -> serve(client));
      }
    } catch (IOException e) {
      e.printStackTrace();
      System.exit(1);
    }
  }

  private void serve(Socket client) {
    byte[] request = new byte[8192];
    try (client) {
      client.setTcpNoDelay(true);
      InputStream in = client.getInputStream();
      int length = 0;
      for (int read; (read = in.read(request, length, request.length - length)) > 0; ) {
        length += read;
        // all requests are GETs without a body, and no client sends two at once
        if (endsWithBlankLine(request, length)) {
          counts.request(false);
          if (delayMillis > 0) {
            Thread.sleep(delayMillis);
          }
          client.getOutputStream().write(answer(request, length));
          length = 0;
        }
      }
    } catch (IOException closed) {
      // by a client that has ended
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static boolean endsWithBlankLine(byte[] request, int length) {
    return length > 3
        && request[length - 1] == '\n'
        && request[length - 2] == '\r'
        && request[length - 3] == '\n';
  }

  private byte[] answer(byte[] request, int length) {
    String start = new String(request, 0, Math.min(length, 100), StandardCharsets.US_ASCII);
    for (Map.Entry<Answer, byte[]> answer : answers.entrySet()) {
      if (start.startsWith("GET " + answer.getKey().path() + " ")) {
        return answer.getValue();
      }
    }
    return NOT_FOUND;
  }

  private static byte[] response(byte[] body) {
    byte[] head =
        ("HTTP/1.1 200 OK\r\nContent-Type: application/json\r\nContent-Length: "
                + body.length
                + "\r\n\r\n")
            .getBytes(StandardCharsets.US_ASCII);
    byte[] response = new byte[head.length + body.length];
    System.arraycopy(head, 0, response, 0, head.length);
    System.arraycopy(body, 0, response, head.length, body.length);
    return response;
  }

  private static void start(Runnable task) {
    Thread thread = new Thread(task);
    thread.setDaemon(true);
    thread.start();
  }
}
