package dev.forecourt.runtime.call;

import dev.forecourt.runtime.json.JsonReader;
import dev.forecourt.runtime.json.Reading;
import dev.forecourt.runtime.json.UnreadableJsonException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * What an operation's answer is read into. Used by generated code. Immutable.
 *
 * @param <T> type of the model; {@code Void} if the operation has none
 */
public final class AnswerReader<T extends @Nullable Object> {
  private static final AnswerReader<Void> NONE =
      new AnswerReader<>(body -> new Reading<>(null, List.of()));

  private final Read<T> read;
  private final Kind kind;

  /** How the bytes are looked at. */
  private enum Kind {
    JSON,
    JSON_OR_NOTHING,
    TEXT,
    BYTES
  }

  private AnswerReader(Read<T> read) {
    this(read, Kind.JSON);
  }

  private AnswerReader(Read<T> read, Kind kind) {
    this.read = read;
    this.kind = kind;
  }

  private interface Read<T extends @Nullable Object> {
    Reading<T> read(byte[] json);
  }

  /** Nothing: whatever comes is left unread. */
  public static AnswerReader<Void> none() {
    return NONE;
  }

  /** The body as text, whatever its content type. */
  public static AnswerReader<String> text() {
    return new AnswerReader<>(
        body -> new Reading<>(new String(body, StandardCharsets.UTF_8), List.of()), Kind.TEXT);
  }

  /** The body as it came. */
  public static AnswerReader<byte[]> bytes() {
    return new AnswerReader<>(body -> new Reading<>(body, List.of()), Kind.BYTES);
  }

  /** The same; null for an answer without a body, or of null. */
  public AnswerReader<@Nullable T> orNothing() {
    return kind == Kind.JSON
        ? new AnswerReader<@Nullable T>(read::read, Kind.JSON_OR_NOTHING)
        : new AnswerReader<@Nullable T>(read::read, kind);
  }

  /** A model. */
  public static <T> AnswerReader<T> of(JsonReader<T> model) {
    return new AnswerReader<>(json -> Reading.of(json, model));
  }

  /**
   * An array of models, bare or under one of these members of an object, the likeliest first; null
   * is how programs in Go write an empty one.
   */
  public static <T> AnswerReader<List<T>> listOf(JsonReader<T> element, String... wrappers) {
    return new AnswerReader<>(json -> Reading.listOf(json, element, wrappers));
  }

  /**
   * The model, and what in the answer is not of the type that the contract names. Throws {@link
   * UnreadableJsonException}.
   */
  Reading<T> read(byte[] body, Charset charset) {
    if (this == NONE || kind == Kind.BYTES) {
      return read.read(body);
    }
    if (kind == Kind.JSON_OR_NOTHING && (isBlank(body) || isNull(body))) {
      return new Reading<>(null, List.of());
    }
    if (kind != Kind.TEXT && isBlank(body)) {
      throw new UnreadableJsonException("it has no body", "", "");
    }
    boolean utf8 = charset.equals(StandardCharsets.UTF_8);
    return read.read(utf8 ? body : new String(body, charset).getBytes(StandardCharsets.UTF_8));
  }

  private static boolean isNull(byte[] body) {
    return body.length == 4 && new String(body, StandardCharsets.US_ASCII).equals("null");
  }

  private static boolean isBlank(byte[] body) {
    for (byte sign : body) {
      if (sign != ' ' && sign != '\n' && sign != '\r' && sign != '\t') {
        return false;
      }
    }
    return true;
  }
}
