package dev.forecourt.runtime.observe;

import dev.forecourt.runtime.json.Drift;
import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Measures each request, under the names of OpenTelemetry's semantic conventions for HTTP clients.
 *
 * <pre>{@code
 * ClaireClient.builder().apiKey(key).listener(new MicrometerRequestListener(registry)).build();
 * }</pre>
 *
 * <table>
 *   <caption>Meters</caption>
 *   <tr><th>name</th><th>what</th></tr>
 *   <tr><td>{@code http.client.request.duration}</td><td>timer: from sending to the model or the
 *     failure, retries each by themselves</td></tr>
 *   <tr><td>{@code http.client.request.body.size}</td><td>bytes of the bodies that were
 *     sent</td></tr>
 *   <tr><td>{@code http.client.response.body.size}</td><td>bytes of the bodies of successful
 *     answers</td></tr>
 *   <tr><td>{@code forecourt.client.retries}</td><td>counter: requests that failed and are sent
 *     again</td></tr>
 *   <tr><td>{@code forecourt.client.drifts}</td><td>counter: members of answers that are not as the
 *     contract says; tag {@code forecourt.member} is their place, such as {@code
 *     $.data[*].grade}</td></tr>
 *   <tr><td>{@code forecourt.client.rate_limit.remaining}</td><td>gauge: what the last answer's
 *     {@code X-RateLimit-Remaining} said, for vendors that send it</td></tr>
 * </table>
 *
 * <p>All but the gauge have the tags {@code forecourt.vendor}, {@code forecourt.operation}, {@code
 * http.request.method}, {@code url.template}, {@code server.address}, {@code server.port} and
 * {@code error.type} (the status of a refusal, else the class of the failure). The timer has {@code
 * http.response.status_code} and {@code http.request.resend_count} besides ({@code 0} for the first
 * request of a call, up to {@code 4}, then {@code 5+}). What a request does not have is {@code
 * none}, because a registry wants the same tags every time. No tag comes from a path, query, header
 * or body, so a contract's operations and statuses are all the series there can be.
 *
 * <p>Beside an {@link ObservationRequestListener} whose registry times requests itself, it leaves
 * the timer to that, so that no request is counted twice.
 *
 * <p>Buckets and percentiles are the registry's business: use a {@code MeterFilter}. Needs {@code
 * io.micrometer:micrometer-core} 1.12 or newer, which the clients do not bring along. Safe for use
 * by several clients.
 */
public final class MicrometerRequestListener implements RequestListener {
  private final MeterRegistry registry;
  private final MeterProvider<Timer> durations;
  private final MeterProvider<DistributionSummary> sentSizes;
  private final MeterProvider<DistributionSummary> receivedSizes;
  private final MeterProvider<Counter> retries;
  private final MeterProvider<Counter> drifts;
  private final Map<Tags, AtomicLong> remaining = new ConcurrentHashMap<>();

  /** Adds its meters to this registry, each when it is first needed. */
  @SuppressWarnings("exports") // who calls this has Micrometer; the others must not need it
  public MicrometerRequestListener(MeterRegistry registry) {
    this.registry = registry;
    this.durations =
        Timer.builder(RequestTags.DURATION)
            .description("Duration of HTTP client requests")
            .withRegistry(registry);
    this.sentSizes =
        DistributionSummary.builder("http.client.request.body.size")
            .description("Size of HTTP client request bodies")
            .baseUnit("bytes")
            .withRegistry(registry);
    this.receivedSizes =
        DistributionSummary.builder("http.client.response.body.size")
            .description("Size of HTTP client response bodies")
            .baseUnit("bytes")
            .withRegistry(registry);
    this.retries =
        Counter.builder("forecourt.client.retries")
            .description("Requests that failed and are retried")
            .withRegistry(registry);
    this.drifts =
        Counter.builder("forecourt.client.drifts")
            .description("Members of answers that are not as the contract says")
            .withRegistry(registry);
  }

  @Override
  public void onRequest(RequestEvent event) {
    RequestTags seen = new RequestTags(event);
    Tags tags = tags(event, seen);
    if (!isTimed(event.outgoing())) {
      durations
          .withTags(
              tags.and(
                  RequestTags.STATUS, seen.status().orElse(RequestTags.NONE),
                  RequestTags.RESENDS, seen.resendsTag()))
          .record(event.duration());
    }
    if (event.requestBytes() > 0) {
      sentSizes.withTags(tags).record(event.requestBytes());
    }
    if (event.failure().isEmpty()) {
      receivedSizes.withTags(tags).record(event.responseBytes());
    }
    for (Drift drift : event.drifts()) {
      drifts.withTags(tags.and("forecourt.member", DriftNotes.member(drift))).increment();
    }
    if (event.retryAfter().isPresent()) {
      retries.withTags(tags).increment();
    }
    seen.remaining().ifPresent(left -> remaining(event, seen).set(left));
  }

  /** Whether an observation of the request is timed: its handler has put a sample there. */
  private static boolean isTimed(OutgoingRequest request) {
    return request
        .attribute(RequestObservationContext.class)
        .filter(context -> ((RequestObservationContext) context).get(Timer.Sample.class) != null)
        .isPresent();
  }

  private static Tags tags(RequestEvent event, RequestTags seen) {
    return Tags.of(
        RequestTags.VENDOR, event.vendor(),
        RequestTags.OPERATION, event.operation().id(),
        RequestTags.METHOD, event.operation().method(),
        RequestTags.TEMPLATE, event.operation().path(),
        RequestTags.ADDRESS, seen.address(),
        RequestTags.PORT, seen.port(),
        RequestTags.ERROR, seen.error().orElse(RequestTags.NONE));
  }

  private AtomicLong remaining(RequestEvent event, RequestTags seen) {
    Tags tags =
        Tags.of(
            RequestTags.VENDOR, event.vendor(),
            RequestTags.ADDRESS, seen.address(),
            RequestTags.PORT, seen.port());
    return remaining.computeIfAbsent(
        tags,
        unused -> {
          AtomicLong left = new AtomicLong();
          Gauge.builder("forecourt.client.rate_limit.remaining", left, AtomicLong::get)
              .description("Requests left, as the vendor's last answer said")
              .tags(tags)
              .register(registry);
          return left;
        });
  }
}
