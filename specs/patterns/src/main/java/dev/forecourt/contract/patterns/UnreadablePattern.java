package dev.forecourt.contract.patterns;

/** A pattern that does not mean the same to ECMAScript and to Java, or nothing at all. */
public final class UnreadablePattern extends IllegalArgumentException {

  private static final long serialVersionUID = 1L;

  private final String reason;

  UnreadablePattern(String pattern, String reason) {
    super("Pattern '%s' cannot be read: %s.".formatted(pattern, reason));
    this.reason = reason;
  }

  /** What cannot be read, without the pattern itself. */
  public String reason() {
    return reason;
  }
}
