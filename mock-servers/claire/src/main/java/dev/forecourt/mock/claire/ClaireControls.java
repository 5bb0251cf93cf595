package dev.forecourt.mock.claire;

import dev.forecourt.mock.control.ControlBody;
import dev.forecourt.mock.http.MockRequest;
import dev.forecourt.mock.http.MockResponse;
import dev.forecourt.mock.http.Refusal;
import dev.forecourt.mock.json.JsonTree;
import dev.forecourt.mock.json.JsonWriter;
import java.util.List;
import java.util.Map;

/** A control that only Claire has: {@code POST /__mock/fire} sets off a trigger. */
final class ClaireControls {

  private final ClaireState state;
  private final Events events;

  ClaireControls(ClaireState state, Events events) {
    this.state = state;
    this.events = events;
  }

  void register() {
    state.addControl("POST /__mock/fire", this::fire);
  }

  /** {@code {"trigger": 2, "appointment_id": 4711823, "payload": {...}}}; trigger is required. */
  private MockResponse fire(MockRequest request) {
    ControlBody body = ControlBody.of(request).only("trigger", "appointment_id", "payload");
    Long trigger = body.whole("trigger", 1, 19);
    Long id = body.whole("appointment_id", 0, Long.MAX_VALUE);
    if (trigger == null) {
      throw new Refusal(400, "'trigger' is required: a whole number between 1 and 19");
    }
    if (body.value("payload") != null && !(body.value("payload") instanceof Map)) {
      throw new Refusal(400, "'payload' must be an object");
    }
    List<Long> called =
        events.happened(
            trigger,
            events.appointment(id == null ? ClaireSeed.DOCUMENTED_APPOINTMENT : id),
            JsonTree.object(body.value("payload")));
    return MockResponse.json(202, JsonWriter.object(out -> out.name("webhooks").tree(called)));
  }
}
