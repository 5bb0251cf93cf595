package dev.forecourt.claire.webhook;

import java.io.InputStream;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * A call to the URL of a webhook, as an HTTP server has it.
 *
 * @param method method in capitals, such as {@code POST}
 * @param path what follows the path at which the receiver is mounted: empty, or the number of the
 *     URL's trigger, such as {@code /7}
 * @param header gives the first value of a header, whose name is asked in any case; null if the
 *     call has none
 * @param body the body, without a transfer coding. It is read after the secret was found right, and
 *     not further than the largest size. It is not closed.
 */
public record WebhookCall(
    String method, String path, Function<String, @Nullable String> header, InputStream body) {

  /** Without headers and body: they hold the secret and personal data. */
  @Override
  public String toString() {
    return "WebhookCall{" + method + " " + path + "}";
  }
}
