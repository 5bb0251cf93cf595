package dev.forecourt.mock.fidcar;

import java.time.LocalDateTime;

/** An e-mail or text message to a contact. */
record Communication(String type, String status, LocalDateTime datetime) {

  static final String PLANNED = "wait";
  static final String CANCELED = "canceled";
  static final String SENT = "sent";
  static final String UNSUBSCRIBE = "unsubscribe";

  boolean isPlanned() {
    return status.equals(PLANNED);
  }

  /** Whether it reaches the customer, or will. */
  boolean reaches() {
    return !status.equals(CANCELED);
  }

  Communication as(String other) {
    return new Communication(type, other, datetime);
  }
}
