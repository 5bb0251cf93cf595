package dev.forecourt.mock.claire;

import java.time.Instant;

/** A customer of one location, with all that Claire shows of it. */
record Customer(long id, Key key, CustomerJson fields) {

  String dmsNr() {
    return key.dmsNr;
  }

  /** What the vendor knows customers and appointments by. */
  record Key(long locationId, String dmsNr, Instant dmsCreatedAt) {}
}
