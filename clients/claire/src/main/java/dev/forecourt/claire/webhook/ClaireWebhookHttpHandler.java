package dev.forecourt.claire.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import dev.forecourt.claire.ClaireWebhooks;
import java.io.IOException;
import java.io.InputStream;

/**
 * A receiver on the HTTP server of the JDK (module {@code jdk.httpserver}). Give it a context of
 * that server, such as {@code /hooks/claire}: what follows is the number of a trigger.
 *
 * <p>By default that server handles one call at a time: give it an executor.
 */
@SuppressWarnings("exports") // transitive would ask every user of the client for the module
public final class ClaireWebhookHttpHandler implements HttpHandler {
  private static final int MAX_DISCARDED_BYTES = 4 * ClaireWebhooks.MAX_BODY_BYTES;

  private final ClaireWebhookReceiver receiver;

  /** Serves with this receiver. */
  public ClaireWebhookHttpHandler(ClaireWebhookReceiver receiver) {
    this.receiver = receiver;
  }

  @Override
  public void handle(HttpExchange exchange) throws IOException {
    try (exchange) {
      WebhookAnswer answer =
          receiver.receive(
              new WebhookCall(
                  exchange.getRequestMethod(),
                  below(exchange),
                  exchange.getRequestHeaders()::getFirst,
                  exchange.getRequestBody()));
      answer.headers().forEach(exchange.getResponseHeaders()::set);
      byte[] text = answer.text().getBytes(UTF_8);
      boolean isEmpty = text.length == 0 || exchange.getRequestMethod().equals("HEAD");
      if (!isEmpty) {
        exchange.getResponseHeaders().set("Content-Type", "text/plain; charset=utf-8");
      }
      exchange.sendResponseHeaders(answer.status(), isEmpty ? -1 : text.length);
      if (!isEmpty) {
        exchange.getResponseBody().write(text);
        exchange.getResponseBody().flush();
      }
      discardRest(exchange.getRequestBody());
    }
  }

  /**
   * Reads what a refusal left unread, up to a limit: a connection that is closed before would take
   * the answer from the caller.
   */
  private static void discardRest(InputStream body) {
    byte[] part = new byte[8192];
    try {
      // not skip: that of JDK 17 goes on behind the end of the body, and waits there
      for (int left = MAX_DISCARDED_BYTES, n; left > 0 && (n = body.read(part)) > 0; left -= n) {}
    } catch (IOException e) {
      // the caller has gone
    }
  }

  /** What follows the path of the context, which may end with a slash. */
  private static String below(HttpExchange exchange) {
    String context = exchange.getHttpContext().getPath();
    String rest = exchange.getRequestURI().getPath().substring(context.length());
    return context.endsWith("/") && !rest.isEmpty() ? "/" + rest : rest;
  }
}
