package dev.forecourt.mock.claire;

import dev.forecourt.mock.contract.Place;
import dev.forecourt.mock.contract.Violations;
import dev.forecourt.mock.http.Refusal;
import dev.forecourt.mock.json.JsonTree;
import dev.forecourt.mock.later.Later;
import java.time.Duration;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The dealer's queue: batches are applied one after the other, a moment after they were taken. What
 * is wrong with a batch as a whole is refused at once; what is wrong with one appointment is told
 * through trigger 19 only.
 */
final class ImportQueue {

  /** How long a batch waits; the vendor says "queued" and no more. */
  static final Duration WAIT = Duration.ofMillis(200);

  private static final Set<String> API_SYSTEMS = Set.of("keyloop", "nextlane", "autoflex");

  private final ClaireState state;
  private final AppointmentIntake intake;
  private final Events events;
  private final Later later;

  ImportQueue(ClaireState state, AppointmentIntake intake, Events events, Later later) {
    this.state = state;
    this.intake = intake;
    this.events = events;
    this.later = later;
    state.onReplaced(this::resume);
  }

  /** Takes a batch as it was sent. */
  void take(Map<String, @Nullable Object> body) {
    Object sent = body.get("appointments");
    List<?> items =
        (sent == null ? body.get("Appointments") : sent) instanceof List<?> list ? list : List.of();
    refuseLocations(items);
    if (!items.isEmpty()) {
      Batch batch = new Batch(state.nextId("import"), new ArrayList<>(items));
      state.imports.put(batch);
      applyLater();
    }
  }

  private void refuseLocations(List<?> items) {
    Set<Long> locations = new LinkedHashSet<>();
    for (Object each : items) {
      Long location = Body.id(JsonTree.object(each).get("location_id"));
      if (location != null) {
        locations.add(location);
      }
    }
    if (locations.size() > 1) {
      throw new Refusal(
          400, "All appointments must have the same 'location_id' but have " + locations);
    }
    locations.forEach(this::refuseLocation);
  }

  private void refuseLocation(long id) {
    DealerLocationJson location = state.locations.find(id);
    if (location == null) {
      throw new Refusal(
          400,
          "body field 'location_id' must be one of %s, the locations of this API key, but was '%d'"
              .formatted(state.locationIds(), id));
    }
    String source = String.valueOf(location.dmsLocationSource());
    if (API_SYSTEMS.contains(source.replaceAll("-.*", ""))) {
      throw new Refusal(
          400,
          "Location %d is connected to an API based DMS (%s): it takes no imports"
              .formatted(id, source));
    }
  }

  private void applyLater() {
    long epoch = state.epoch();
    later.in(WAIT, () -> state.locked(() -> applyNext(epoch)));
  }

  /** Goes on with the batches that wait in the table. */
  private void resume() {
    state.imports.rows().forEach(each -> applyLater());
  }

  private void applyNext(long epoch) {
    if (epoch != state.epoch()) {
      return; // of before a reset
    }
    Batch batch = state.imports.rows().iterator().next();
    state.imports.remove(batch.id());
    batch.items().forEach(this::apply);
    state.tables().commit();
  }

  private void apply(@Nullable Object item) {
    Map<String, @Nullable Object> fields = new LinkedHashMap<>(JsonTree.object(item));
    // one sentence of the vendor spells it so
    if (!fields.containsKey("dms_created_at") && fields.containsKey("dms_created_on")) {
      fields.put("dms_created_at", fields.get("dms_created_on"));
    }
    Violations violations = new Violations();
    ClaireChecks.appointmentImport(item instanceof Map ? fields : item, Place.body(), violations);
    if (!violations.isEmpty()) {
      refuse(fields, violations.text());
      return;
    }
    try {
      events.imported(intake.apply(fields));
    } catch (IllegalArgumentException e) {
      refuse(fields, e.getMessage());
    }
  }

  private void refuse(Map<String, @Nullable Object> fields, @Nullable String reason) {
    Long location = Body.id(fields.get("location_id"));
    String workOrder = Body.text(fields.get("wo_nr"));
    events.refused(
        location == null ? 0 : location,
        workOrder == null ? "" : workOrder,
        String.valueOf(reason));
  }
}
