package dev.forecourt.runtime.observe;

import io.micrometer.observation.transport.Kind;
import io.micrometer.observation.transport.RequestReplySenderContext;
import java.util.Objects;

/**
 * What handlers, filters and conventions of Micrometer see of a request. Its carrier is the
 * request, whose headers take the trace; its response is the {@link RequestEvent}, null while the
 * request is under way. Neither gives credentials away.
 */
@SuppressWarnings("exports") // who uses this has Micrometer; the others must not need it
public final class RequestObservationContext
    extends RequestReplySenderContext<OutgoingRequest, RequestEvent> {

  RequestObservationContext(OutgoingRequest request) {
    super(
        (carrier, name, value) -> Objects.requireNonNull(carrier).setHeader(name, value),
        Kind.CLIENT);
    setCarrier(request);
    setRemoteServiceName(request.vendor());
    setRemoteServiceAddress(
        request.server().getScheme() + "://" + request.server().getRawAuthority());
  }

  /** The request. */
  public OutgoingRequest request() {
    return Objects.requireNonNull(getCarrier());
  }
}
