package dev.forecourt.runtime.json;

import com.fasterxml.jackson.core.JsonToken;
import org.jspecify.annotations.Nullable;

/** How the value that was read last came out, and what of it the typed value does not hold. */
final class Outcome {

  private enum Kind {
    /** None was read yet in this object. */
    NONE,
    /** Written again, the typed value gives the JSON that it was read from. */
    CLEAN,
    /** It was null. */
    NULL,
    /** Only {@link #raw} gives back what was read. */
    RAW
  }

  private final Cursor cursor;
  private final DriftLog drifts;
  private Kind kind = Kind.CLEAN;
  private Json raw = Json.NULL;
  private String expected = "";

  Outcome(Cursor cursor, DriftLog drifts) {
    this.cursor = cursor;
    this.drifts = drifts;
  }

  /** What the last value should have been. */
  String expected() {
    return expected;
  }

  /** The JSON of the last value, where the typed one does not hold it. */
  Json raw() {
    return raw;
  }

  boolean isNone() {
    return kind == Kind.NONE;
  }

  boolean isClean() {
    return kind == Kind.CLEAN;
  }

  boolean isRaw() {
    return kind == Kind.RAW;
  }

  void none() {
    kind = Kind.NONE;
  }

  void clean() {
    kind = Kind.CLEAN;
  }

  /** The typed value needs this JSON beside it. */
  void keep(Json json) {
    raw = json;
    kind = Kind.RAW;
  }

  /** Of the right type, and spelled in another way than we would. */
  void keepSpelling() {
    keep(cursor.scalar());
  }

  /** The same for the elements of a list or a map; null if all are clean. */
  void keepAll(@Nullable Json all) {
    kind = all == null ? Kind.CLEAN : Kind.RAW;
    raw = all == null ? Json.NULL : all;
  }

  /** Null, or a value of another type, of which nothing is certain. */
  <T> @Nullable T nothing(String wanted) {
    expected = wanted;
    if (cursor.isAt(JsonToken.VALUE_NULL)) {
      kind = Kind.NULL;
    } else {
      Json value = cursor.json();
      driftAs(wanted, value.kind().word(), value);
    }
    return null;
  }

  /** Notes a scalar of another type. */
  void drift(String wanted) {
    Json value = cursor.scalar();
    driftAs(wanted, value.kind().word(), value);
  }

  /** Notes a value that was found as something else. */
  void driftAs(String wanted, String found, Json value) {
    expected = wanted;
    keep(value);
    drifts.add(cursor.place(), wanted, found);
  }

  /** The JSON of an element that came out as this value. */
  Json asRead(@Nullable Object value) {
    return switch (kind) {
      case CLEAN, NONE -> Json.from(value);
      case RAW -> raw;
      case NULL -> {
        // no element: a caller of the list need not ask for null
        drifts.add(cursor.place(), expected, "null");
        yield Json.NULL;
      }
    };
  }

  /** Notes in {@code members} what the typed value just read does not hold. */
  void settle(String member, Members.Builder members) {
    switch (kind) {
      case RAW -> members.unknown(member, raw);
      case NULL -> members.given(member, null);
      case CLEAN, NONE -> members.given(member, member);
    }
  }
}
