package dev.forecourt.verifier.check;

/**
 * One thing that a pact says and the contract does not allow.
 *
 * @param rule kind of finding, such as {@code request.query.unknown}
 * @param interaction description of the interaction
 * @param inPact JSON path in the pact file
 * @param inContract JSON pointer in the contract, behind a {@code #}
 * @param message what is wrong
 */
public record Finding(
    String rule, String interaction, String inPact, String inContract, String message) {

  @Override
  public String toString() {
    return "%s: %s (%s)%n    pact:     %s%n    contract: %s"
        .formatted(interaction, message, rule, inPact, inContract);
  }
}
