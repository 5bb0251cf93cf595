package dev.forecourt.mock.claire;

import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A car of the dealer, under all of Claire's names for its fields. Not changed once stored. */
record Car(long id, String vin, Map<String, @Nullable Object> fields) {

  /** VINs are known whatever their case. */
  static String key(String vin) {
    return vin.toUpperCase(Locale.ROOT);
  }

  String key() {
    return key(vin);
  }
}
