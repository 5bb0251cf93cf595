package dev.forecourt.runtime.json;

/**
 * A value of a list that may grow: values the contract does not name are kept.
 *
 * @param <V> type of the value on the wire
 */
public interface OpenEnum<V> extends JsonValue {
  /** The value on the wire. */
  V value();

  /** Whether the contract lists the value. */
  boolean isListed();

  @Override
  default void write(JsonOut out) {
    out.value(value());
  }
}
