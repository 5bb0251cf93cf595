package dev.forecourt.contract.importer.source;

import java.util.List;

/** No description of an API: the reasons say what was found and what was expected. */
public final class UnreadableSource extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final List<String> reasons;

  UnreadableSource(List<String> reasons) {
    super(String.join("\n", reasons));
    this.reasons = List.copyOf(reasons);
  }

  /** Each reason. */
  public List<String> reasons() {
    return reasons;
  }
}
