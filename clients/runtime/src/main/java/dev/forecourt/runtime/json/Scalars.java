package dev.forecourt.runtime.json;

import com.fasterxml.jackson.core.JsonToken;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import org.jspecify.annotations.Nullable;

/** Reads texts, numbers, booleans and times as {@link JsonIn} promises. */
final class Scalars {

  private final Cursor cursor;
  private final Outcome outcome;

  Scalars(Cursor cursor, Outcome outcome) {
    this.cursor = cursor;
    this.outcome = outcome;
  }

  /** Text; of a number or a boolean its spelling. */
  @Nullable String text() {
    if (cursor.isAt(JsonToken.VALUE_STRING)) {
      return cursor.string();
    }
    if (!cursor.isScalar()) {
      return outcome.nothing("text");
    }
    String spelling = cursor.string();
    outcome.drift("text");
    return spelling;
  }

  /** A whole number of 32 bits. */
  @Nullable Integer int32() {
    if (cursor.isAt(JsonToken.VALUE_NUMBER_INT) && isShorterThan(10)) {
      return Math.toIntExact(small());
    }
    Long whole = whole("integer of 32 bits");
    if (whole == null || whole.intValue() == whole) {
      return whole == null ? null : Integer.valueOf(whole.intValue());
    }
    return beyond("integer of 32 bits");
  }

  /** A whole number of 64 bits. */
  @Nullable Long int64() {
    if (cursor.isAt(JsonToken.VALUE_NUMBER_INT) && isShorterThan(19)) {
      return small();
    }
    return whole("integer");
  }

  private long small() {
    long number = cursor.int64();
    if (number == 0 && cursor.length() > 1) {
      // -0
      outcome.keepSpelling();
    }
    return number;
  }

  private boolean isShorterThan(int length) {
    return cursor.length() < length;
  }

  private @Nullable Long whole(String wanted) {
    if (!cursor.isNumberOrText()) {
      return outcome.nothing(wanted);
    }
    String spelling = cursor.string();
    Long whole = Numbers.whole(spelling);
    if (cursor.isAt(JsonToken.VALUE_STRING)) {
      outcome.drift(wanted);
    } else if (whole == null) {
      Json number = Json.numberAsRead(spelling);
      boolean fraction =
          number.number().filter(n -> n.stripTrailingZeros().scale() > 0).isPresent();
      outcome.driftAs(wanted, fraction ? "number with a fraction" : "number out of range", number);
    } else if (!whole.toString().equals(spelling)) {
      outcome.keepSpelling();
    }
    return whole;
  }

  private <T> @Nullable T beyond(String wanted) {
    outcome.driftAs(
        wanted,
        cursor.isAt(JsonToken.VALUE_STRING) ? "text" : "number out of range",
        cursor.scalar());
    return null;
  }

  /** A number with its scale, of at most 1,000 digits. */
  @Nullable BigDecimal decimal() {
    if (!cursor.isNumberOrText()) {
      return outcome.nothing("number");
    }
    String spelling = cursor.string();
    BigDecimal number = Numbers.decimal(spelling);
    if (cursor.isAt(JsonToken.VALUE_STRING)) {
      outcome.drift("number");
    } else if (number == null) {
      beyond("number");
    } else if (!Numbers.isPlain(spelling)) {
      outcome.keepSpelling();
    }
    return number;
  }

  /** A number of double precision. */
  @Nullable Double float64() {
    BigDecimal number = decimal();
    return number == null ? null : rounded(number.doubleValue(), number);
  }

  /** A number of single precision. */
  @Nullable Float float32() {
    BigDecimal number = decimal();
    return number == null ? null : rounded(number.floatValue(), number);
  }

  private <N extends Number> @Nullable N rounded(N value, BigDecimal exact) {
    if (Double.isInfinite(value.doubleValue())) {
      return cursor.isAt(JsonToken.VALUE_STRING) ? null : beyond("number");
    }
    if (outcome.isClean() && !value.toString().equals(exact.toString())) {
      outcome.keepSpelling();
    }
    return value;
  }

  /** Yes or no; also 1 and 0, and the same as text. */
  @Nullable Boolean bool() {
    JsonToken token = cursor.token();
    if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
      return token == JsonToken.VALUE_TRUE;
    }
    if (!cursor.isNumberOrText()) {
      return outcome.nothing("boolean");
    }
    Boolean certain = Tokens.bool(cursor.string());
    outcome.drift("boolean");
    return certain;
  }

  /** A day. */
  @Nullable LocalDate date() {
    if (!cursor.isAt(JsonToken.VALUE_STRING)) {
      return outcome.nothing("date");
    }
    String text = cursor.string();
    LocalDate exact = Rfc3339.exactDate(text);
    return exact != null ? exact : spelledTime(Times.date(text), "date");
  }

  /** A time with its offset. */
  @Nullable OffsetDateTime dateTime() {
    if (!cursor.isAt(JsonToken.VALUE_STRING)) {
      return outcome.nothing("time");
    }
    String text = cursor.string();
    if (text.equals(Times.ZERO)) {
      outcome.keepSpelling();
      return null;
    }
    OffsetDateTime exact = Rfc3339.exact(text);
    return exact != null ? exact : spelledTime(Times.withOffset(text), "time with an offset");
  }

  /** A time without a zone. */
  @Nullable LocalDateTime localDateTime() {
    if (!cursor.isAt(JsonToken.VALUE_STRING)) {
      return outcome.nothing("time");
    }
    String text = cursor.string();
    LocalDateTime exact = Rfc3339.exactLocal(text);
    return exact != null ? exact : spelledTime(Times.local(text), "time");
  }

  private <T> @Nullable T spelledTime(@Nullable T time, String wanted) {
    if (time == null) {
      // MySQL's "0000-00-00 00:00:00" is no time
      outcome.driftAs(wanted, "text of another form", cursor.scalar());
    } else if (!WireText.of(time).equals(cursor.string())) {
      outcome.keepSpelling();
    }
    return time;
  }
}
