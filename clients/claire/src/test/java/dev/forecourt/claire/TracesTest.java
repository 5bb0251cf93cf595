package dev.forecourt.claire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.tuple;

import dev.forecourt.claire.model.WebhookErrorFilter;
import dev.forecourt.runtime.kit.FakeTime;
import dev.forecourt.runtime.kit.WireAnswer;
import dev.forecourt.runtime.kit.WireServer;
import dev.forecourt.runtime.observe.MicrometerRequestListener;
import dev.forecourt.runtime.observe.ObservationRequestListener;
import dev.forecourt.runtime.observe.RequestObservationContext;
import dev.forecourt.runtime.observe.RequestObservationConvention;
import io.micrometer.common.KeyValues;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler.FirstMatchingCompositeObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import io.micrometer.tracing.Span;
import io.micrometer.tracing.TraceContext;
import io.micrometer.tracing.handler.DefaultTracingObservationHandler;
import io.micrometer.tracing.handler.PropagatingSenderTracingObservationHandler;
import io.micrometer.tracing.propagation.Propagator;
import io.micrometer.tracing.test.simple.SimpleSpan;
import io.micrometer.tracing.test.simple.SimpleTracer;
import java.util.List;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Spans, {@code traceparent} and timers by Micrometer's observations. */
class TracesTest {
  private static final String KEY = "k3y-s3cret";

  private final WireServer server = new WireServer();
  private final FakeTime time = new FakeTime();
  private final SimpleTracer tracer = new SimpleTracer();
  private final ObservationRegistry registry = ObservationRegistry.create();
  private final ExecutorService threads = Executors.newSingleThreadExecutor();

  TracesTest() {
    registry
        .observationConfig()
        .observationHandler(
            new FirstMatchingCompositeObservationHandler(
                new PropagatingSenderTracingObservationHandler<>(tracer, new W3c()),
                new DefaultTracingObservationHandler(tracer)));
  }

  @AfterEach
  void stop() {
    threads.shutdownNow();
    server.close();
  }

  private ClaireClient.Builder builder() {
    return ClaireClient.builder()
        .apiKey(KEY)
        .baseUrl(server.url())
        .clock(time)
        .sleeper(time)
        .executor(threads);
  }

  private ClaireClient client() {
    return builder().listener(new ObservationRequestListener(registry)).build();
  }

  /** Below an observation of the application's; a span of this tracer has ids only then. */
  private void inPage(Runnable work) {
    Observation.createNotStarted("page", registry).observe(work);
  }

  private List<SimpleSpan> requests() {
    return spans().stream().filter(span -> span.getKind() == Span.Kind.CLIENT).toList();
  }

  private List<SimpleSpan> spans() {
    return List.copyOf(tracer.getSpans());
  }

  @Test
  void namesAndDescribesTheSpanAsOpenTelemetryDoes() {
    server.answer("{}");

    client().appointments().getAppointment(4711823);

    SimpleSpan span = tracer.onlySpan();
    assertThat(span.getName()).isEqualTo("GET /v1/appointments/{id}");
    assertThat(span.getKind()).isEqualTo(Span.Kind.CLIENT);
    assertThat(span.getRemoteServiceName()).isEqualTo("claire");
    assertThat(span.getTags())
        .containsEntry("forecourt.vendor", "claire")
        .containsEntry("forecourt.operation", "getAppointment")
        .containsEntry("http.request.method", "GET")
        .containsEntry("url.template", "/v1/appointments/{id}")
        .containsEntry("server.address", "127.0.0.1")
        .containsEntry("server.port", server.url().replaceFirst(".*:", ""))
        .containsEntry("http.response.status_code", "200")
        .containsEntry("http.request.resend_count", "0")
        .containsEntry("error.type", "none")
        .containsEntry("url.full", server.url() + "/v1/appointments/4711823")
        .containsEntry("http.response.body.size", "2");
  }

  @Test
  void sendsTheSpanAlong() {
    server.answer("{}");

    inPage(() -> client().appointments().getAppointment(4711823));

    SimpleSpan span = span("GET /v1/appointments/{id}");
    assertThat(span.getSpanId()).isNotEmpty();
    assertThat(server.request().header("traceparent")).isEqualTo(W3c.text(span.context()));
  }

  @Test
  void showsNoKeyThatStandsInTheQuery() {
    server.answer(WireAnswer.json(400, "not with " + KEY));
    ClaireClient client =
        builder().apiKeyInQuery(true).listener(new ObservationRequestListener(registry)).build();

    assertThatThrownBy(() -> client.appointments().getAppointment(4711823));

    SimpleSpan span = tracer.onlySpan();
    assertThat(server.request().line()).contains(KEY);
    assertThat(span.getName() + span.getTags() + span.getEvents() + span.getError())
        .contains("/v1/appointments/4711823")
        .doesNotContain(KEY)
        .doesNotContain("api_key");
  }

  @Test
  void standsBelowTheCallersObservation() {
    server.answer("{}");
    ClaireClient client = client();

    inPage(() -> client.appointments().getAppointment(4711823));

    SimpleSpan page = span("page");
    SimpleSpan request = span("GET /v1/appointments/{id}");
    assertThat(page.getSpanId()).isNotEmpty();
    assertThat(request.getParentId()).isEqualTo(page.getSpanId());
    assertThat(request.getTraceId()).isEqualTo(page.getTraceId());
  }

  private SimpleSpan span(String name) {
    return spans().stream().filter(span -> span.getName().equals(name)).findFirst().orElseThrow();
  }

