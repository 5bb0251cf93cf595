package dev.forecourt.claire.examples;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import dev.forecourt.claire.ClaireEvent;
import dev.forecourt.claire.ClaireWebhooks;
import dev.forecourt.claire.CommunicationEvent;
import dev.forecourt.claire.ImportFailed;
import dev.forecourt.claire.SharedSecret;
import dev.forecourt.claire.UnreadableEventException;
import dev.forecourt.claire.model.WebhookTriggerID;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Takes Claire's calls with nothing but the JDK's HTTP server; clients/claire/README.md shows how
 * to run it. To copy and change.
 *
 * <p>Answers at once and handles the event afterwards, because nobody knows how long Claire waits.
 * Does not drop repetitions: Claire gives a call neither id nor time, so two equal messages may be
 * two things that happened. Handle events so that a second time does no harm: read the appointment
 * anew.
 */
public final class WebhookReceiver implements AutoCloseable {
  private static final System.Logger LOG = System.getLogger(WebhookReceiver.class.getName());

  /** A URL for each trigger, as the message need not name it. */
  private static final Pattern PATH = Pattern.compile("/hooks/claire(?:/(\\d{1,9}))?");

  private final HttpServer server;
  private final ExecutorService callers = Executors.newFixedThreadPool(4);
  private final ThreadPoolExecutor handlers;
  private final SharedSecret secret;
  private final Consumer<ClaireEvent> handler;

  private WebhookReceiver(
      HttpServer server, SharedSecret secret, int mostWaiting, Consumer<ClaireEvent> handler) {
    this.server = server;
    this.secret = secret;
    this.handler = handler;
    // one thread keeps the order; in memory, so store event.body() first where a loss would hurt
    this.handlers =
        new ThreadPoolExecutor(1, 1, 0, TimeUnit.SECONDS, new ArrayBlockingQueue<>(mostWaiting));
  }

  /** Listens at this port of 127.0.0.1; 0 is any free one. TLS is the business of a proxy. */
  public static WebhookReceiver start(
      int port, SharedSecret secret, int mostWaiting, Consumer<ClaireEvent> handler)
      throws IOException {
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
    WebhookReceiver receiver = new WebhookReceiver(server, secret, mostWaiting, handler);
    server.createContext("/", receiver::serve);
    server.setExecutor(receiver.callers);
    server.start();
    return receiver;
  }

  /** Where Claire's webhooks are to point, before the number of the trigger. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hooks/claire/";
  }

  private void serve(HttpExchange call) throws IOException {
    try (call) {
      Answer answer = take(call);
      byte[] reason = answer.reason().getBytes(UTF_8);
      call.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
      call.sendResponseHeaders(answer.status(), reason.length == 0 ? -1 : reason.length);
      call.getResponseBody().write(reason);
    }
  }

  private Answer take(HttpExchange call) throws IOException {
    Matcher path = PATH.matcher(call.getRequestURI().getPath());
    if (!path.matches()) {
      return new Answer(404, "Nothing is here. Call /hooks/claire/ and the number of a trigger.");
    }
    if (!call.getRequestMethod().equals("POST")) {
      call.getResponseHeaders().set("Allow", "POST");
      return new Answer(405, "Use POST.");
    }
    if (!secret.matches(call.getRequestHeaders().getFirst(secret.headerName()))) {
      return new Answer(401, "The header " + secret.headerName() + " is missing or wrong.");
    }
    try {
      byte[] body = call.getRequestBody().readNBytes(ClaireWebhooks.MAX_BODY_BYTES + 1);
      ClaireEvent event = ClaireWebhooks.parse(body, trigger(path.group(1)));
      handlers.execute(() -> handle(event));
      return new Answer(200, "");
    } catch (UnreadableEventException e) {
      return new Answer(e.status(), e.getMessage());
    } catch (RejectedExecutionException full) {
      return new Answer(503, "Too many events are waiting.");
    }
  }

  private static WebhookTriggerID trigger(@Nullable String number) {
    return number == null ? WebhookTriggerID.UNSET : WebhookTriggerID.of(Integer.valueOf(number));
  }

  private void handle(ClaireEvent event) {
    try {
      handler.accept(event);
    } catch (RuntimeException e) {
      // the event shows its ids only
      LOG.log(System.Logger.Level.ERROR, "Not handled: " + event, e);
    }
  }

  /** Ends; what is waiting is lost. */
  @Override
  public void close() {
    server.stop(0);
    callers.shutdownNow();
    handlers.shutdownNow();
  }

  private record Answer(int status, String reason) {}

  /** Prints what comes. Argument: the port; environment: CLAIRE_WEBHOOK_SECRET. */
  public static void main(String[] args) throws IOException {
    SharedSecret secret =
        SharedSecret.of("X-Shared-Secret", System.getenv("CLAIRE_WEBHOOK_SECRET"));
    int port = args.length == 0 ? 8080 : Integer.parseInt(args[0]);
    WebhookReceiver receiver = start(port, secret, 1000, WebhookReceiver::print);
    System.out.println("Waiting for Claire at " + receiver.url());
  }

  private static void print(ClaireEvent event) {
    System.out.println(event);
    if (event instanceof CommunicationEvent talk) {
      System.out.println("  with the " + talk.customerKind());
    } else if (event instanceof ImportFailed failed) {
      System.out.println("  " + failed.workOrderNumber() + ": " + failed.error());
    }
  }
}
