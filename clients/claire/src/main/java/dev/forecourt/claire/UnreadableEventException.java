package dev.forecourt.claire;

/**
 * What came to a webhook is no message of Claire. The message repeats nothing of it, because it may
 * hold personal data.
 */
public final class UnreadableEventException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final int status;

  UnreadableEventException(int status, String found) {
    super(
        "claire webhook: "
            + found
            + ". Expected one JSON object, as specs/claire/components/schemas/WebhookEvent.yaml"
            + " describes it. Answer "
            + status
            + ", and look who sent it.");
    this.status = status;
  }

  /** HTTP status to answer: 400, or 413 for a body that is too large. */
  public int status() {
    return status;
  }
}
