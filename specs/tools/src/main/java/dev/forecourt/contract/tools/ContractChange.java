package dev.forecourt.contract.tools;

/**
 * One difference between two versions of a contract.
 *
 * @param operation operationId, or the schema if a member of it changed
 * @param breaking whether a client of the older version may fail
 * @param text what changed
 */
record ContractChange(String operation, boolean breaking, String text) {
  @Override
  public String toString() {
    return (breaking ? "BREAKING  " : "          ") + operation + ": " + text;
  }
}
