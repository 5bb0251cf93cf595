package dev.forecourt.contract.importer;

import java.util.List;

/** A file that no contract can be made of; the message names every reason with its place. */
public final class ImportRefusal extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final List<String> reasons;

  ImportRefusal(String file, List<String> reasons) {
    super(file + " cannot be imported:\n  - " + String.join("\n  - ", reasons));
    this.reasons = List.copyOf(reasons);
  }

  /** Each reason: what is wrong, where, what was expected, what to do. */
  public List<String> reasons() {
    return reasons;
  }
}
