package dev.forecourt.claire.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * A receiver as a servlet, for {@code jakarta.servlet} 5 and newer, which the application brings
 * along. Map it to a path and all below, such as {@code /hooks/claire/*}: what follows is the
 * number of a trigger.
 *
 * <p>No filter before it may ask for a CSRF token or a login: Claire has neither.
 */
@SuppressWarnings("exports") // transitive would ask every user of the client for the module
public final class ClaireWebhookServlet extends HttpServlet {
  private static final long serialVersionUID = 1L;

  private final transient ClaireWebhookReceiver receiver;

  /** Serves with this receiver. */
  public ClaireWebhookServlet(ClaireWebhookReceiver receiver) {
    this.receiver = receiver;
  }

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    String below = request.getPathInfo();
    WebhookAnswer answer =
        receiver.receive(
            new WebhookCall(
                request.getMethod(),
                below == null ? "" : below,
                request::getHeader,
                request.getInputStream()));
    response.setStatus(answer.status());
    answer.headers().forEach(response::setHeader);
    byte[] text = answer.text().getBytes(UTF_8);
    if (text.length > 0) {
      response.setContentType("text/plain; charset=utf-8");
    }
    response.setContentLength(text.length);
    response.getOutputStream().write(text);
  }
}
