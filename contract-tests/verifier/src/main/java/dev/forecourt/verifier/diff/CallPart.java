package dev.forecourt.verifier.diff;

import java.util.Locale;

/** Where a schema stands in a call, which decides who writes the value and who reads it. */
enum CallPart {
  REQUEST_BODY(true),
  REQUEST_PARAMETER(true),
  RESPONSE_BODY(false),
  RESPONSE_HEADER(false),
  /** What the vendor calls us with. */
  CALLBACK_BODY(false),
  CALLBACK_PARAMETER(false),
  /** What we answer when the vendor calls us. */
  CALLBACK_ANSWER(true);

  private final boolean sent;

  CallPart(boolean sent) {
    this.sent = sent;
  }

  /** Whether we send it; else we read it. */
  boolean isSent() {
    return sent;
  }

  /** The beginning of its rules' ids: {@code request-body}. */
  String id() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }

  /** The Java client hands out headers as the text they are, and has no server for callbacks. */
  boolean isTypedInJava() {
    return this != RESPONSE_HEADER && this != CALLBACK_PARAMETER && this != CALLBACK_ANSWER;
  }
}
