package dev.forecourt.mock;

/**
 * Ends a request with an error status and a reason; the engine puts both into the vendor's own
 * error shape.
 *
 * <p>Cheap to throw: it carries no stack trace, because it describes the request and not a fault in
 * this program.
 */
public final class Refusal extends RuntimeException {

  private static final long serialVersionUID = 1L;

  private final int status;

  /**
   * A refusal with an HTTP status and a message for the caller. The message must not repeat a
   * credential.
   */
  public Refusal(int status, String message) {
    super(message, null, false, false);
    this.status = status;
  }

  /** The HTTP status to answer with. */
  public int status() {
    return status;
  }

  /** What the caller is told. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
