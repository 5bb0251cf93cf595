package dev.forecourt.verifier.diff;

import java.util.Set;

/**
 * One difference between two versions of a contract.
 *
 * @param rule what kind it is, and whom it touches
 * @param subject the operationId, schema or parameter that it is about; a justification names it
 * @param place JSON pointer in the bundled contract: of the newer version, or of the older if the
 *     newer has no such place
 * @param operations operationIds of the calls that it touches, in the order of the contract
 * @param text one sentence
 * @param advice what those have to do whom it touches; empty if nothing
 */
public record Change(
    Rule rule, String subject, String place, Set<String> operations, String text, String advice) {

  /** The worse of the levels for HTTP and for Java. */
  public Level level() {
    return rule.level();
  }
}
