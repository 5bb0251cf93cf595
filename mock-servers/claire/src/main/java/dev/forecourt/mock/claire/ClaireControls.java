package dev.forecourt.mock.claire;

import dev.forecourt.mock.MockRequest;
import dev.forecourt.mock.MockResponse;
import dev.forecourt.mock.RateLimit;
import dev.forecourt.mock.Refusal;
import dev.forecourt.mock.json.JsonWriter;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Controls that only Claire has: {@code POST /__mock/fire} sets off a trigger, {@code POST
 * /__mock/rate-limit} sets how many requests an hour has.
 */
final class ClaireControls {

  private final ClaireState state;
  private final Events events;
  private final RateLimit rateLimit;

  ClaireControls(ClaireState state, Events events, RateLimit rateLimit) {
    this.state = state;
    this.events = events;
    this.rateLimit = rateLimit;
  }

  void register() {
    state.addControl("POST /__mock/fire", this::fire);
    state.addControl("POST /__mock/rate-limit", this::rateLimit);
  }

  /** {@code {"trigger": 2, "appointment_id": 4711823, "payload": {...}}}; trigger is required. */
  private MockResponse fire(MockRequest request) {
    Map<String, @Nullable Object> body = Json.body(request);
    long trigger = number(body, "trigger", 1, 19, 0);
    long id = number(body, "appointment_id", 0, Long.MAX_VALUE, ClaireSeed.DOCUMENTED_APPOINTMENT);
    synchronized (state) {
      List<Long> called =
          events.happened(trigger, events.appointment(id), Samples.fields(body.get("payload")));
      return MockResponse.json(202, JsonWriter.object(out -> out.name("webhooks").tree(called)));
    }
  }

  /** {@code {"limit": 3}}; the windows begin anew, and a reset puts the documented limit back. */
  private MockResponse rateLimit(MockRequest request) {
    rateLimit.limit((int) number(Json.body(request), "limit", 0, Integer.MAX_VALUE, -1));
    return MockResponse.empty(204);
  }

  private static long number(
      Map<String, @Nullable Object> body, String name, long min, long max, long otherwise) {
    Object value = body.containsKey(name) ? body.get(name) : (Object) otherwise;
    if (value instanceof Long number && number >= min && number <= max) {
      return number;
    }
    throw new Refusal(
        400, "'%s' must be a whole number between %d and %d".formatted(name, min, max));
  }
}
