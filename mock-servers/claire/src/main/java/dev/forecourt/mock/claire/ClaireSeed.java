package dev.forecourt.mock.claire;

import dev.forecourt.mock.json.JsonTree;
import dev.forecourt.mock.store.SeedRows;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Start data: the examples of the contract under their ids, the vendor's own samples under their id
 * 0, then a fortnight of appointments around today. The same for the same clock.
 */
final class ClaireSeed {

  /** The dealer to whom all keys belong. */
  static final long DEALER = 57;

  /** Account of the first key, to whom the seeded webhooks belong. */
  static final long ACCOUNT = 88;

  static final long DOCUMENTED_APPOINTMENT = 4711823;
  private static final int APPOINTMENTS = 60;
  private static final Instant CUSTOMERS_MADE = Instant.parse("2024-08-19T14:02:11Z");
  private static final int DAYS = 15;

  private final ClaireState state;
  private final ClaireTime time;
  private final AppointmentFields fields;
  private final List<String[]> cars = SeedRows.of(ClaireSeed.class, "claire/cars.psv");
  private final List<String[]> customers = SeedRows.of(ClaireSeed.class, "claire/customers.psv");
  private final List<String[]> works = SeedRows.of(ClaireSeed.class, "claire/works.psv");
  private final Map<String, @Nullable Object> documentedCheck =
      ClaireOperations.LIST_CHECKS.example("documented").objects().get(0);

  ClaireSeed(ClaireState state, ClaireTime time) {
    this.state = state;
    this.time = time;
    fields = new AppointmentFields(state);
  }

  void fill() {
    state.startIds("appointment", DOCUMENTED_APPOINTMENT);
    state.startIds("car", 550071);
    state.startIds("customer", 660103);
    state.startIds("intervention", 770002);
    state.startIds("status", 880002);
    state.startIds("check", 330045);
    state.startIds("webhook", 1502);
    state.startIds("header", 1601);
    state.startIds("webhook_error", 1700); // the documented error is the next
    new ClaireLists(state).fill();
    addDocumented();
    addVendorSample();
    cars.forEach(this::addCar);
    for (int i = 0; i < APPOINTMENTS; i++) {
      addAppointment(i);
    }
    addWebhooks();
  }

  private void addDocumented() {
    Map<String, @Nullable Object> car = ClaireOperations.GET_CAR.example("complete").object();
    state.garage().put(new Car(550071, String.valueOf(car.get("vin")), car));
    Map<String, @Nullable Object> shown =
        ClaireOperations.GET_APPOINTMENT.example("complete").object();
    // the moment that the contract's example of an import names
    Instant created = ClaireTime.instant("2024-08-19T09:30:00+02:00");
    Map<CustomerKind, Long> roles = new EnumMap<>(CustomerKind.class);
    for (CustomerKind kind : CustomerKind.values()) {
      Map<String, @Nullable Object> person = JsonTree.object(shown.get(kind.member()));
      long id = (Long) java.util.Objects.requireNonNull(person.get("id"));
      Customer.Key key = new Customer.Key(312, String.valueOf(person.get("dms_nr")), created);
      state.garage().put(new Customer(id, key, person));
      roles.put(kind, id);
    }
    Customer.Key key = new Customer.Key(312, String.valueOf(shown.get("dms_number")), created);
    state
        .garage()
        .put(
            new Appointment(
                DOCUMENTED_APPOINTMENT,
                key,
                Car.key(String.valueOf(car.get("vin"))),
                roles,
                shown));
    ClaireOperations.LIST_CHECKS.example("found").objects().forEach(state.own().checks()::put);
  }

  /** Claire's page shows zeros only: the sample calls work against these, no list shows them. */
  private void addVendorSample() {
    Customer.Key key = new Customer.Key(0, "", Instant.EPOCH);
    state
        .garage()
        .put(
            new Appointment(
                0,
                key,
                "",
                Map.of(),
                ClaireOperations.GET_APPOINTMENT.example("documented").object()));
    String unset = "0001-01-01T00:00:00Z";
    state
        .webhooks()
        .put(
            new Webhook(
                0, ACCOUNT, "", 0, null, "", false, null, false, List.of(), unset, unset, true));
  }

  private void addCar(String[] row) {
    long id = state.nextId("car");
    Map<String, @Nullable Object> car = fields.car(id, "2024-08-19T14:02:11Z");
    car.put("make", row[0]);
    car.put("model", row[1]);
    car.put("fuel", row[2]);
    car.put("reg_number", row[3]);
    car.put("vin", row[4]);
    car.put("dms_number", "V-" + (id % 100_000));
    car.put("picture", "https://images.example/cars/" + id + ".jpg");
    LocalDate registered = LocalDate.parse(row[5]);
    car.put("dms_registration", registered + "T00:00:00Z");
    car.put("rdw_first_registration", registered + "T00:00:00Z");
    car.put("apk_date_dms", registered.plusYears(8) + "T00:00:00Z");
    state.garage().put(new Car(id, row[4], car));
  }

