package dev.forecourt.contract.rules;

/**
 * One place where a contract breaks a rule.
 *
 * @param file path below {@code specs/}
 * @param place what in the file is wrong, as a path of keys
 * @param problem what was found
 * @param right an example of the right form
 */
public record Violation(String file, String place, String problem, String right) {
  @Override
  public String toString() {
    return file + " at " + place + ": " + problem + "\n    right: " + right;
  }
}
