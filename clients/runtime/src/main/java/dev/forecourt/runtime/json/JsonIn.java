package dev.forecourt.runtime.json;

import com.fasterxml.jackson.core.JsonToken;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Reads models from JSON. Used by generated code.
 *
 * <p>A value of another type than asked for never fails: the typed value is null, or the one that
 * is certain; its JSON is kept by the object around it, and a {@link Drift} tells of it. So is the
 * JSON of a value that we would spell in another way. Of two members with the same name the last
 * one counts.
 */
public final class JsonIn implements AutoCloseable {

  private final Cursor cursor;
  private final DriftLog drifts;
  private final Outcome outcome;
  private final Scalars scalars;
  private String name = "";

  private JsonIn(Cursor cursor, DriftLog drifts) {
    this.cursor = cursor;
    this.drifts = drifts;
    outcome = new Outcome(cursor, drifts);
    scalars = new Scalars(cursor, outcome);
  }

  static JsonIn of(byte[] json, DriftLog drifts) {
    return new JsonIn(Cursor.of(json), drifts);
  }

  static JsonIn of(String json, DriftLog drifts) {
    return new JsonIn(Cursor.of(json), drifts);
  }

  /** Goes to the first token. Throws if there is none. */
  void start() {
    cursor.start();
  }

  /** Throws if anything follows: two values in one body mean that something else answered. */
  void end() {
    cursor.end();
  }

  boolean isAt(JsonToken token) {
    return cursor.isAt(token);
  }

  boolean isNull() {
    return isAt(JsonToken.VALUE_NULL);
  }

  /** What the last value should have been. */
  String expected() {
    return outcome.expected();
  }

  Json raw() {
    return outcome.raw();
  }

  // objects

  /**
   * Whether an object begins here, to be read by {@link #nextMember}. If not, the value is null or
   * noted as one of another type.
   */
  public boolean startObject() {
    if (!isAt(JsonToken.START_OBJECT)) {
      nothing("object");
      return false;
    }
    cursor.deeper();
    outcome.none();
    return true;
  }

  /**
   * Goes to the next member; false at the end of the object. Notes in {@code members} what the
   * typed value of the member before does not hold.
   */
  public boolean nextMember(Members.Builder members) {
    if (!outcome.isNone() && (!outcome.isClean() || !members.isPlain())) {
      outcome.settle(members.nameOf(cursor.member()), members);
    }
    outcome.clean();
    String next = cursor.nextName();
    if (next == null) {
      cursor.up();
      return false;
    }
    name = next;
    cursor.next();
    return true;
  }

  /** Name of the member at hand, as it stands in the JSON. */
  public String name() {
    return name;
  }

  /** Keeps the value at hand as JSON: the contract does not name the member. */
  public void keep() {
    outcome.keep(cursor.json());
  }

  /**
   * Whether the member at hand is to be read as the one that the contract calls {@code member}. It
   * is not, and is kept as JSON, where that came before under another of its names; the contract's
   * own name counts most.
   *
   * @param before the typed value that came before
   */
  public boolean spelled(String member, @Nullable Object before, Members.Builder members) {
    String earlier = members.spelling(member);
    Json kept = members.remove(member);
    if (before == null && kept == null || name.equals(earlier)) {
      members.spelled(member, name);
      return true;
    }
    Json value = kept == null ? Json.from(before) : kept;
    if (name.equals(member)) {
      members.spelled(member, member);
      members.unknown(earlier, value);
      return true;
    }
    if (value.isNull()) {
      members.given(member, null);
    } else if (kept != null) {
      members.unknown(member, value);
    }
    keep();
    return false;
  }

  /**
   * Whether the value at hand is text or a number where an object belongs: it means one member of
   * it, see {@link BareModel}.
   */
  public boolean isBare() {
    return cursor.isNumberOrText();
  }

  /** Ends the reading of a bare value, which is what {@code member} of the object means. */
  public void endBare(String member, Members.Builder members) {
    outcome.settle(member, members);
    members.bare(true);
    outcome.clean();
  }

  // scalars

  /** Text; of a number or a boolean its spelling. */
  public @Nullable String text() {
    return scalars.text();
  }

  /** A whole number of 32 bits. */
  public @Nullable Integer int32() {
    return scalars.int32();
  }

  /** A whole number of 64 bits. */
  public @Nullable Long int64() {
    return scalars.int64();
  }

  /** A number with its scale, of at most 1,000 digits. */
  public @Nullable BigDecimal decimal() {
    return scalars.decimal();
  }

  /** A number of double precision. */
  public @Nullable Double float64() {
    return scalars.float64();
  }

  /** A number of single precision. */
  public @Nullable Float float32() {
    return scalars.float32();
  }

