package dev.forecourt.claire.examples;

import com.sun.net.httpserver.HttpServer;
import dev.forecourt.claire.SharedSecret;
import dev.forecourt.claire.webhook.ClaireWebhookHttpHandler;
import dev.forecourt.claire.webhook.ClaireWebhookReceiver;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/**
 * Takes Claire's calls with the JDK's HTTP server and prints them; the guide to webhooks shows how
 * to run it. TLS is the business of a proxy.
 */
public final class JdkReceiver implements AutoCloseable {
  private final HttpServer server;
  private final ExecutorService callers;

  private JdkReceiver(HttpServer server, ExecutorService callers) {
    this.server = server;
    this.callers = callers;
  }

  /** Listens at this port of 127.0.0.1; 0 is any free one. */
  public static JdkReceiver start(int port, ClaireWebhookReceiver receiver) throws IOException {
    ExecutorService callers = Executors.newFixedThreadPool(4);
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", port), 0);
    server.setExecutor(callers);
    server.createContext("/hooks/claire", new ClaireWebhookHttpHandler(receiver));
    server.start();
    return new JdkReceiver(server, callers);
  }

  /** Where Claire's webhooks are to point, before the number of the trigger. */
  public String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/hooks/claire/";
  }

  @Override
  public void close() {
    server.stop(0);
    callers.shutdownNow();
  }

  /** Argument: the port; environment: CLAIRE_WEBHOOK_SECRET. */
  public static void main(String[] args) throws IOException {
    int port = args.length == 0 ? 8080 : Integer.parseInt(args[0]);
    ClaireWebhookReceiver receiver =
        ClaireWebhookReceiver.builder()
            .secret(SharedSecret.of("X-Shared-Secret", System.getenv("CLAIRE_WEBHOOK_SECRET")))
            .handler(new Printer())
            .build();
    System.out.println("Waiting for Claire at " + start(port, receiver).url());
  }
}
