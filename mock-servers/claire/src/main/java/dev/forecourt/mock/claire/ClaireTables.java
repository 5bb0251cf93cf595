package dev.forecourt.mock.claire;

import dev.forecourt.mock.store.EntityStore;
import dev.forecourt.mock.store.Ids;
import dev.forecourt.mock.store.RowProblem;
import dev.forecourt.mock.store.RowType;
import dev.forecourt.mock.store.Table;
import dev.forecourt.mock.store.Tables;
import java.time.DateTimeException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** The tables of the Claire stub. */
final class ClaireTables {

  private final Tables all = new Tables();
  private final Table<Long, Map<String, @Nullable Object>> locations = objects("locations");
  private final EntityStore<Long, Map<String, @Nullable Object>> listedLocations =
      new EntityStore<>(locations, Json::bytes);
  private final EntityStore<Long, Map<String, @Nullable Object>> tags =
      new EntityStore<>(objects("tags"), Json::bytes);
  private final EntityStore<Long, Map<String, @Nullable Object>> questions =
      new EntityStore<>(objects("questions"), Json::bytes);
  private final Table<Long, Appointment> appointments =
      all.add(
          "appointments",
          RowType.of(Appointment.class).checked(ClaireTables::refuseWithoutTime),
          Appointment::id);
  private final Table<String, Car> cars = all.add("cars", RowType.of(Car.class), Car::key);
  private final Table<Long, Customer> customers =
      all.add("customers", RowType.of(Customer.class), Customer::id);
  private final EntityStore<Long, Map<String, @Nullable Object>> checks =
      new EntityStore<>(
          objects("checks"), check -> String.valueOf(check.get("appointment_id")), Json::bytes);
  private final Table<Long, Webhook> webhooks =
      all.add("webhooks", RowType.of(Webhook.class), Webhook::id);
  private final Table<Long, WebhookError> webhookErrors =
      all.add("webhook_errors", RowType.of(WebhookError.class), WebhookError::id);
  private final Table<Long, Delivery> deliveries =
      all.add("deliveries", RowType.of(Delivery.class), Delivery::id).atMost(Outbox.KEPT);
  private final Table<Long, Batch> imports = all.add("imports", RowType.of(Batch.class), Batch::id);
  private final Ids ids = new Ids(all);

  ClaireTables() {
    ids.avoid("appointment", appointments, Appointment::id);
    ids.avoid("car", cars, Car::id);
    ids.avoid("customer", customers, Customer::id);
    ids.avoid("check", checks.table(), ClaireTables::id);
    ids.avoid("webhook", webhooks, Webhook::id);
    ids.avoid("webhook_error", webhookErrors, WebhookError::id);
    ids.avoid("delivery", deliveries, Delivery::id);
    ids.avoid("import", imports, Batch::id);
  }

  private Table<Long, Map<String, @Nullable Object>> objects(String name) {
    return all.add(name, RowType.objects(Long.class, "id"), ClaireTables::id);
  }

  /** The id of an object in Claire's names. */
  static Long id(Map<String, @Nullable Object> object) {
    return (Long) Objects.requireNonNull(object.get("id"));
  }

  private static void refuseWithoutTime(Appointment row) {
    try {
      row.time();
    } catch (DateTimeException e) {
      throw new RowProblem(
          "field 'fields.time_car_app' must be a time like 2026-01-31T09:30:00Z but was '%s'"
              .formatted(row.fields().get("time_car_app")));
    }
  }

  Tables all() {
    return all;
  }

  /** Locations in Claire's names. */
  Table<Long, Map<String, @Nullable Object>> locations() {
    return locations;
  }

  List<byte[]> locationsJson() {
    return json(listedLocations);
  }

  EntityStore<Long, Map<String, @Nullable Object>> tags() {
    return tags;
  }

  EntityStore<Long, Map<String, @Nullable Object>> questions() {
    return questions;
  }

  EntityStore<Long, Map<String, @Nullable Object>> checks() {
    return checks;
  }

  List<byte[]> checksJson(long appointment) {
    return checks.page((Object) Long.toString(appointment), null, 1, Integer.MAX_VALUE).items();
  }

  /** All there are, serialised. */
  static <K, T> List<byte[]> json(EntityStore<K, T> store) {
    return store.page(null, 1, Integer.MAX_VALUE).items();
  }

  Table<Long, Appointment> appointments() {
    return appointments;
  }

  Table<String, Car> cars() {
    return cars;
  }

  Table<Long, Customer> customers() {
    return customers;
  }

  Table<Long, Webhook> webhooks() {
    return webhooks;
  }

  Table<Long, WebhookError> webhookErrors() {
    return webhookErrors;
  }

  /** Calls of webhooks: those that wait, and the last ones that are done. */
  Table<Long, Delivery> deliveries() {
    return deliveries;
  }

  /** Batches that wait to be applied. */
  Table<Long, Batch> imports() {
    return imports;
  }

  Ids ids() {
    return ids;
  }
}
