package dev.forecourt.runtime;

/**
 * A value of a list that may grow: values the contract does not name are kept.
 *
 * @param <V> type of the value on the wire
 */
public interface OpenEnum<V> {
  /** The value on the wire. */
  V value();
}
