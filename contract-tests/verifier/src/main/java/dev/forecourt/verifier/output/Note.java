package dev.forecourt.verifier.output;

/**
 * One thing that was found.
 *
 * @param rule kind of finding, such as {@code request.query.unknown}
 * @param level how bad it is
 * @param message what is wrong
 * @param checked where, in the file that was checked
 * @param contract what it was checked against
 */
public record Note(String rule, Level level, String message, Place checked, Place contract) {

  /** A note without a place. */
  public static Note of(String rule, Level level, String message) {
    return new Note(rule, level, message, Place.NONE, Place.NONE);
  }
}
