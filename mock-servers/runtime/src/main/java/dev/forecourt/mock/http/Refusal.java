package dev.forecourt.mock.http;

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
  private final String words;
  private String[] headers = {};

  /**
   * A refusal with an HTTP status and a message for the caller. The message must not repeat a
   * credential.
   */
  public Refusal(int status, String message) {
    this(status, message, message);
  }

  /**
   * The same, where the vendor's own words say less than there is to know: the caller is told the
   * words, the journal the reason.
   */
  public Refusal(int status, String words, String reason) {
    super(reason, null, false, false);
    this.status = status;
    this.words = words;
  }

  /** The same with headers beside it: name, value, name, value and so on. */
  public Refusal with(String... namesAndValues) {
    headers = namesAndValues.clone();
    return this;
  }

  /** The answer in the vendor's shape, with its headers. */
  public MockResponse in(MockResponse shape) {
    return headers.length == 0 ? shape : shape.with(headers);
  }

  /** The HTTP status to answer with. */
  public int status() {
    return status;
  }

  /** What the caller is told. */
  public String words() {
    return words;
  }

  /** What the journal is told; the words, unless there is more to say. */
  public String reason() {
    return String.valueOf(getMessage());
  }
}
