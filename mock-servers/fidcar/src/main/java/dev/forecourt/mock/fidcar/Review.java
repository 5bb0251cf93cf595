package dev.forecourt.mock.fidcar;

import java.time.LocalDateTime;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A customer's opinion; the customer is that of the contact. */
record Review(
    String id,
    String contactId,
    long localId,
    LocalDateTime datetime,
    int grade,
    String comment,
    Map<String, Integer> survey,
    @Nullable AnswerJson answer) {

  Review answered(AnswerJson answer) {
    return new Review(id, contactId, localId, datetime, grade, comment, survey, answer);
  }
}
