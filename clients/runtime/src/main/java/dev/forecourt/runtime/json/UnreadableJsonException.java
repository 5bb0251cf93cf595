package dev.forecourt.runtime.json;

/**
 * This is no JSON, or not of the type that it is read as. The message says why and where, and
 * quotes no value, which may be secret or personal.
 */
public final class UnreadableJsonException extends IllegalArgumentException {
  private static final long serialVersionUID = 1L;

  private final String path;
  private final String place;

  /** Why, where in the value, and where in the text; empty texts for nowhere. */
  public UnreadableJsonException(String reason, String path, String place) {
    super(reason);
    this.path = path;
    this.place = place;
  }

  /** Where in the value, such as {@code $.data[0]}; {@code $} for all of it. */
  public String path() {
    return path;
  }

  /** Where in the text, such as {@code line 1, column 17}; empty if the text is well-formed. */
  public String place() {
    return place;
  }
}
