package dev.forecourt.mock.console;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.forecourt.mock.JdkServers;
import dev.forecourt.mock.control.ControlAccess;
import dev.forecourt.mock.http.MockRequest;
import dev.forecourt.mock.http.MockResponse;
import dev.forecourt.mock.http.Refusal;
import dev.forecourt.mock.memory.BodyBuffer;
import dev.forecourt.mock.memory.Budgets;
import dev.forecourt.mock.serving.Listening;
import java.io.IOException;
import java.io.InputStream;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Serves the page of the console and the calls that it makes.
 *
 * <pre>{@code
 * try (Console console = Console.start(vendors, ControlAccess.ofThisMachine(), "127.0.0.1", 4010)) {
 *   System.out.println("console at http://localhost:" + console.port());
 * }
 * }</pre>
 */
public final class Console implements AutoCloseable {

  private static final System.Logger LOG = System.getLogger(Console.class.getName());
  private static final int PART_BYTES = 16 * 1024;
  private static final String EVENTS = MockRequest.CONTROLS + "/events";

  private final List<HttpServer> servers;
  private final ExecutorService threads;
  private final ControlAccess access;
  private final Pages pages;
  private final ConsoleCalls calls;
  private final EventStreams streams;

  private Console(List<ConsoleVendor> vendors, ControlAccess access, List<HttpServer> servers) {
    this.access = access;
    this.servers = servers;
    pages = new Pages(vendors);
    calls = new ConsoleCalls(vendors);
    streams = new EventStreams(vendors);
    threads = Executors.newCachedThreadPool(Console::daemon);
    for (HttpServer each : servers) {
      each.setExecutor(threads);
      each.createContext("/", this::serve);
      each.start();
    }
  }

  /**
   * Starts it. Throws {@link java.net.BindException} when the port is taken.
   *
   * @param vendors whom it shows, in this order
   * @param access who may call it
   * @param host address to listen on; {@code localhost} is 127.0.0.1 and ::1
   * @param port port to listen on; 0 for any free one
   */
  public static Console start(
      List<ConsoleVendor> vendors, ControlAccess access, String host, int port) throws IOException {
    return new Console(vendors, access, Listening.open(host, port, new JdkServers(null)));
  }

  /** The port it listens on. */
  public int port() {
    return servers.get(0).getAddress().getPort();
  }

  /** Stops at once, with all event streams. */
  @Override
  public void close() {
    streams.close();
    servers.forEach(each -> each.stop(0));
    threads.shutdownNow();
  }

  private static Thread daemon(Runnable task) {
    Thread thread = new Thread(task, "forecourt-console");
    thread.setDaemon(true);
    return thread;
  }

  private void serve(HttpExchange exchange) throws IOException {
    try (exchange;
        BodyBuffer body =
            new BodyBuffer(
                Budgets.ofThisJvm().bodies(),
                MockRequest.MAX_BODY_BYTES,
                () -> MockRequest.MAX_CONTROL_BYTES)) {
      read(exchange.getRequestBody(), body);
      MockRequest request = new ConsoleRequest(exchange, body.bytes());
      if (!request.isControl()) {
        send(pages.answer(request, access), exchange);
      } else if (body.isFull()) {
        send(refused(Budgets.ofThisJvm().bodies().refusal()), exchange);
      } else if (request.path().equals(EVENTS) && request.method().equals("GET")) {
        stream(request, exchange);
      } else {
        send(access.guard(request, () -> handled(request)), exchange);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt(); // it is being stopped
    } catch (RuntimeException | OutOfMemoryError | StackOverflowError e) {
      LOG.log(System.Logger.Level.ERROR, "The console failed", e);
    }
  }

  private MockResponse handled(MockRequest request) {
    try {
      return calls.handle(request);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      LOG.log(System.Logger.Level.ERROR, "The console failed", e);
      return Message.of(
          500,
          "The console itself failed (%s); its log has the stack trace"
              .formatted(e.getClass().getSimpleName()));
    }
  }

  private static MockResponse refused(Refusal refusal) {
    return refusal.in(Message.of(refusal.status(), refusal.words()));
  }

  private static void read(InputStream in, BodyBuffer body) throws IOException {
    byte[] part = new byte[PART_BYTES];
    int read = in.read(part);
    while (read >= 0) {
      body.add(Arrays.copyOf(part, read));
      read = in.read(part);
    }
  }

  private void stream(MockRequest request, HttpExchange exchange)
      throws IOException, InterruptedException {
    MockResponse head = access.guard(request, () -> streams.head(request));
    if (head.status() != EventStreams.OK) {
      send(head, exchange);
      return;
    }
    Security.addTo(exchange.getResponseHeaders(), pages.policy());
    head.forEachHeader(exchange.getResponseHeaders()::set);
    exchange.sendResponseHeaders(head.status(), 0);
    streams.write(request, exchange.getResponseBody());
  }

  private void send(MockResponse response, HttpExchange exchange) throws IOException {
    Security.addTo(exchange.getResponseHeaders(), pages.policy());
    response.forEachHeader(exchange.getResponseHeaders()::set);
    byte[] body = response.body();
    boolean isHead = exchange.getRequestMethod().equals("HEAD");
    exchange.sendResponseHeaders(response.status(), isHead || body.length == 0 ? -1 : body.length);
    if (!isHead && body.length > 0) {
      exchange.getResponseBody().write(body);
    }
  }
}
