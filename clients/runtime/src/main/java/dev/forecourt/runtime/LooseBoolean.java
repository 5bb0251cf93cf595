package dev.forecourt.runtime;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
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
@JsonDeserialize(using = LooseBooleanDeserializer.class)
public final class LooseBoolean {
  private final JsonNode raw;

  private LooseBoolean(JsonNode raw) {
    this.raw = raw;
  }

  /** A JSON boolean. */
  public static LooseBoolean of(boolean value) {
    return new LooseBoolean(BooleanNode.valueOf(value));
  }

  /** A JSON string. */
  public static LooseBoolean of(String text) {
    return new LooseBoolean(TextNode.valueOf(text));
  }

  /** {@code null}. */
  public static LooseBoolean ofNull() {
    return new LooseBoolean(NullNode.getInstance());
  }

  static LooseBoolean ofRaw(JsonNode raw) {
    return new LooseBoolean(raw);
  }

  /**
   * Yes for {@code true}, {@code t}, {@code yes}, {@code y}, {@code 1}, no for {@code false},
   * {@code f}, {@code no}, {@code n}, {@code 0}, in any case of letters; empty for all else.
   */
  public Optional<Boolean> value() {
    return switch (raw.asText().strip().toLowerCase(Locale.ROOT)) {
      case "true", "t", "yes", "y", "1" -> Optional.of(true);
      case "false", "f", "no", "n", "0" -> Optional.of(false);
      default -> Optional.empty();
    };
  }

  /** The JSON that was read and will be written. */
  @JsonValue
  public JsonNode raw() {
    return raw;
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
