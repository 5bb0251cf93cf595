package dev.forecourt.mock.claire;

import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The three parts that a customer can play, and Claire's changing names for them. */
enum CustomerKind {
  DRIVER("driver", "driver", "driver"),
  OWNER("owner", "owner", "owner"),
  // contract_id, but contractor_surname
  CONTRACTOR("contractor", "contract", "contractor");

  private final String wire;
  private final String object;
  private final String person;

  CustomerKind(String wire, String object, String person) {
    this.wire = wire;
    this.object = object;
    this.person = person;
  }

  /** As in {@code customer_kind}. */
  String wire() {
    return wire;
  }

  /** The member that holds the customer, in an appointment and in an import. */
  String member() {
    return "customer_" + object;
  }

  static CustomerKind of(String wire) {
    for (CustomerKind each : values()) {
      if (each.wire.equals(wire)) {
        return each;
      }
    }
    throw new IllegalArgumentException(wire);
  }

  /** Writes the customer, or nobody, over the fields of an appointment. */
  void show(@Nullable Customer customer, Map<String, @Nullable Object> appointment) {
    Map<String, @Nullable Object> from = customer == null ? Map.of() : customer.fields();
    appointment.replace(object + "_id", customer == null ? null : customer.id());
    appointment.replace(person + "_initials", text(from.get("initials")));
    appointment.replace(person + "_title", text(from.get("title")));
    appointment.replace(person + "_firstname", text(from.get("first_name")));
    appointment.replace(person + "_surname", text(from.get("surname")));
    appointment.replace(object + "_dms_number", customer == null ? null : customer.dmsNr());
    appointment.replace(member(), customer == null ? null : from);
    if (this == CONTRACTOR) {
      appointment.replace("company", text(from.get("company")));
    }
  }

  /** Claire's samples have empty texts rather than null in these fields. */
  private static Object text(@Nullable Object value) {
    return value == null ? "" : value;
  }
}
