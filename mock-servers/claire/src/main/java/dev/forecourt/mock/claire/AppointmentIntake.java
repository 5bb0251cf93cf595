package dev.forecourt.mock.claire;

import dev.forecourt.mock.json.JsonTree;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Creates or updates what an imported appointment holds: the appointment and its customers by DMS
 * number and time of creation within the location, the car by VIN within the dealer, the works by
 * DMS number within the appointment. Members that are left out stay as they were.
 */
final class AppointmentIntake {

  /** Members that are stored under another name or handled by themselves. */
  private static final Set<String> OWN =
      Set.of("dms_nr", "dms_created_at", "dms_created_on", "vin", "id", "created_on");

  private final ClaireState state;
  private final ClaireTime time;
  private final AppointmentFields fields;

  AppointmentIntake(ClaireState state, ClaireTime time) {
    this.state = state;
    this.time = time;
    fields = new AppointmentFields(state);
  }

  /** Stores an appointment that the generated checks have passed. */
  Appointment apply(Map<String, @Nullable Object> sent) {
    String now = time.now().toString();
    long location = (Long) ClaireBehaviour.required(sent, "location_id");
    Instant created = ClaireTime.instant(String.valueOf(sent.get("dms_created_at")));
    Customer.Key key = new Customer.Key(location, String.valueOf(sent.get("dms_nr")), created);
    Appointment before = state.garage().appointment(key);
    long id = before == null ? state.nextId("appointment") : before.id();
    Map<String, @Nullable Object> out =
        before == null ? created(id, key, now) : JsonTree.copy(before.fields());
    out.put("updated_on", now);
    out.put("last_update", now);
    out.put("workorder_number", sent.get("wo_nr"));
    take(sent, "ref_nr", out, "reference_number");
    for (String each :
        List.of("time_car_app", "customer_waiting", "scheduled_in", "scheduled_out")) {
      take(sent, each, out, each);
    }
    merge(sent.get("interventions"), out, now);
    Car car = car(JsonTree.object(sent.get("car")), now);
    Map<CustomerKind, Long> roles = new EnumMap<>(CustomerKind.class);
    if (before != null) {
      roles.putAll(before.customers());
    }
    for (CustomerKind kind : CustomerKind.values()) {
      if (sent.get(kind.member()) != null) {
        roles.put(kind, customer(JsonTree.object(sent.get(kind.member())), key, now));
      }
    }
    Appointment after = new Appointment(id, key, car.key(), roles, out);
    state.garage().put(after);
    return after;
  }

  private Map<String, @Nullable Object> created(long id, Customer.Key key, String now) {
    Map<String, @Nullable Object> out = fields.appointment(id, key, now);
    out.put("importer_version", "public-api");
    fields.status(out, 1, "New", now);
    return out;
  }

  private static void take(
      Map<String, @Nullable Object> sent,
      String from,
      Map<String, @Nullable Object> out,
      String to) {
    if (sent.containsKey(from)) {
      out.put(to, sent.get(from));
    }
  }

  private Car car(Map<String, @Nullable Object> sent, String now) {
    String vin = String.valueOf(sent.get("vin"));
    Car before = state.garage().car(vin);
    long id = before == null ? state.nextId("car") : before.id();
    Map<String, @Nullable Object> out =
        before == null ? fields.car(id, now) : JsonTree.copy(before.fields());
    overwrite(sent, out, now);
    out.put("dms_number", sent.get("dms_nr"));
    out.put("vin", before == null ? vin : before.vin());
    Car after = new Car(id, before == null ? vin : before.vin(), out);
    state.garage().put(after);
    return after;
  }

  /** Known by the time of creation of the appointment: the import names no other one. */
  private long customer(Map<String, @Nullable Object> sent, Customer.Key appointment, String now) {
    Customer.Key key =
        new Customer.Key(
            appointment.locationId(),
            String.valueOf(sent.get("dms_nr")),
            appointment.dmsCreatedAt());
    Customer before = state.garage().customer(key);
    long id = before == null ? state.nextId("customer") : before.id();
    Map<String, @Nullable Object> out =
        before == null ? fields.customer(id, key, now) : JsonTree.copy(before.fields());
    overwrite(sent, out, now);
    state.garage().put(new Customer(id, key, out));
    return id;
  }

  private void merge(@Nullable Object sent, Map<String, @Nullable Object> out, String now) {
    List<Map<String, @Nullable Object>> works =
        new ArrayList<>(JsonTree.objects(out.get("interventions")));
    for (Map<String, @Nullable Object> each : JsonTree.objects(sent)) {
      Object number = each.get("dms_nr");
      Map<String, @Nullable Object> work =
          works.stream()
              .filter(known -> number != null && number.equals(known.get("dms_nr")))
              .findFirst()
              .orElseGet(
                  () -> {
                    Map<String, @Nullable Object> made = fields.intervention(now);
                    made.put("dms_nr", number);
                    works.add(made);
                    return made;
                  });
      overwrite(each, work, now);
    }
    if (!works.isEmpty()) {
      out.put("interventions", works);
    }
  }

  /** Members that Claire does not show are dropped. */
  private static void overwrite(
      Map<String, @Nullable Object> sent, Map<String, @Nullable Object> out, String now) {
    sent.forEach(
        (name, value) -> {
          if (!OWN.contains(name) && out.containsKey(name)) {
            out.put(name, value);
          }
        });
    out.put("updated_on", now);
  }
}
