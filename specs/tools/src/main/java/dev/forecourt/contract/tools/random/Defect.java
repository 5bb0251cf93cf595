package dev.forecourt.contract.tools.random;

/**
 * The one thing that is wrong with a request.
 *
 * @param rule what it breaks
 * @param place where, such as {@code query limit} or {@code body.customer.phone}
 * @param found what stands there instead, cut; empty for nothing
 */
public record Defect(Rule rule, String place, String found) {

  private static final int SHOWN = 40;

  /** Keeps the start of what was found, on one line. */
  public Defect {
    String line = found.replaceAll("[\\p{Cntrl}]", "?");
    found = line.length() <= SHOWN ? line : line.substring(0, SHOWN) + "…";
  }

  /** What a request can break. */
  public enum Rule {
    /** No operation has this path. */
    UNKNOWN_PATH,
    /** The path has no operation with this verb. */
    WRONG_VERB,
    /** Something required is not there. */
    MISSING,
    /** A parameter or field without a list was sent twice. */
    REPEATED,
    /** A parameter, form field or member that is not documented, where nothing else is allowed. */
    UNKNOWN,
    /** Another type. */
    WRONG_TYPE,
    /** Null, where it is not allowed. */
    NULL,
    /** A number that is too small. */
    BELOW_MINIMUM,
    /** A number that is too large. */
    ABOVE_MAXIMUM,
    /** A whole number that does not fit into its 32 or 64 bits. */
    TOO_WIDE,
    /** A text that is too short. */
    TOO_SHORT,
    /** A text that is too long. */
    TOO_LONG,
    /** Too few items or members. */
    TOO_FEW,
    /** Too many items. */
    TOO_MANY,
    /** None of the listed values. */
    NOT_IN_ENUM,
    /** A text that does not match the pattern. */
    BAD_PATTERN,
    /** A text that is not of the format, such as the 30th of February. */
    BAD_FORMAT,
    /** None of the alternatives fits. */
    NO_ALTERNATIVE,
    /** More than one of the alternatives fits, where one must. */
    TWO_ALTERNATIVES,
    /** A body or a name that cannot be read. */
    MALFORMED,
    /** A member of a JSON object that comes twice. */
    DUPLICATE_MEMBER,
    /** A body of another media type. */
    WRONG_MEDIA_TYPE,
    /** A body without a media type. */
    NO_MEDIA_TYPE,
    /** A body where none is documented. */
    UNDOCUMENTED_BODY
  }

  @Override
  public String toString() {
    return rule + " " + place + " '" + found + "'";
  }
}
