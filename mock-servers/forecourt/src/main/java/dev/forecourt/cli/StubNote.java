package dev.forecourt.cli;

/**
 * What the generator of stubs says of one place.
 *
 * @param place an operationId, a pointer or the like
 * @param what the sentence
 */
record StubNote(String place, String what) {

  static StubNote of(String note) {
    int end = note.indexOf(": ");
    return end < 0
        ? new StubNote("stub", note)
        : new StubNote(note.substring(0, end), note.substring(end + 2));
  }

  /** Whether the stub has no item that the operation would find, called as the contract shows. */
  boolean isOfNoItem() {
    return what.startsWith("the stub has no item ");
  }
}
