package dev.forecourt.mock.store;

/** Says that a state needs more memory than there is left for it, and the option that gives it. */
public final class StateTooLarge extends StateProblem {

  private static final long serialVersionUID = 1L;

  private final String option;

  StateTooLarge(String message, String option) {
    super(message);
    this.option = option;
  }

  /** What to start Java with so that it fits, such as {@code -Xmx192m}. */
  public String option() {
    return option;
  }
}
