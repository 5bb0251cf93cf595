package dev.forecourt.mock.claire;

import dev.forecourt.mock.json.JsonTree;
import dev.forecourt.mock.json.JsonValue;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** New appointments, cars and customers: the zero values of the contract's examples, filled in. */
final class Blanks {

  private final ClaireState state;
  private final AppointmentJson appointment =
      AppointmentJson.of(ClaireOperations.GET_APPOINTMENT.example("documented").object());
  private final CarJson car = CarJson.of(ClaireOperations.GET_CAR.example("documented").object());
  private final CustomerJson customer;
  private final InterventionJson intervention;

  Blanks(ClaireState state) {
    this.state = state;
    Map<String, @Nullable Object> full =
        ClaireOperations.GET_APPOINTMENT.example("complete").object();
    customer = CustomerJson.of(emptied(JsonTree.object(full.get("customer_owner"))));
    intervention = InterventionJson.of(emptied(JsonTree.objects(full.get("interventions")).get(0)));
  }

  /** Same names; false, and null for what says nothing. */
  private static Map<String, @Nullable Object> emptied(Map<String, @Nullable Object> example) {
    Map<String, @Nullable Object> out = new LinkedHashMap<>(example);
    out.replaceAll((name, value) -> value instanceof Boolean ? Boolean.FALSE : null);
    return out;
  }

  /** A new appointment at a location, of which the DMS or a receptionist has told just now. */
  AppointmentJson.Builder appointment(long id, Customer.Key key, String now) {
    AppointmentJson.Builder out =
        appointment.toBuilder()
            .createdOn(now)
            .updatedOn(now)
            .id(id)
            .dmsNumber(key.dmsNr())
            .lastUpdate(now)
            .locationId(key.locationId())
            .dealerName("Autogroep Noord")
            .dealerCommercialName("Autogroep Noord B.V.");
    DealerLocationJson location = state.locations.find(key.locationId());
    return location == null
        ? out.locationName(null).locationPhone(null).dmsLocationSource(null)
        : out.locationName(location.name())
            .locationPhone(location.phoneNr())
            .dmsLocationSource(location.dmsLocationSource());
  }

  CarJson.Builder car(long id, String now) {
    return car.toBuilder().createdOn(now).updatedOn(now).id(id);
  }

  CustomerJson.Builder customer(long id, Customer.Key key, String now) {
    return customer.toBuilder()
        .createdOn(now)
        .updatedOn(now)
        .id(id)
        .dmsNr(key.dmsNr())
        .dealerLocationId(key.locationId())
        .dealerId(ClaireSeed.DEALER);
  }

  InterventionJson.Builder intervention(String now) {
    return intervention.toBuilder()
        .createdOn(now)
        .updatedOn(now)
        .id(state.nextId("intervention"))
        .status(1L)
        .visibleToCustomer(true);
  }

  /** Statuses that an appointment went through, the last one of which it has. */
  void statuses(AppointmentJson.Builder out, List<Status> history) {
    List<JsonValue<AppointmentStatusHistoryJson>> shown = new ArrayList<>();
    for (Status each : history) {
      out.appointmentStatusIdentifier(each.identifier()).appointmentStatusName(each.name());
      shown.add(
          AppointmentStatusHistoryJson.builder()
              .createdOn(each.when())
              .updatedOn(each.when())
              .id(state.nextId("status"))
              .saRemarks("")
              .timestamp(each.when())
              .checklistId(null)
              .checkId(null)
              .identifier(each.identifier())
              .statusName(each.name())
              .build());
    }
    out.statusHistory(shown);
  }

  /** That an appointment came into a status. */
  record Status(long identifier, String name, String when) {}
}
