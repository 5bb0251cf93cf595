package dev.forecourt.mock.claire;

import dev.forecourt.mock.json.JsonTree;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/**
 * Creates or updates what an imported appointment holds: the appointment and its customers by DMS
 * number and time of creation within the location, the car by VIN within the dealer, the works by
 * DMS number within the appointment. Members that are left out stay as they were.
 */
final class AppointmentIntake {

  /** Members that are stored under another name or handled by themselves. */
  private static final Set<String> OWN = Set.of("dms_nr", "vin", "id", "created_on", "updated_on");

  /** Members of an import that an appointment shows, by the names that it has for them. */
  private static final Map<String, String> SHOWN =
      Map.of(
          "wo_nr", "workorder_number",
          "ref_nr", "reference_number",
          "time_car_app", "time_car_app",
          "customer_waiting", "customer_waiting",
          "scheduled_in", "scheduled_in",
          "scheduled_out", "scheduled_out");

  private final ClaireState state;
  private final ClaireTime time;
  private final Blanks blanks;

  AppointmentIntake(ClaireState state, ClaireTime time) {
    this.state = state;
    this.time = time;
    blanks = new Blanks(state);
  }

  /**
   * Stores an appointment that the generated checks have passed. Stores nothing, and throws {@link
   * IllegalArgumentException}, when a member that only the models name cannot be shown.
   */
  Appointment apply(Map<String, @Nullable Object> sent) {
    String now = time.now().toString();
    Instant created = ClaireTime.instant(String.valueOf(sent.get("dms_created_at")));
    Customer.Key key = key(JsonTree.whole(sent, "location_id"), sent, created);
    Appointment before = state.appointment(key);
    Car car = car(JsonTree.object(sent.get("car")), now);
    Map<CustomerKind, Customer> customers = customers(sent, key, now);
    Appointment after = appointment(before, key, car, sent, now);
    customers.forEach((kind, each) -> after.customers().put(kind, each.id()));
    state.cars.put(car);
    customers.values().forEach(state::put);
    state.appointments.put(after);
    return after;
  }

  private Appointment appointment(
      @Nullable Appointment before,
      Customer.Key key,
      Car car,
      Map<String, @Nullable Object> sent,
      String now) {
    long id = before == null ? state.nextId("appointment") : before.id();
    AppointmentJson.Builder fields =
        before == null ? created(id, key, now) : before.fields().toBuilder();
    fields.updatedOn(now).lastUpdate(now);
    SHOWN.forEach(
        (name, shown) -> {
          if (sent.containsKey(name)) {
            fields.set(shown, sent.get(name));
          }
        });
    List<InterventionJson> works =
        works(before == null ? null : before.fields().interventions(), sent, now);
    if (!works.isEmpty()) {
      fields.interventions(works);
    }
    Map<CustomerKind, Long> customers = new EnumMap<>(CustomerKind.class);
    customers.putAll(before == null ? Map.of() : before.customers());
    return new Appointment(id, key, car.key(), customers, fields.build());
  }

  private AppointmentJson.Builder created(long id, Customer.Key key, String now) {
    AppointmentJson.Builder fields = blanks.appointment(id, key, now).importerVersion("public-api");
    blanks.statuses(fields, List.of(new Blanks.Status(1, "New", now)));
    return fields;
  }

  private Car car(Map<String, @Nullable Object> sent, String now) {
    String vin = String.valueOf(sent.get("vin"));
    Car before = state.cars.find(Car.key(vin));
    long id = before == null ? state.nextId("car") : before.id();
    CarJson.Builder fields =
        before == null ? blanks.car(id, now) : before.fields().toBuilder().updatedOn(now);
    overwrite("car", sent, CarJson.NAMES, fields::set);
    fields.dmsNumber(Body.text(sent.get("dms_nr")));
    String known = before == null ? vin : before.vin();
    return new Car(id, known, fields.vin(known).build());
  }

  /** The customers that were sent; one that plays two parts is the same in both. */
  private Map<CustomerKind, Customer> customers(
      Map<String, @Nullable Object> sent, Customer.Key appointment, String now) {
    Map<CustomerKind, Customer> customers = new EnumMap<>(CustomerKind.class);
    Map<Customer.Key, Customer> made = new HashMap<>();
    for (CustomerKind kind : CustomerKind.values()) {
      if (sent.get(kind.member()) != null) {
        Map<String, @Nullable Object> one = JsonTree.object(sent.get(kind.member()));
        // by the time of creation of the appointment: the import names no other one
        Customer.Key key = key(appointment.locationId(), one, appointment.dmsCreatedAt());
        Customer before = made.getOrDefault(key, state.customer(key));
        made.put(key, customer(kind.member(), before, key, one, now));
        customers.put(kind, made.get(key));
      }
    }
    customers.replaceAll((kind, each) -> made.get(each.key()));
    return customers;
  }

  private Customer customer(
      String member,
      @Nullable Customer before,
      Customer.Key key,
      Map<String, @Nullable Object> sent,
      String now) {
    long id = before == null ? state.nextId("customer") : before.id();
    CustomerJson.Builder fields =
        before == null ? blanks.customer(id, key, now) : before.fields().toBuilder().updatedOn(now);
    overwrite(member, sent, CustomerJson.NAMES, fields::set);
    return new Customer(id, key, fields.build());
  }

  private static Customer.Key key(
      long location, Map<String, @Nullable Object> sent, Instant created) {
    return new Customer.Key(location, String.valueOf(sent.get("dms_nr")), created);
  }

  /** The works that there were, changed by those that were sent, and the new ones. */
  private List<InterventionJson> works(
      @Nullable List<?> before, Map<String, @Nullable Object> sent, String now) {
    List<InterventionJson> works = new ArrayList<>();
    if (before != null) {
      before.forEach(each -> works.add((InterventionJson) each));
    }
    for (Map<String, @Nullable Object> each : JsonTree.objects(sent.get("interventions"))) {
      String number = String.valueOf(each.get("dms_nr"));
      int place = works.stream().map(InterventionJson::dmsNr).toList().indexOf(number);
      InterventionJson.Builder work =
          place < 0
              ? blanks.intervention(now).dmsNr(number)
              : works.get(place).toBuilder().updatedOn(now);
      overwrite("interventions", each, InterventionJson.NAMES, work::set);
      if (place < 0) {
        works.add(work.build());
      } else {
        works.set(place, work.build());
      }
    }
    return works;
  }

  /** Members that Claire does not show are dropped. */
  private static void overwrite(
      String where,
      Map<String, @Nullable Object> sent,
      List<String> shown,
      BiConsumer<String, @Nullable Object> set) {
    try {
      sent.forEach(
          (name, value) -> {
            if (shown.contains(name) && !OWN.contains(name)) {
              set.accept(name, value);
            }
          });
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException("in '%s': %s".formatted(where, e.getMessage()), e);
    }
  }
}