  /** Yes or no; also 1 and 0, and the same as text. */
  public @Nullable Boolean bool() {
    return scalars.bool();
  }

  /** A day. */
  public @Nullable LocalDate date() {
    return scalars.date();
  }

  /** A time with its offset. */
  public @Nullable OffsetDateTime dateTime() {
    return scalars.dateTime();
  }

  /** A time without a zone. */
  public @Nullable LocalDateTime localDateTime() {
    return scalars.localDateTime();
  }

  // values that keep their JSON themselves

  /** Any JSON, null included. */
  public Json json() {
    return cursor.json();
  }

  /** As {@link #json}, noting a {@link Drift} if it is of none of these kinds. */
  Json json(String wanted, Json.Kind... kinds) {
    Json value = json();
    for (Json.Kind kind : kinds) {
      if (value.kind() == kind) {
        return value;
      }
    }
    if (!value.isNull()) {
      drifts.add(cursor.place(), wanted, value.kind().word());
    }
    return value;
  }

  /** Reads a value that was read as JSON already, and stands where this is. */
  <T> @Nullable T within(Json json, JsonReader<T> reader) {
    String path = drifts.path(cursor.place());
    try (JsonIn in = of(json.toString(), drifts.under(path))) {
      in.start();
      return reader.read(in);
    }
  }

  // lists and maps

  /** The elements that are of the type; null if there is no list. Unmodifiable. */
  public <T> @Nullable List<T> list(JsonReader<T> element) {
    if (isAt(JsonToken.START_ARRAY)) {
      return elements(element);
    }
    nothing("array");
    return outcome.isRaw() ? numbered(element) : null;
  }

  /** The same; one value that is no list is a list of one. */
  public <T> @Nullable List<T> singleOrList(JsonReader<T> element) {
    if (isAt(JsonToken.START_ARRAY) || isNull()) {
      return list(element);
    }
    T single = element.read(this);
    if (single == null) {
      return null;
    }
    outcome.keep(outcome.isRaw() ? outcome.raw() : Json.from(single));
    return FrozenList.of(List.of(single));
  }

  private <T> List<T> elements(JsonReader<T> element) {
    cursor.deeper();
    List<T> typed = new ArrayList<>();
    List<Json> all = null;
    while (cursor.next() != JsonToken.END_ARRAY) {
      outcome.clean();
      T value = element.read(this);
      if (!outcome.isClean() && all == null) {
        all = new ArrayList<>(typed.stream().map(Json::from).toList());
      }
      if (all != null) {
        all.add(outcome.asRead(value));
      }
      if (value != null) {
        typed.add(value);
      }
    }
    cursor.up();
    outcome.keepAll(all == null ? null : Json.array(all));
    return FrozenList.of(typed);
  }

  /** PHP writes a list from which it took elements as an object: {@code {"0": …, "2": …}}. */
  private <T> @Nullable List<T> numbered(JsonReader<T> element) {
    Json whole = outcome.raw();
    if (whole.members().isEmpty()
        || !whole.members().keySet().stream().allMatch(key -> key.matches("[0-9]{1,9}"))) {
      return null;
    }
    String path = drifts.path(cursor.place());
    List<T> typed = new ArrayList<>();
    whole
        .members()
        .forEach(
            (key, member) -> {
              try (JsonIn in = of(member.toString(), drifts.under(path + "." + key))) {
                in.start();
                T value = element.read(in);
                if (value != null) {
                  typed.add(value);
                }
              }
            });
    return FrozenList.of(typed);
  }

  /** The members whose values are of the type, by name; null if there is no object. */
  public <T> @Nullable Map<String, T> map(JsonReader<T> value) {
    if (!isAt(JsonToken.START_OBJECT)) {
      return nothing("object");
    }
    cursor.deeper();
    Map<String, T> typed = new LinkedHashMap<>();
    Map<String, Json> all = null;
    for (String member = cursor.nextName(); member != null; member = cursor.nextName()) {
      cursor.next();
      outcome.clean();
      T read = value.read(this);
      if (!outcome.isClean() && all == null) {
        all = new LinkedHashMap<>(Json.from(typed).members());
      }
      if (all != null) {
        all.put(member, outcome.asRead(read));
      }
      if (read == null) {
        typed.remove(member);
      } else {
        typed.put(member, read);
      }
    }
    cursor.up();
    outcome.keepAll(all == null ? null : Json.object(all));
    return Collections.unmodifiableMap(typed);
  }

  /** Null, or a value of another type, of which nothing is certain. */
  <T> @Nullable T nothing(String wanted) {
    return outcome.nothing(wanted);
  }

  /** Gives buffers back. */
  @Override
  public void close() {
    cursor.close();
  }
}
