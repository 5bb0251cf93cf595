package dev.forecourt.spring;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.diagnostics.FailureAnalysis;
import org.springframework.boot.diagnostics.FailureAnalysisReporter;

/** Keeps what Spring Boot would print about a failed start. Named in META-INF/spring.factories. */
final class KeptAnalysis implements FailureAnalysisReporter {
  private static @Nullable FailureAnalysis last;

  @Override
  public void report(FailureAnalysis analysis) {
    last = analysis;
  }

  /** The last one, as it is printed. */
  static String printed() {
    FailureAnalysis analysis = last;
    return analysis == null
        ? "nothing"
        : analysis.getDescription() + "\n\nAction: " + analysis.getAction();
  }
}
