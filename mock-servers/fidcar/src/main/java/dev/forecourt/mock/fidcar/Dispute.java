package dev.forecourt.mock.fidcar;

import org.jspecify.annotations.Nullable;

/**
 * The settling of a bad review; times are ISO 8601 text.
 *
 * @param methode whether the way of contact is spelled {@code wishContactMethode}, as in FIDCAR's
 *     table
 */
record Dispute(
    String id,
    String reviewId,
    boolean wishContact,
    @Nullable String wishContactTime,
    @Nullable String wishContactMethod,
    boolean methode,
    @Nullable User user,
    boolean urgent,
    String status,
    String createdAt,
    @Nullable String assignedAt,
    @Nullable String closedAt,
    @Nullable String confirmedAt) {

  boolean isClosed() {
    return status.equals("closed");
  }

  /** The customer is asked to confirm, so an earlier confirmation no longer counts. */
  Dispute closed(String at) {
    return new Dispute(
        id,
        reviewId,
        wishContact,
        wishContactTime,
        wishContactMethod,
        methode,
        user,
        urgent,
        "closed",
        createdAt,
        assignedAt,
        at,
        null);
  }
}
