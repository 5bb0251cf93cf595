package dev.forecourt.mock.claire;

import java.util.Locale;

/** A car of the dealer, with all that Claire shows of it. */
record Car(long id, String vin, CarJson fields) {

  /** VINs are known whatever their case. */
  static String key(String vin) {
    return vin.toUpperCase(Locale.ROOT);
  }

  String key() {
    return key(vin);
  }
}
