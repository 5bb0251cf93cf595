package dev.forecourt.runtime.observe;

import io.micrometer.common.KeyValues;
import io.micrometer.observation.GlobalObservationConvention;
import io.micrometer.observation.Observation;

/**
 * Names and keys of a request's observation, as OpenTelemetry's semantic conventions for HTTP
 * clients have them. Extend it to add keys of your own, or to change a name:
 *
 * <pre>{@code
 * new ObservationRequestListener(
 *     registry,
 *     new RequestObservationConvention() {
 *       @Override
 *       public KeyValues getLowCardinalityKeyValues(RequestObservationContext context) {
 *         return super.getLowCardinalityKeyValues(context).and("team", "stock");
 *       }
 *     });
 * }</pre>
 *
 * <p>Keys of low cardinality, for meters and spans, are the tags of {@link
 * MicrometerRequestListener}'s timer; no value comes from a path, query, header or body. Keys of
 * high cardinality, for spans alone: {@code url.full} without its query, {@code
 * http.request.body.size} and {@code http.response.body.size}.
 */
@SuppressWarnings("exports") // who uses this has Micrometer; the others must not need it
public class RequestObservationConvention
    implements GlobalObservationConvention<RequestObservationContext> {

  /** The names and keys above. */
  public RequestObservationConvention() {}

  @Override
  public boolean supportsContext(Observation.Context context) {
    return context instanceof RequestObservationContext;
  }

  /** {@code http.client.request.duration}, which is what its timer is called. */
  @Override
  public String getName() {
    return RequestTags.DURATION;
  }

  /** Name of the span: {@code GET /v1/appointments/{id}}. */
  @Override
  public String getContextualName(RequestObservationContext context) {
    OutgoingRequest request = context.request();
    return request.operation().method() + " " + request.operation().path();
  }

  @Override
  public KeyValues getLowCardinalityKeyValues(RequestObservationContext context) {
    OutgoingRequest request = context.request();
    RequestTags seen = new RequestTags(request, context.getResponse());
    return KeyValues.of(
        RequestTags.VENDOR, request.vendor(),
        RequestTags.OPERATION, request.operation().id(),
        RequestTags.METHOD, request.operation().method(),
        RequestTags.TEMPLATE, request.operation().path(),
        RequestTags.ADDRESS, seen.address(),
        RequestTags.PORT, seen.port(),
        RequestTags.ERROR, seen.error().orElse(RequestTags.NONE),
        RequestTags.STATUS, seen.status().orElse(RequestTags.NONE),
        RequestTags.RESENDS, seen.resendsTag());
  }

  @Override
  public KeyValues getHighCardinalityKeyValues(RequestObservationContext context) {
    RequestEvent event = context.getResponse();
    if (event == null) {
      return KeyValues.empty();
    }
    return KeyValues.of(
        "url.full", event.server() + event.path(),
        "http.request.body.size", Integer.toString(event.requestBytes()),
        "http.response.body.size", Integer.toString(event.responseBytes()));
  }
}
