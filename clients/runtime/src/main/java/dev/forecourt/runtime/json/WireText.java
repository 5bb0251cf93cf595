package dev.forecourt.runtime.json;

import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.format.DateTimeFormatter;

/** Text of a value in a path or a query. */
public final class WireText {
  /** {@code 2017-10-10 18:00:30}: how vendors write a time without a zone. */
  static final DateTimeFormatter LOCAL_DATE_TIME =
      DateTimeFormatter.ofPattern("uuuu-MM-dd HH:mm:ss");

  private WireText() {}

  public static String of(Object value) {
    if (value instanceof Json json) {
      return of(json);
    }
    if (value instanceof OpenEnum<?> open) {
      return of(open.value());
    }
    if (value instanceof LocalDateTime time) {
      return LOCAL_DATE_TIME.format(time);
    }
    if (value instanceof OffsetDateTime time) {
      // toString() leaves out zero seconds, which RFC 3339 does not allow
      return DateTimeFormatter.ISO_OFFSET_DATE_TIME.format(time);
    }
    if (value instanceof BigDecimal number) {
      return number.toPlainString();
    }
    return value.toString();
  }

  /** Text of JSON: a number in full digits, a list or an object as JSON; empty for null. */
  public static String of(Json json) {
    if (json.isObject() || json.isArray()) {
      return json.toString();
    }
    return json.number().map(BigDecimal::toPlainString).or(json::scalar).orElse("");
  }
}
