package dev.forecourt.mock.claire;

import dev.forecourt.mock.credentials.RateLimit;
import dev.forecourt.mock.http.MockRequest;
import dev.forecourt.mock.http.MockResponse;
import dev.forecourt.mock.json.JsonValue;
import dev.forecourt.mock.later.Later;
import dev.forecourt.mock.state.VendorState;
import dev.forecourt.mock.store.EntityStore;
import dev.forecourt.mock.store.Ids;
import dev.forecourt.mock.store.Index;
import dev.forecourt.mock.store.RowProblem;
import dev.forecourt.mock.store.RowType;
import dev.forecourt.mock.store.Table;
import dev.forecourt.mock.store.Tables;
import java.time.DateTimeException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Everything the Claire stub remembers. Appointments, cars and customers show each other: a change
 * of one writes anew what shows it.
 */
final class ClaireState implements VendorState {

  private final Tables tables = new Tables();

  /** What Claire shows of what is remembered. */
  final Views views = new Views(this);

  final EntityStore<Long, DealerLocationJson> locations =
      new EntityStore<>(
          tables.add("locations", DealerLocationJson.class, "id", DealerLocationJson::id),
          JsonValue::bytes);
  final EntityStore<Long, TagJson> tags =
      new EntityStore<>(tables.add("tags", TagJson.class, "id", TagJson::id), JsonValue::bytes);
  final EntityStore<Long, QuestionJson> questions =
      new EntityStore<>(
          tables.add("questions", QuestionJson.class, "id", QuestionJson::id), JsonValue::bytes);
  final EntityStore<Long, Appointment> appointments =
      new EntityStore<>(
          tables.add(
              "appointments",
              RowType.of(Appointment.class).checked(ClaireState::refuseWithoutTime),
              Appointment::id),
          Appointment::locationId,
          row -> views.appointment(row).bytes());
  final EntityStore<String, Car> cars =
      new EntityStore<>(
          tables.add("cars", RowType.of(Car.class), Car::key), row -> row.fields().bytes());
  private final Table<Long, Customer> customers =
      tables.add("customers", RowType.of(Customer.class), Customer::id);
  final EntityStore<Long, CheckJson> checks =
      new EntityStore<>(
          tables.add("checks", CheckJson.class, "id", CheckJson::id),
          CheckJson::appointmentId,
          JsonValue::bytes);
  private final Table<Long, Webhook> webhookTable =
      tables.add("webhooks", RowType.of(Webhook.class), Webhook::id);
  private final Table<Long, WebhookError> webhookErrors =
      tables.add("webhook_errors", RowType.of(WebhookError.class), WebhookError::id);
  final Webhooks webhooks;

  /** Calls of webhooks: those that wait, and the last ones that are done. */
  final Table<Long, Delivery> deliveries;

  /** Batches that wait to be applied. */
  final Table<Long, Batch> imports;

  private final Ids ids;
  private final Index<Customer.Key, Appointment> appointmentsByKey =
      appointments.table().index(Appointment::key);
  private final Visits visits = new Visits(appointments.table());
  private final Index<Customer.Key, Customer> customersByKey = customers.index(Customer::key);
  private final Map<String, Function<MockRequest, MockResponse>> controls = new HashMap<>();
  private final List<Runnable> resuming = new ArrayList<>();
  private final ClaireTime time;
  private final RateLimit rateLimit;
  private final Later later;
  private long epoch;

  /** Ends, and is drained, together with what runs later. */
  ClaireState(ClaireTime time, RateLimit rateLimit, Later later) {
    this.later = later;
    this.time = time;
    this.rateLimit = rateLimit;
    webhooks = new Webhooks(webhookTable, webhookErrors, () -> nextId("webhook_error"), time);
    deliveries =
        tables
            .add("deliveries", RowType.of(Delivery.class), Delivery::id)
            .atMost(Outbox.KEPT)
            .startsEmpty();
    imports = tables.add("imports", RowType.of(Batch.class), Batch::id).startsEmpty();
    ids = new Ids(tables);
    ids.avoid("appointment", appointments.table());
    ids.avoid("car", cars.table(), Car::id);
    ids.avoid("customer", customers);
    ids.avoid("check", checks.table());
    ids.avoid("webhook", webhookTable);
    ids.avoid("webhook_error", webhookErrors);
    ids.avoid("delivery", deliveries);
    ids.avoid("import", imports);
    Index<String, Appointment> byCar = appointments.table().index(Appointment::carKey);
    cars.table().shownBy(byCar, Car::key);
    // by whether the car was here lately
    appointments.table().shownBy(byCar, Appointment::carKey);
    Index<Long, Appointment> byCustomer =
        appointments.table().indexAll(each -> each.customers().values());
    customers.shownBy(byCustomer, Customer::id);
  }

  private static void refuseWithoutTime(Appointment row) {
    try {
      row.time();
    } catch (DateTimeException e) {
      throw new RowProblem(
          "field 'fields.time_car_app' must be a time like 2026-01-31T09:30:00Z but was '%s'"
              .formatted(row.fields().timeCarApp()));
    }
  }

  /** Ids of the dealer's locations. */
  List<Long> locationIds() {
    return locations.table().rows().stream()
        .map(DealerLocationJson::id)
        .filter(Objects::nonNull)
        .toList();
  }

  /** The newest appointment that the DMS knows by this key, or null. */
  @Nullable Appointment appointment(Customer.Key key) {
    return appointmentsByKey.last(key);
  }

  /** Whether the car of a visit came in shortly before it. */
  boolean isRecurring(Appointment visit) {
    return visits.isRecurring(visit);
  }

  /** The customer with this id, or null. */
  @Nullable Customer customer(@Nullable Long id) {
    return id == null ? null : customers.find(id);
  }

  /** The newest customer that the DMS knows by this key, or null. */
  @Nullable Customer customer(Customer.Key key) {
    return customersByKey.last(key);
  }

  void put(Customer customer) {
    customers.put(customer);
  }

  /** The next id of a kind of object; the first one is given by the seed. */
  long nextId(String kind) {
    return ids.next(kind);
  }

  /** Counts exchanges of all rows: what was begun before one must not end after it. */
  long epoch() {
    return epoch;
  }

  void addControl(String route, Function<MockRequest, MockResponse> control) {
    controls.put(route, control);
  }

  /** Goes on with what waits, after all rows were exchanged. */
  void onReplaced(Runnable resume) {
    resuming.add(resume);
  }

  @Override
  public Tables tables() {
    return tables;
  }

  @Override
  public void fill() {
    new ClaireSeed(this, time.now()).fill();
  }

  @Override
  public void replaced() {
    epoch++;
    rateLimit.reset();
    resuming.forEach(Runnable::run);
  }

  @Override
  public Map<String, Function<MockRequest, MockResponse>> controls() {
    return controls;
  }

  @Override
  public void drain(Duration atMost) {
    later.drain(atMost);
  }

  @Override
  public void close() {
    later.close();
  }
}
