package dev.forecourt.mock.claire;

import org.jspecify.annotations.Nullable;

/** The three parts that a customer can play, and Claire's changing names for them. */
enum CustomerKind {
  DRIVER("driver", "driver", "driver"),
  OWNER("owner", "owner", "owner"),
  // contract_id, but contractor_surname
  CONTRACTOR("contractor", "contract", "contractor");

  private static final CustomerJson NOBODY = CustomerJson.builder().build();

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

  /** Shows the customer, or nobody, in an appointment. */
  void show(@Nullable Customer customer, AppointmentJson.Builder appointment) {
    CustomerJson from = customer == null ? NOBODY : customer.fields();
    appointment
        .set(object + "_id", customer == null ? null : customer.id())
        .set(person + "_initials", text(from.initials()))
        .set(person + "_title", text(from.title()))
        .set(person + "_firstname", text(from.firstName()))
        .set(person + "_surname", text(from.surname()))
        .set(object + "_dms_number", customer == null ? null : customer.dmsNr())
        .set(member(), customer == null ? null : from);
    if (this == CONTRACTOR) {
      appointment.company(text(from.company()));
    }
  }

  /** Claire's samples have empty texts rather than null in these fields. */
  private static String text(@Nullable String value) {
    return value == null ? "" : value;
  }
}
