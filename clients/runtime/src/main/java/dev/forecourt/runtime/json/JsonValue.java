package dev.forecourt.runtime.json;

/**
 * What has a JSON form of its own: models, {@link Json}, {@link LooseNumber} and the like.
 *
 * <p>Jackson 2 and Jackson 3 read and write it too, with any mapper and in any of the application's
 * own classes: same names, same members, unknown ones too.
 */
@AnyMapper
public interface JsonValue {

  /** Writes exactly one JSON value. */
  void write(JsonOut out);
}
