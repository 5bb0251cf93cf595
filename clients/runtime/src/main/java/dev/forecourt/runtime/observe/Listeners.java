package dev.forecourt.runtime.observe;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Consumer;

/** Notifies all listeners of a client, and keeps their failures away from the call. */
public final class Listeners {
  private final String vendor;
  private final List<RequestListener> listeners;

  /** The listeners of a client of this vendor. */
  public Listeners(String vendor, List<RequestListener> listeners) {
    this.vendor = vendor;
    this.listeners = List.copyOf(listeners);
  }

  /** A request is about to be sent. */
  public void starting(OutgoingRequest request) {
    for (RequestListener listener : listeners) {
      guarded(listener, it -> it.beforeRequest(request));
    }
  }

  /** A request ended. */
  public void ended(RequestEvent event) {
    for (RequestListener listener : listeners) {
      guarded(listener, it -> it.onRequest(event));
    }
  }

  /** Runs tasks there, with what the listeners follow on the thread that hands them over. */
  public Executor carrying(Executor executor) {
    return task -> {
      Runnable carried = task;
      for (RequestListener listener : listeners) {
        Runnable before = carried;
        List<Runnable> after = new ArrayList<>(1);
        guarded(listener, it -> after.add(it.carry(before)));
        carried = after.isEmpty() ? before : after.get(0);
      }
      executor.execute(carried);
    };
  }

  private void guarded(RequestListener listener, Consumer<RequestListener> call) {
    try {
      call.accept(listener);
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
