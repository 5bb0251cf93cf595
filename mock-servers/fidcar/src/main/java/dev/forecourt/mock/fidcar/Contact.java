package dev.forecourt.mock.fidcar;

import java.time.LocalDateTime;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A customer whom FIDCAR asks for a review.
 *
 * @param fields what else FIDCAR shows of it, also inside its review
 */
record Contact(
    String id,
    long localId,
    User user,
    LocalDateTime datetime,
    @Nullable String reviewId,
    List<Communication> communication,
    String status,
    ContactSummaryJson fields) {

  /** The status of a customer who does not want to be reached again. */
  static final String DISABLED = "disabled";

  /** Whether a message reaches the customer, or will. */
  boolean isReached() {
    return communication.stream().anyMatch(Communication::reaches);
  }

  /** Whether the customer has asked for no other message. */
  boolean isUnwilling() {
    return status.equals(DISABLED)
        || communication.stream().anyMatch(each -> each.status().equals(Communication.UNSUBSCRIBE));
  }

  /** When the first planned message is due; null when none is planned. */
  @Nullable LocalDateTime firstPlanned() {
    return communication.stream()
        .filter(Communication::isPlanned)
        .map(Communication::datetime)
        .min(LocalDateTime::compareTo)
        .orElse(null);
  }

  Contact with(List<Communication> messages, String status) {
    return new Contact(id, localId, user, datetime, reviewId, messages, status, fields);
  }
}
