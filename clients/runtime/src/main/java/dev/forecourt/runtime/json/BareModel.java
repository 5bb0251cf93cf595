package dev.forecourt.runtime.json;

/**
 * A model that vendors also write as one of its members alone, without an object around it: {@code
 * "rear"} for {@code {"key": "rear", "text": "Heckantrieb"}}.
 */
public interface BareModel extends Model {

  /**
   * True if this came, or is to be sent, as the bare member. With another member set beside it, it
   * is written as an object all the same.
   */
  boolean isBare();

  /** The same, to be written as the bare member. */
  BareModel asBare();
}
