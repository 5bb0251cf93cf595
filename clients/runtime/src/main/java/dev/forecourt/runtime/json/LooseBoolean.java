package dev.forecourt.runtime.json;

import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Yes or no that vendors write as a JSON boolean, as text such as {@code "NO"} or {@code "t"}, or
 * as a number.
 *
 * <p>{@link #value()} is the answer; {@link #raw()} is what was read, and it is written back
 * unchanged. Immutable.
 */
public final class LooseBoolean implements JsonValue {
  static {
    Models.add(LooseBoolean.class, LooseBoolean::read);
  }

  private static final int LONGEST_WORD = 16;

  private final Json raw;

  private LooseBoolean(Json raw) {
    this.raw = raw;
  }

  /** A JSON boolean. */
  public static LooseBoolean of(boolean value) {
    return new LooseBoolean(Json.of(value));
  }

  /** A JSON string. */
  public static LooseBoolean of(String text) {
    return new LooseBoolean(Json.of(text));
  }

  /** {@code null}. */
  public static LooseBoolean ofNull() {
    return new LooseBoolean(Json.NULL);
  }

  /** For generated code. */
  public static LooseBoolean read(JsonIn in) {
    Json raw = in.json("boolean", Json.Kind.BOOLEAN, Json.Kind.TEXT, Json.Kind.NUMBER);
    return new LooseBoolean(raw);
  }

  /**
   * Yes for {@code true}, {@code t}, {@code yes}, {@code y}, {@code 1}, no for {@code false},
   * {@code f}, {@code no}, {@code n}, {@code 0}, in any case of letters; empty for all else.
   */
  public Optional<Boolean> value() {
    return raw.scalar().filter(text -> text.length() <= LONGEST_WORD).flatMap(LooseBoolean::yes);
  }

  private static Optional<Boolean> yes(String text) {
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "true", "t", "yes", "y", "1" -> Optional.of(true);
      case "false", "f", "no", "n", "0" -> Optional.of(false);
      default -> Optional.empty();
    };
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
    return other instanceof LooseBoolean that && raw.equals(that.raw);
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
