package dev.forecourt.runtime.observe;

import dev.forecourt.runtime.call.Attempt;
import dev.forecourt.runtime.call.VendorResponse;
import dev.forecourt.runtime.credentials.Secrets;
import dev.forecourt.runtime.errors.VendorException;
import feign.Request;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Tells all listeners of a client, and keeps their failures away from the call. */
public final class Listeners {
  private final List<RequestListener> listeners;
  private final Secrets secrets;

  public Listeners(List<RequestListener> listeners, Secrets secrets) {
    this.listeners = List.copyOf(listeners);
    this.secrets = secrets;
  }

  public void ended(
      String vendor,
      Attempt attempt,
      @Nullable VendorResponse<?> response,
      @Nullable VendorException failure,
      Duration duration,
      @Nullable Duration retryAfter) {
    Request request = attempt.request();
    if (request == null) {
      return;
    }
    RequestEvent event =
        new RequestEvent(
            vendor, attempt, request, response, failure, duration, retryAfter, secrets);
    for (RequestListener listener : listeners) {
      try {
        listener.onRequest(event);
      } catch (Exception | LinkageError e) {
        // LinkageError: a metrics library of another version must not stop the calls
        // only the type: its message may repeat what it was given
        System.getLogger("dev.forecourt." + vendor)
            .log(
                System.Logger.Level.WARNING,
                "{0}: the request listener {1} failed with {2}. The call goes on. Mend the listener.",
                vendor,
                listener.getClass().getName(),
                e.getClass().getName());
      }
    }
  }
}
