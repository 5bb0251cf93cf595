package dev.forecourt.runtime;

import com.fasterxml.jackson.annotation.JsonValue;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.annotation.JsonDeserialize;
import com.fasterxml.jackson.databind.node.BigIntegerNode;
import com.fasterxml.jackson.databind.node.BooleanNode;
import com.fasterxml.jackson.databind.node.DecimalNode;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.LongNode;
import com.fasterxml.jackson.databind.node.NullNode;
import com.fasterxml.jackson.databind.node.TextNode;
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
@JsonDeserialize(using = LooseNumberDeserializer.class)
public final class LooseNumber {
  private final JsonNode raw;

  private LooseNumber(JsonNode raw) {
    this.raw = raw;
  }

  /** A JSON number. */
  public static LooseNumber of(long number) {
    // the node type that the parser would choose, so that equals() does not depend on where a
    // number comes from
    boolean fits = number == (int) number;
    return new LooseNumber(fits ? IntNode.valueOf((int) number) : LongNode.valueOf(number));
  }

  /** A JSON number with its scale kept: {@code 9.40} stays {@code 9.40}. */
  public static LooseNumber of(BigDecimal number) {
    return new LooseNumber(DecimalNode.valueOf(number));
  }

  /** A JSON string. */
  public static LooseNumber of(String text) {
    return new LooseNumber(TextNode.valueOf(text));
  }

  /** {@code false}: how FIDCAR writes that there is no grade. */
  public static LooseNumber ofFalse() {
    return new LooseNumber(BooleanNode.FALSE);
  }

  /** {@code null}. */
  public static LooseNumber ofNull() {
    return new LooseNumber(NullNode.getInstance());
  }

  static LooseNumber ofRaw(JsonNode raw) {
    return raw instanceof BigIntegerNode big
        ? new LooseNumber(big)
        : raw.isIntegralNumber() ? of(raw.longValue()) : new LooseNumber(raw);
  }

  /** The number; empty for {@code false}, {@code null}, blank text and text that is no number. */
  public Optional<BigDecimal> value() {
    if (raw.isNumber()) {
      return Optional.of(raw.decimalValue());
    }
    if (!raw.isTextual()) {
      return Optional.empty();
    }
    try {
      return Optional.of(new BigDecimal(raw.textValue().strip()));
    } catch (NumberFormatException notANumber) {
      return Optional.empty();
    }
  }

  /** The JSON that was read and will be written. */
  @JsonValue
  public JsonNode raw() {
    return raw;
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
