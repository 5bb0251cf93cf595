package dev.forecourt.verifier.output;

import java.util.List;

/**
 * One thing that was checked: an interaction of a pact, an operation, a rule.
 *
 * @param group what it belongs to, such as the file; cases of one group stand together
 * @param name what it is
 * @param pending whether it is shown only: its errors fail nothing
 * @param notes what was found; none if all is well
 */
public record Case(String group, String name, boolean pending, List<Note> notes) {

  /** A case that counts. */
  public static Case of(String group, String name, List<Note> notes) {
    return new Case(group, name, false, notes);
  }

  /** How the case ended. */
  public Verdict verdict() {
    boolean errors = notes.stream().anyMatch(note -> note.level() == Level.ERROR);
    return !errors ? Verdict.RIGHT : pending ? Verdict.PENDING : Verdict.WRONG;
  }

  /** How a case can end. */
  public enum Verdict {
    /** Without an error. */
    RIGHT,
    /** With an error. */
    WRONG,
    /** With an error that fails nothing yet. */
    PENDING
  }
}
