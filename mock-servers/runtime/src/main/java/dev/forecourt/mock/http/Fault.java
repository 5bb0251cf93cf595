package dev.forecourt.mock.http;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;

/**
 * A way in which an answer goes wrong on its way. Those whose names end with {@code AFTER} do so
 * once the operation has done its work; so do those that spoil an answer, which there must be
 * first.
 */
public enum Fault {
  /** The connection is reset (RST) in place of the operation. */
  RESET,
  /** The same after the operation. */
  RESET_AFTER,
  /** The connection is closed without a byte in place of the operation. */
  EMPTY,
  /** The same after the operation. */
  EMPTY_AFTER,
  /** Something that is not HTTP is sent in place of the operation, then the connection closed. */
  MALFORMED,
  /** The same after the operation. */
  MALFORMED_AFTER,
  /** The connection is closed in the middle of the body, whose length had been announced. */
  TRUNCATED,
  /** Status and headers of the answer without its body. */
  NO_BODY,
  /** The body is cut in the middle and its length announced as that: broken JSON in good HTTP. */
  GARBLED;

  /** All names, as in {@code Prefer: fault=reset-after}. */
  static final List<String> NAMES = Arrays.stream(values()).map(Fault::text).toList();

  /** The fault of this name. Throws {@link Refusal} naming all that there are. */
  public static Fault named(String text) {
    int at = NAMES.indexOf(text);
    if (at < 0) {
      throw new Refusal(
          400, "'fault' must be one of %s but was '%s'".formatted(String.join(", ", NAMES), text));
    }
    return values()[at];
  }

  /** {@code reset-after}. */
  public String text() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** Whether nothing is done and remembered of the request. */
  public boolean replacesOperation() {
    return this == RESET || this == EMPTY || this == MALFORMED;
  }

  /** The answer with this fault. */
  public MockResponse in(MockResponse answer) {
    return switch (this) {
      case NO_BODY -> answer.withBody(new byte[0]);
      case GARBLED -> answer.withBody(Arrays.copyOf(answer.body(), answer.body().length / 2));
      default -> answer.with(this);
    };
  }
}
