package dev.forecourt.mock.claire;

import dev.forecourt.mock.store.EntityStore;
import dev.forecourt.mock.store.Index;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * Appointments, cars and customers, which show each other: a change of one is seen in all that show
 * it.
 */
final class Garage {

  private final ClaireTables tables;
  private final EntityStore<Long, Appointment> appointments;
  private final EntityStore<String, Car> cars;
  private final Index<Customer.Key, Appointment> appointmentsByKey;
  private final Index<Customer.Key, Customer> customersByKey;

  Garage(ClaireTables tables) {
    this.tables = tables;
    appointments =
        new EntityStore<>(
            tables.appointments(), Appointment::locationId, each -> Json.bytes(shown(each)));
    cars = new EntityStore<>(tables.cars(), car -> Json.bytes(car.fields()));
    appointmentsByKey = tables.appointments().index(Appointment::key);
    customersByKey = tables.customers().index(Customer::key);
    tables.cars().shownBy(tables.appointments().index(Appointment::carKey), Car::key);
    Index<Long, Appointment> byCustomer =
        tables.appointments().indexAll(each -> each.customers().values());
    tables.customers().shownBy(byCustomer, Customer::id);
  }

  /** Adds an appointment, or puts it in the place of the one with its id. */
  void put(Appointment appointment) {
    appointments.put(appointment);
  }

  /** Adds a car, or puts it in the place of the one with its VIN. */
  void put(Car car) {
    cars.put(car);
  }

  /** Adds a customer, or puts it in the place of the one with its id. */
  void put(Customer customer) {
    tables.customers().put(customer);
  }

  @Nullable Appointment appointment(long id) {
    return appointments.find(id);
  }

  @Nullable Appointment appointment(Customer.Key key) {
    return appointmentsByKey.last(key);
  }

  byte @Nullable [] appointmentJson(long id) {
    return appointments.json(id);
  }

  /** The appointments of a location that pass, in the order in which they were made. */
  List<byte[]> appointments(long locationId, Predicate<Appointment> filter) {
    return appointments.page((Object) locationId, filter, 1, Integer.MAX_VALUE).items();
  }

  @Nullable Car car(String vin) {
    return cars.find(Car.key(vin));
  }

  byte @Nullable [] carJson(String vin) {
    return cars.json(Car.key(vin));
  }

  @Nullable Customer customer(@Nullable Long id) {
    return id == null ? null : tables.customers().find(id);
  }

  @Nullable Customer customer(Customer.Key key) {
    return customersByKey.last(key);
  }

  private Map<String, @Nullable Object> shown(Appointment appointment) {
    Map<String, @Nullable Object> out = new LinkedHashMap<>(appointment.fields());
    Car car = cars.find(appointment.carKey());
    if (car != null) {
      show(car, out);
    }
    // the vendor's own sample has zeros and no customers in all of these already
    for (CustomerKind kind : CustomerKind.values()) {
      kind.show(customer(appointment.customers().get(kind)), out);
    }
    return out;
  }

  private static void show(Car car, Map<String, @Nullable Object> appointment) {
    appointment.replace("car_id", car.id());
    appointment.replace("vin", car.vin());
    appointment.replace("car_model", car.fields().get("model"));
    appointment.replace("car_make", car.fields().get("make"));
    appointment.replace("license_plate_number", car.fields().get("reg_number"));
    appointment.replace("car_apk_date", car.fields().get("apk_date_dms"));
    appointment.replace("car_hu_date", car.fields().get("hu_date_dms"));
    appointment.replace("car_dms_number", car.fields().get("dms_number"));
    appointment.replace("car_profile_picture", car.fields().get("picture"));
    Map<String, @Nullable Object> inside = new LinkedHashMap<>(car.fields());
    // as in the contract's example: tyres are shown with the car itself
    inside.replace("tyres_on_car", null);
    inside.replace("tyres_in_storage", null);
    inside.replace("truck_tyres", null);
    appointment.replace("car", inside);
  }
}
