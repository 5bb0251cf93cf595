package dev.forecourt.runtime.json;

import java.math.BigDecimal;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A number that vendors write as a JSON number, as text, or as {@code false}, {@code ""} or {@code
 * null} for "none".
 *
 * <p>{@link #value()} is the number; {@link #raw()} is what was read, and it is written back
 * unchanged. Immutable.
 */
public final class LooseNumber implements JsonValue {
  static {
    Models.add(LooseNumber.class, LooseNumber::read);
  }

  private final Json raw;

  private LooseNumber(Json raw) {
    this.raw = raw;
  }

  /** A JSON number. */
  public static LooseNumber of(long number) {
    return new LooseNumber(Json.of(number));
  }

  /** A JSON number with its scale kept: {@code 9.40} stays {@code 9.40}. */
  public static LooseNumber of(BigDecimal number) {
    return new LooseNumber(Json.of(number));
  }

  /** A JSON string. */
  public static LooseNumber of(String text) {
    return new LooseNumber(Json.of(text));
  }

  /** {@code false}: how FIDCAR writes that there is no grade. */
  public static LooseNumber ofFalse() {
    return new LooseNumber(Json.FALSE);
  }

  /** {@code null}. */
  public static LooseNumber ofNull() {
    return new LooseNumber(Json.NULL);
  }

  /** For generated code. */
  public static LooseNumber read(JsonIn in) {
    Json raw = in.json("number", Json.Kind.NUMBER, Json.Kind.TEXT, Json.Kind.BOOLEAN);
    return new LooseNumber(raw);
  }

  /**
   * The number; empty for {@code false}, {@code null}, blank text and text that is no number. Empty
   * too, so that no answer can stop a program, for more than 1,000 characters and for an exponent
   * beyond 1,000; {@link #raw()} holds those as well.
   */
  public Optional<BigDecimal> value() {
    return raw.text().isPresent() ? raw.text().map(Numbers::decimal) : raw.number();
  }

  /** The JSON that was read and will be written. */
  public Json raw() {
    return raw;
  }

  @Override
  public void write(JsonOut out) {
    raw.write(out);
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof LooseNumber that && raw.equals(that.raw);
  }

  @Override
  public int hashCode() {
    return raw.hashCode();
  }

  /** The raw JSON. */
  @Override
  public String toString() {
    return raw.toString();
  }
}