  private void addAppointment(int i) {
    long location = i % 10 == 9 ? 314 : i % 3 == 2 ? 313 : 312;
    LocalDate day = time.today().plusDays(i % DAYS - DAYS / 2);
    String when = ClaireTime.local(day, 8 + i % 8, i % 2 * 30);
    Instant created = ClaireTime.moment(day.minusDays(9), 9, i).toInstant();
    String made = created.toString();
    long id = state.nextId("appointment");
    Customer.Key key = new Customer.Key(location, "A-" + (10001 + i), created);
    Map<String, @Nullable Object> out = fields.appointment(id, key, made);
    out.put("workorder_number", "WO-" + (90001 + i));
    out.put("reference_number", "CL-" + id);
    out.put("importer_version", "3.18.2");
    out.put("dms_status", "OPEN");
    out.put("customer_waiting", i % 6 == 1);
    out.put("is_pinned", i % 9 == 4);
    out.put("time_car_app", when);
    out.put("scheduled_in", when);
    out.put("scheduled_out", ClaireTime.local(day, 17, 0));
    out.put("current_km", 20_000L + 1_371 * i);
    out.put("dms_km", 20_000L + 1_371 * i);
    out.put("interventions", interventions(i, made));
    addStatus(out, day, made);
    String vin = cars.get(i % cars.size())[4];
    state.garage().put(new Appointment(id, key, Car.key(vin), roles(i, location), out));
    if (!day.isAfter(time.today())) {
      addCheck(i, id, state.garage().car(vin), when);
    }
  }

  private void addStatus(Map<String, @Nullable Object> out, LocalDate day, String made) {
    fields.status(out, 1, "New", made);
    if (day.isBefore(time.today())) {
      fields.status(out, 5, "Car ready", ClaireTime.local(day, 16, 30));
    } else if (day.equals(time.today())) {
      fields.status(out, 10, "Car check started", ClaireTime.local(day, 8, 45));
      out.put("car_check_started", true);
    }
  }

  private List<Map<String, @Nullable Object>> interventions(int i, String made) {
    List<Map<String, @Nullable Object>> out = new ArrayList<>();
    for (int n = 0; n <= i % 2; n++) {
      String[] work = works.get((i + 3 * n) % works.size());
      Map<String, @Nullable Object> each = fields.intervention(made);
      each.put("dms_nr", "I-00" + (n + 1));
      each.put("title", work[0]);
      each.put("description", work[1]);
      each.put("price", new BigDecimal(work[2]));
      out.add(each);
    }
    return out;
  }

  private Map<CustomerKind, Long> roles(int i, long location) {
    Map<CustomerKind, Long> roles = new EnumMap<>(CustomerKind.class);
    roles.put(CustomerKind.DRIVER, customer(i, location));
    roles.put(CustomerKind.OWNER, customer(i % 4 == 3 ? i + 1 : i, location));
    if (i % 5 == 0) {
      roles.put(CustomerKind.CONTRACTOR, customer(i + 2, location));
    }
    return roles;
  }

  private long customer(int i, long location) {
    int number = i % customers.size();
    String made = CUSTOMERS_MADE.toString();
    Customer.Key key = new Customer.Key(location, "C-" + (10101 + number), CUSTOMERS_MADE);
    Customer known = state.garage().customer(key);
    if (known != null) {
      return known.id();
    }
    String[] row = customers.get(number);
    long id = state.nextId("customer");
    Map<String, @Nullable Object> out = fields.customer(id, key, made);
    String[] names = {
      "title",
      "initials",
      "first_name",
      "surname",
      "company",
      "street",
      "house_nr",
      "postcode",
      "place",
      "tel_mobile_private"
    };
    for (int n = 0; n < names.length; n++) {
      out.put(names[n], row[n].isEmpty() ? null : row[n]);
    }
    out.put("country", "NL");
    out.put("preferred_communication_channel", 1L + number % 2);
    state.garage().put(new Customer(id, key, out));
    return id;
  }

  private void addCheck(int i, long appointment, @Nullable Car car, String when) {
    Map<String, @Nullable Object> check = JsonTree.copy(documentedCheck);
    Instant created = ClaireTime.instant(when);
    check.put("created_on", created.toString());
    check.put("updated_on", created.plusSeconds(1500).toString());
    check.put("id", state.nextId("check"));
    check.put("duration", 600L + 60 * i);
    check.put("appointment_id", appointment);
    check.put("car_id", car == null ? null : car.id());
    state.own().checks().put(check);
  }

  private void addWebhooks() {
    String made = "2024-08-19T14:02:11Z";
    String changed = "2024-08-20T15:41:05Z";
    Webhooks webhooks = state.webhooks();
    List<Webhook.Header> headers =
        List.of(new Webhook.Header(1601, "X-Shared-Secret", "correct horse"));
    String crm = "https://crm.example/hooks/";
    webhooks.put(
        new Webhook(
            1501,
            ACCOUNT,
            "Offers to the CRM",
            2,
            312L,
            crm + "claire",
            false,
            null,
            true,
            headers,
            made,
            changed,
            true));
    webhooks.put(
        new Webhook(
            1502,
            ACCOUNT,
            "Import results",
            19,
            null,
            crm + "imports",
            true,
            null,
            true,
            List.of(),
            made,
            changed,
            true));
    Instant now = time.now();
    webhooks.fail(
        1501,
        now.minus(Duration.ofDays(2)),
        "Post \"" + crm + "claire\": context deadline exceeded");
    webhooks.fail(1502, now.minus(Duration.ofHours(6)), "Post \"" + crm + "imports\": EOF");
    webhooks.fail(
        1502, now.minus(Duration.ofDays(100)), "Post \"" + crm + "imports\": connection refused");
  }
}
