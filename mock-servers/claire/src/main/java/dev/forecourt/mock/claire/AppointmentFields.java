package dev.forecourt.mock.claire;

import dev.forecourt.mock.json.JsonTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Fields of appointments, cars and customers that are new: the vendor's zero values, filled in. */
final class AppointmentFields {

  private final ClaireState state;
  private final Map<String, @Nullable Object> appointment =
      ClaireOperations.GET_APPOINTMENT.example("documented").object();
  private final Map<String, @Nullable Object> car =
      ClaireOperations.GET_CAR.example("documented").object();
  private final Map<String, @Nullable Object> customer;
  private final Map<String, @Nullable Object> intervention;

  AppointmentFields(ClaireState state) {
    this.state = state;
    Map<String, @Nullable Object> full =
        ClaireOperations.GET_APPOINTMENT.example("complete").object();
    customer = emptied(JsonTree.object(full.get("customer_owner")));
    intervention = emptied(JsonTree.objects(full.get("interventions")).get(0));
  }

  /** Same names; false, null, and zero for what says nothing. */
  private static Map<String, @Nullable Object> emptied(Map<String, @Nullable Object> example) {
    Map<String, @Nullable Object> out = new LinkedHashMap<>(example);
    out.replaceAll((name, value) -> value instanceof Boolean ? Boolean.FALSE : null);
    return out;
  }

  /** A new appointment at a location. */
  Map<String, @Nullable Object> appointment(long id, Customer.Key key, String now) {
    Map<String, @Nullable Object> out = JsonTree.copy(appointment);
    stamp(out, id, now);
    out.put("dms_number", key.dmsNr());
    out.put("last_update", now);
    out.put("location_id", key.locationId());
    out.put("dealer_name", "Autogroep Noord");
    out.put("dealer_commercial_name", "Autogroep Noord B.V.");
    Map<String, @Nullable Object> known = state.own().locations().find(key.locationId());
    Map<String, @Nullable Object> location = known == null ? Map.of() : known;
    out.put("location_name", location.get("name"));
    out.put("location_phone", location.get("phone_nr"));
    out.put("dms_location_source", location.get("dms_location_source"));
    return out;
  }

  /** Sets the status, and notes it in the history. */
  void status(Map<String, @Nullable Object> out, long identifier, String name, String when) {
    out.put("appointment_status_identifier", identifier);
    out.put("appointment_status_name", name);
    Map<String, @Nullable Object> entry = new LinkedHashMap<>();
    stamp(entry, state.nextId("status"), when);
    entry.put("sa_remarks", "");
    entry.put("timestamp", when);
    entry.put("checklist_id", null);
    entry.put("check_id", null);
    entry.put("identifier", identifier);
    entry.put("status_name", name);
    List<@Nullable Object> history = new ArrayList<>(JsonTree.objects(out.get("status_history")));
    history.add(entry);
    out.put("status_history", history);
  }

  Map<String, @Nullable Object> car(long id, String now) {
    return stamp(JsonTree.copy(car), id, now);
  }

  Map<String, @Nullable Object> customer(long id, Customer.Key key, String now) {
    Map<String, @Nullable Object> out = stamp(JsonTree.copy(customer), id, now);
    out.put("dms_nr", key.dmsNr());
    out.put("dealer_location_id", key.locationId());
    out.put("dealer_id", ClaireSeed.DEALER);
    return out;
  }

  Map<String, @Nullable Object> intervention(String now) {
    Map<String, @Nullable Object> out =
        stamp(JsonTree.copy(intervention), state.nextId("intervention"), now);
    out.put("status", 1L);
    out.put("visible_to_customer", true);
    return out;
  }

  private static Map<String, @Nullable Object> stamp(
      Map<String, @Nullable Object> out, long id, String now) {
    out.put("created_on", now);
    out.put("updated_on", now);
    out.put("id", id);
    return out;
  }
}