  @Test
  void givesEachRetryASpan() {
    server.answer(WireAnswer.json(503, "{}")).answer("{}");

    inPage(() -> client().appointments().getAppointment(4711823));

    assertThat(requests())
        .extracting(
            span -> span.getTags().get("http.response.status_code"),
            span -> span.getTags().get("http.request.resend_count"),
            span -> span.getTags().get("error.type"))
        .containsExactly(tuple("503", "0", "503"), tuple("200", "1", "none"));
    assertThat(server.requests())
        .extracting(request -> request.header("traceparent"))
        .doesNotHaveDuplicates();
    assertThat(requests().get(0).getError()).hasMessageContaining("503");
  }

  @Test
  void tracesEachPageOfAList() {
    server
        .answer("{\"nb_pages\":2,\"items\":[{\"id\":1}]}")
        .answer("{\"nb_pages\":2,\"items\":[{\"id\":2}]}");
    ClaireClient client = client();
    WebhookErrorFilter first = WebhookErrorFilter.builder().webhookID(1501L).page(1).build();

    inPage(() -> client.webhooks().listWebhookErrors(first).stream().toList());

    assertThat(requests())
        .hasSize(2)
        .allSatisfy(span -> assertThat(span.getParentId()).isEqualTo(span("page").getSpanId()));
  }

  @Test
  void takesTheCallersObservationToTheThreadOfAnAsyncCall() {
    server.answer("{}");
    ClaireClient client = client();

    inPage(() -> client.appointments().async().getAppointment(4711823).join());

    assertThat(span("GET /v1/appointments/{id}").getParentId()).isEqualTo(span("page").getSpanId());
  }

  @Test
  void leavesNothingOnTheThreadOfAnAsyncCall() throws Exception {
    server.answer("{}");
    ClaireClient client = client();

    inPage(() -> client.appointments().async().getAppointment(4711823).join());

    assertThat(threads.submit(() -> registry.getCurrentObservation() == null).get()).isTrue();
  }

  @Test
  void timesARequestOnceBesideTheListenerForMeters() {
    server.answer(WireAnswer.json(200, "{}").header("X-RateLimit-Remaining", "7"));
    MeterRegistry meters = new SimpleMeterRegistry();
    registry.observationConfig().observationHandler(new DefaultMeterObservationHandler(meters));
    ClaireClient client =
        builder()
            .listener(new MicrometerRequestListener(meters))
            .listener(new ObservationRequestListener(registry))
            .build();

    client.appointments().getAppointment(4711823);

    assertThat(meters.get("http.client.request.duration").timers())
        .singleElement()
        .satisfies(
            timer -> {
              assertThat(timer.count()).isEqualTo(1);
              assertThat(timer.getId().getTag("url.template")).isEqualTo("/v1/appointments/{id}");
              assertThat(timer.getId().getTag("http.response.status_code")).isEqualTo("200");
            });
    assertThat(meters.get("forecourt.client.rate_limit.remaining").gauge().value()).isEqualTo(7);
    assertThat(meters.get("http.client.response.body.size").summary().count()).isEqualTo(1);
  }

  @Test
  void leavesTimingToTheListenerForMetersIfTheRegistryOnlyTraces() {
    server.answer("{}");
    MeterRegistry meters = new SimpleMeterRegistry();
    ClaireClient client =
        builder()
            .listener(new ObservationRequestListener(registry))
            .listener(new MicrometerRequestListener(meters))
            .build();

    client.appointments().getAppointment(4711823);

    assertThat(meters.get("http.client.request.duration").timer().count()).isEqualTo(1);
  }

  /** The example of the guide to logs, metrics and traces. */
  @Test
  void isSetUpInOneLine() {
    String key = KEY;
    ObservationRegistry observations = registry;

    ClaireClient client =
        ClaireClient.builder()
            .apiKey(key)
            .listener(new ObservationRequestListener(observations))
            .build();

    client.close();
    assertThat(spans()).isEmpty();
  }

  @Test
  void doesNothingForARegistryWithoutHandlers() {
    server.answer("{}");
    ClaireClient client =
        builder().listener(new ObservationRequestListener(ObservationRegistry.create())).build();

    client.appointments().getAppointment(4711823);

    assertThat(server.request().headers("traceparent")).isEmpty();
  }

  @Test
  void takesKeysOfTheApplicationsConvention() {
    server.answer("{}");
    RequestObservationConvention own =
        new RequestObservationConvention() {
          @Override
          public KeyValues getLowCardinalityKeyValues(RequestObservationContext context) {
            return super.getLowCardinalityKeyValues(context).and("team", "stock");
          }
        };
    ClaireClient client = builder().listener(new ObservationRequestListener(registry, own)).build();

    client.appointments().getAppointment(4711823);

    assertThat(tracer.onlySpan().getTags()).containsEntry("team", "stock");
  }

  /** The header of the W3C, for a tracer that has none of its own. */
  private final class W3c implements Propagator {

    static String text(TraceContext context) {
      return "00-" + context.traceId() + "-" + context.spanId() + "-01";
    }

    @Override
    public List<String> fields() {
      return List.of("traceparent");
    }

    @Override
    public <C> void inject(TraceContext context, C carrier, Setter<C> setter) {
      setter.set(carrier, "traceparent", text(context));
    }

    @Override
    public <C> Span.Builder extract(C carrier, Getter<C> getter) {
      return tracer.spanBuilder();
    }
  }
}
