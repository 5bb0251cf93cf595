package dev.forecourt.trials.specmatic;

import org.jspecify.annotations.Nullable;

/**
 * A test that Specmatic made up.
 *
 * @param operation verb and path of the contract, such as {@code GET /api/review/{review_id}}
 * @param expected status that it expects: {@code 200}, or {@code 4xx} for a wrong request
 * @param description what is sent, in Specmatic's words; often empty
 * @param failure what it says against the answer; null if it passed
 */
record GeneratedTest(
    String operation, String expected, String description, @Nullable String failure) {

  /** Whether a request that breaks the contract is sent. */
  boolean negative() {
    return expected.equals("4xx");
  }
}
