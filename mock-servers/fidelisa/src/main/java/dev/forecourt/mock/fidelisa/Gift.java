package dev.forecourt.mock.fidelisa;

/**
 * Something that a shop gives for points.
 *
 * @param program whose card it is taken from
 * @param cost points it takes; no operation tells it
 */
record Gift(String shop, String uuid, String title, String program, long cost) {

  /** The same of another shop. */
  Gift of(String other) {
    return new Gift(other, uuid, title, program, cost);
  }
}
