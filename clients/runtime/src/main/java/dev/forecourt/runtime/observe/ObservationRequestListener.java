package dev.forecourt.runtime.observe;

import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationConvention;
import io.micrometer.observation.ObservationRegistry;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Observes each request with Micrometer: a span and a {@code traceparent} header where the registry
 * traces, a timer where it measures.
 *
 * <pre>{@code
 * ClaireClient.builder().apiKey(key).listener(new ObservationRequestListener(registry)).build();
 * }</pre>
 *
 * <p>Each request has an observation of its own, retries, pages of a list and requests for tokens
 * included, below the one that is current on the calling thread. Asynchronous calls and lists take
 * that along to their own thread. Which header carries the trace is a matter of the registry's
 * propagator; a header of the same name that the caller set is replaced.
 *
 * <p>Names and keys are those of {@link RequestObservationConvention}, another one of the registry
 * for {@link RequestObservationContext} has precedence. The observation's error is the exception
 * that the caller gets, or would get but for a retry.
 *
 * <p>Needs {@code io.micrometer:micrometer-observation} 1.12 or newer, which the clients do not
 * bring along. Safe for use by several clients.
 */
public final class ObservationRequestListener implements RequestListener {
  private static final RequestObservationConvention STANDARD = new RequestObservationConvention();

  private final ObservationRegistry registry;
  private final @Nullable ObservationConvention<RequestObservationContext> names;

  /** Observes in this registry. */
  @SuppressWarnings("exports") // who calls this has Micrometer; the others must not need it
  public ObservationRequestListener(ObservationRegistry registry) {
    this.registry = registry;
    this.names = null;
  }

  /** The same with other names or keys, whatever the registry has. */
  @SuppressWarnings("exports")
  public ObservationRequestListener(
      ObservationRegistry registry, ObservationConvention<RequestObservationContext> names) {
    this.registry = registry;
    this.names = names;
  }

  @Override
  public void beforeRequest(OutgoingRequest request) {
    if (registry.isNoop()) {
      return;
    }
    RequestObservationContext context = new RequestObservationContext(request);
    Observation observation =
        Observation.createNotStarted(names, STANDARD, () -> context, registry);
    request.setAttribute(this, observation);
    request.setAttribute(RequestObservationContext.class, context);
    observation.start();
  }

  @Override
  public void onRequest(RequestEvent event) {
    Optional<Object> started = event.outgoing().attribute(this);
    if (started.isEmpty()) {
      return;
    }
    Observation observation = (Observation) started.get();
    if (observation.getContext() instanceof RequestObservationContext context) {
      context.setResponse(event);
    }
    event.failure().ifPresent(observation::error);
    observation.stop();
  }

  /** Below the caller's observation on the other thread, too. */
  @Override
  @SuppressWarnings("try") // a scope is closed, and not used
  public Runnable carry(Runnable task) {
    Observation current = registry.getCurrentObservation();
    if (current == null) {
      return task;
    }
    return () -> {
      Observation.Scope scope = current.openScope();
      try {
        task.run();
      } finally {
        scope.close();
      }
    };
  }
}
