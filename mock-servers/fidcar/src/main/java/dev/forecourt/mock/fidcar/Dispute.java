package dev.forecourt.mock.fidcar;

/**
 * The settling of a bad review.
 *
 * @param fields what FIDCAR shows of it besides the review; its sample and its table spell one
 *     member differently, and a seeded dispute follows the table
 */
record Dispute(String id, String reviewId, DisputeJson fields) {

  boolean isClosed() {
    return "closed".equals(fields.status());
  }

  /** The customer is asked to confirm, so an earlier confirmation no longer counts. */
  Dispute closed(String at) {
    DisputeJson.Builder closed = fields.toBuilder().status("closed").closedAt(at).confirmedAt(null);
    return new Dispute(id, reviewId, closed.build());
  }
}
