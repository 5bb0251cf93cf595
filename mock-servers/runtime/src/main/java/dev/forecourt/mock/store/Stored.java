package dev.forecourt.mock.store;

import org.jspecify.annotations.Nullable;

/** A row in its table, with its serialised form once that has been asked for. */
final class Stored<T> {

  private final long place;
  private T row;
  private byte @Nullable [] json;
  private int weight;

  Stored(long place, T row) {
    this.place = place;
    this.row = row;
  }

  /** Rises with the order of the table; a changed row keeps it. */
  long place() {
    return place;
  }

  T row() {
    return row;
  }

  /** Puts a changed row in its place. */
  void row(T changed) {
    row = changed;
    json = null;
  }

  /** Bytes that it takes of the budget of its table, without its serialised form. */
  int weight() {
    return weight;
  }

  void weight(long bytes) {
    weight = (int) Math.min(Integer.MAX_VALUE, bytes);
  }

  /** Bytes that its serialised form takes. */
  int jsonWeight() {
    return json == null ? 0 : json.length;
  }

  byte @Nullable [] json() {
    return json;
  }

  void json(byte @Nullable [] written) {
    json = written;
  }
}
