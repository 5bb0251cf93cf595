package dev.forecourt.trials.specmatic;

/** A generated test that failed, with what was sent and what came back. */
record Finding(String vendor, String provider, GeneratedTest test, Exchange exchange) {
  private static final int SHOWN = 400;

  /** What a reviewed pattern is compared with, beside operation and statuses. */
  String details() {
    return test.description() + " | " + test.failure();
  }

  @Override
  public String toString() {
    return """
        %s %s: %s expected %s, was %d
            test:   %s
            sent:   %s
            answer: %s
            reason: %s"""
        .formatted(
            vendor,
            provider,
            test.operation(),
            test.expected(),
            exchange.status(),
            shown(test.description()),
            shown(exchange.sent()),
            shown(exchange.answer()),
            shown(String.valueOf(test.failure())));
  }

  private static String shown(String text) {
    String line = text.replaceAll("\\s+", " ").strip();
    return line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
  }
}
