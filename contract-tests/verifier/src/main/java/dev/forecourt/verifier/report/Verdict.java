package dev.forecourt.verifier.report;

import org.jspecify.annotations.Nullable;

/**
 * What a run found of one interaction.
 *
 * @param interaction its description, which begins with the operation
 * @param result passed, failed or skipped
 * @param message why, unless it passed
 */
public record Verdict(String interaction, Result result, @Nullable String message) {
  /** How it ended. */
  public enum Result {
    PASSED,
    FAILED,
    SKIPPED
  }

  /** The operation that its description begins with. */
  String operation() {
    return Descriptions.operation(interaction);
  }
}
