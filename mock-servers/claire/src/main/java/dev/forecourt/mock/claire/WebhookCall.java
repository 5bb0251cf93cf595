package dev.forecourt.mock.claire;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import org.jspecify.annotations.Nullable;

/** Posts to the URL of a webhook. Follows no redirect: only the registered host is called. */
final class WebhookCall {

  private final Duration timeout;
  private @Nullable HttpClient client;

  /** Gives up on a call after this time. */
  WebhookCall(Duration timeout) {
    this.timeout = timeout;
  }

  /** Why the call failed, in the words of the vendor's example; null when it was taken. */
  @Nullable String post(Webhook webhook, byte[] payload) {
    try {
      HttpResponse<Void> response =
          client().send(request(webhook, payload), HttpResponse.BodyHandlers.discarding());
      int status = response.statusCode();
      return status >= 200 && status < 300 ? null : reason(webhook, "unexpected status " + status);
    } catch (HttpTimeoutException e) {
      return reason(webhook, "context deadline exceeded");
    } catch (IOException e) {
      return reason(
          webhook, e.getMessage() == null ? e.getClass().getSimpleName() : e.getMessage());
    } catch (IllegalArgumentException e) {
      // the JDK sets Host, Content-Length and a few more itself
      return reason(webhook, String.valueOf(e.getMessage()));
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return reason(webhook, "context canceled");
    }
  }

  static String reason(Webhook webhook, String what) {
    return "Post \"%s\": %s".formatted(webhook.url(), what);
  }

  private HttpRequest request(Webhook webhook, byte[] payload) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(webhook.url()))
            .timeout(timeout)
            .header("Content-Type", "application/json")
            .POST(HttpRequest.BodyPublishers.ofByteArray(payload));
    webhook.headers().forEach(each -> request.setHeader(each.name(), each.value()));
    return request.build();
  }

  /** Made with the first call, because it starts a thread. */
  private synchronized HttpClient client() {
    HttpClient made = client;
    if (made == null) {
      made =
          HttpClient.newBuilder()
              .version(HttpClient.Version.HTTP_1_1)
              .followRedirects(HttpClient.Redirect.NEVER)
              .connectTimeout(timeout)
              .build();
      client = made;
    }
    return made;
  }
}
