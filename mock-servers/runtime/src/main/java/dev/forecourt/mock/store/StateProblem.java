package dev.forecourt.mock.store;

/** Says why a document is not the state of a vendor: table, row, field, and what was expected. */
public sealed class StateProblem extends RuntimeException permits StateTooLarge {

  private static final long serialVersionUID = 1L;

  /** A message for the person who wrote the document. */
  public StateProblem(String message) {
    super(message, null, false, false);
  }
}
