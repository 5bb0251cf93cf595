package dev.forecourt.mock.claire;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A customer of one location. Not changed once stored. */
record Customer(long id, Key key, Map<String, @Nullable Object> fields) {

  String dmsNr() {
    return key.dmsNr;
  }

  /** What the vendor knows customers and appointments by. */
  record Key(long locationId, String dmsNr, Instant dmsCreatedAt) {}
}
