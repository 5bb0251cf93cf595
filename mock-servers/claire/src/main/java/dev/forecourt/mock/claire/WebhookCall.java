package dev.forecourt.mock.claire;

import dev.forecourt.mock.later.BoundedAnswer;
import dev.forecourt.mock.vendor.CallTargets;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.net.http.HttpTimeoutException;
import java.time.Duration;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.jspecify.annotations.Nullable;

/**
 * Posts to the URL of a webhook, without holding a thread meanwhile. Follows no redirect: only the
 * registered host is called.
 */
final class WebhookCall {

  private final Duration timeout;
  private final CallTargets targets;
  private @Nullable HttpClient client;

  /** Gives up on a call after this time, however much of the answer has come. */
  WebhookCall(Duration timeout, CallTargets targets) {
    this.timeout = timeout;
    this.targets = targets;
  }

  /**
   * Why the webhook must not be called at all, in the words of an error; null when it may be. The
   * URL may come from a seed, an import or a state file, which nobody has asked.
   */
  @Nullable String refusal(Webhook webhook) {
    if (webhook.seeded()) {
      // seeded URLs belong to nobody who asked to be called
      return reason(webhook, "not called: the URL is the mock's; update the webhook");
    }
    try {
      String host = URI.create(webhook.url()).getHost();
      String refused = host == null ? null : targets.refusalNow(host);
      return refused == null ? null : reason(webhook, "not called: " + refused);
    } catch (IOException | IllegalArgumentException e) {
      return null; // told by the call itself
    }
  }

  /** Why the call failed, in the words of the vendor's example; null when it was taken. */
  CompletableFuture<@Nullable String> post(Webhook webhook, byte[] payload) {
    CompletableFuture<HttpResponse<Void>> call;
    try {
      call = client().sendAsync(request(webhook, payload), answer -> new BoundedAnswer());
    } catch (IllegalArgumentException e) {
      // the JDK sets Host, Content-Length and a few more itself
      return CompletableFuture.completedFuture(reason(webhook, String.valueOf(e.getMessage())));
    }
    CompletableFuture<@Nullable String> result = new CompletableFuture<>();
    call.whenComplete((answer, failure) -> result.complete(outcome(webhook, answer, failure)));
    // the client's own limit ends with the headers
    CompletableFuture<@Nullable String> limited =
        result
            .orTimeout(timeout.toMillis(), TimeUnit.MILLISECONDS)
            .exceptionally(late -> outcome(webhook, null, late));
    // hangs up when it took too long or is wanted no more; one that has ended is left as it is
    limited.whenComplete((reason, failure) -> call.cancel(true));
    return limited;
  }

  private static @Nullable String outcome(
      Webhook webhook, @Nullable HttpResponse<Void> answer, @Nullable Throwable failure) {
    if (answer != null) {
      int status = answer.statusCode();
      return status >= 200 && status < 300 ? null : reason(webhook, "unexpected status " + status);
    }
    Throwable cause =
        failure instanceof CompletionException && failure.getCause() != null
            ? failure.getCause()
            : failure;
    if (cause instanceof TimeoutException || cause instanceof HttpTimeoutException) {
      return reason(webhook, "context deadline exceeded");
    }
    String message = cause == null ? null : cause.getMessage();
    return reason(
        webhook, message != null ? message : cause == null ? "" : cause.getClass().getSimpleName());
  }

  static String reason(Webhook webhook, String what) {
    return "Post \"%s\": %s".formatted(webhook.url(), what);
  }

  private static HttpRequest request(Webhook webhook, byte[] payload) {
    HttpRequest.Builder request =
        HttpRequest.newBuilder(URI.create(webhook.url()))
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
