package dev.forecourt.runtime.json;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.JsonToken;
import java.io.IOException;
import java.io.UncheckedIOException;
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

  /** How the last value came out. */
  private enum Outcome {
    /** None was read yet in this object. */
    NONE,
    /** Written again, the typed value gives the JSON that it was read from. */
    CLEAN,
    /** It was null. */
    NULL,
    /** Only {@link #raw} gives back what was read. */
    RAW
  }

  private final JsonParser parser;
  private final DriftLog drifts;
  private Outcome outcome = Outcome.CLEAN;
  private Json raw = Json.NULL;
  private String expected = "";
  private String name = "";
  private int depth;

  private JsonIn(JsonParser parser, DriftLog drifts) {
    this.parser = parser;
    this.drifts = drifts;
  }

  static JsonIn of(byte[] json, DriftLog drifts) {
    try {
      return new JsonIn(JsonText.FACTORY.createParser(json), drifts);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  static JsonIn of(String json, DriftLog drifts) {
    try {
      return new JsonIn(JsonText.FACTORY.createParser(json), drifts);
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  /** Goes to the first token. Throws if there is none. */
  void start() {
    if (next() == null) {
      throw new UnreadableJsonException("it is empty", "$", "");
    }
  }

  /** Throws if anything follows: two values in one body mean that something else answered. */
  void end() {
    if (next() != null) {
      throw new UnreadableJsonException(
          "something follows the JSON value", "$", Tokens.place(parser));
    }
  }

  boolean isAt(JsonToken token) {
    return parser.currentToken() == token;
  }

  boolean isNull() {
    return isAt(JsonToken.VALUE_NULL);
  }

  /** What the last value should have been. */
  String expected() {
    return expected;
  }

  Json raw() {
    return raw;
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
    deeper();
    outcome = Outcome.NONE;
    return true;
  }

  /**
   * Goes to the next member; false at the end of the object. Notes in {@code members} what the
   * typed value of the member before does not hold.
   */
  public boolean nextMember(Members.Builder members) {
    if (outcome != Outcome.NONE && (outcome != Outcome.CLEAN || !members.isPlain())) {
      settle(members.nameOf(parser.getParsingContext().getCurrentName()), members);
    }
    outcome = Outcome.CLEAN;
    String next = nextName();
    if (next == null) {
      depth--;
      return false;
    }
    name = next;
    next();
    return true;
  }

  /** Notes in {@code members} what the typed value just read does not hold. */
  private void settle(String member, Members.Builder members) {
    switch (outcome) {
      case RAW -> members.unknown(member, raw);
      case NULL -> members.given(member, null);
      case CLEAN, NONE -> members.given(member, member);
    }
  }

  /** Name of the member at hand, as it stands in the JSON. */
  public String name() {
    return name;
  }

  /** Keeps the value at hand as JSON: the contract does not name the member. */
  public void keep() {
    raw = json();
    outcome = Outcome.RAW;
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
    JsonToken token = parser.currentToken();
    return token == JsonToken.VALUE_STRING || token != null && token.isNumeric();
  }

  /** Ends the reading of a bare value, which is what {@code member} of the object means. */
  public void endBare(String member, Members.Builder members) {
    settle(member, members);
    members.bare(true);
    outcome = Outcome.CLEAN;
  }

  // scalars

  /** Text; of a number or a boolean its spelling. */
  public @Nullable String text() {
    if (isAt(JsonToken.VALUE_STRING)) {
      return string();
    }
    if (!isScalar()) {
      return nothing("text");
    }
    String spelling = string();
    drift("text");
    return spelling;
  }

  /** A whole number of 32 bits. */
  public @Nullable Integer int32() {
    if (isAt(JsonToken.VALUE_NUMBER_INT) && isShorterThan(10)) {
      return Math.toIntExact(small());
    }
    Long whole = whole("integer of 32 bits");
    if (whole == null || whole.intValue() == whole) {
      return whole == null ? null : Integer.valueOf(whole.intValue());
    }
    return beyond("integer of 32 bits");
  }

  /** A whole number of 64 bits. */
  public @Nullable Long int64() {
    if (isAt(JsonToken.VALUE_NUMBER_INT) && isShorterThan(19)) {
      return small();
    }
    return whole("integer");
  }

  private long small() {
    try {
      long number = parser.getLongValue();
      if (number == 0 && parser.getTextLength() > 1) {
        // -0
        keepSpelling();
      }
      return number;
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private boolean isShorterThan(int length) {
    try {
      return parser.getTextLength() < length;
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private @Nullable Long whole(String wanted) {
    if (!isNumberOrText()) {
      return nothing(wanted);
    }
    String spelling = string();
    Long whole = Numbers.whole(spelling);
    if (isAt(JsonToken.VALUE_STRING)) {
      drift(wanted);
    } else if (whole == null) {
      Json number = Json.numberAsRead(spelling);
      boolean fraction =
          number.number().filter(n -> n.stripTrailingZeros().scale() > 0).isPresent();
      driftAs(wanted, fraction ? "number with a fraction" : "number out of range", number);
    } else if (!whole.toString().equals(spelling)) {
      keepSpelling();
    }
    return whole;
  }

  private <T> @Nullable T beyond(String wanted) {
    driftAs(wanted, isAt(JsonToken.VALUE_STRING) ? "text" : "number out of range", scalar());
    return null;
  }

  /** A number with its scale, of at most 1,000 digits. */
  public @Nullable BigDecimal decimal() {
    if (!isNumberOrText()) {
      return nothing("number");
    }
    String spelling = string();
    BigDecimal number = Numbers.decimal(spelling);
    if (isAt(JsonToken.VALUE_STRING)) {
      drift("number");
    } else if (number == null) {
      beyond("number");
    } else if (!Numbers.isPlain(spelling)) {
      keepSpelling();
    }
    return number;
  }

  /** A number of double precision. */
  public @Nullable Double float64() {
    BigDecimal number = decimal();
    return number == null ? null : rounded(number.doubleValue(), number);
  }

  /** A number of single precision. */
  public @Nullable Float float32() {
    BigDecimal number = decimal();
    return number == null ? null : rounded(number.floatValue(), number);
  }

  private <N extends Number> @Nullable N rounded(N value, BigDecimal exact) {
    if (Double.isInfinite(value.doubleValue())) {
      return isAt(JsonToken.VALUE_STRING) ? null : beyond("number");
    }
    if (outcome == Outcome.CLEAN && !value.toString().equals(exact.toString())) {
      keepSpelling();
    }
    return value;
  }

  /** Yes or no; also 1 and 0, and the same as text. */
  public @Nullable Boolean bool() {
    JsonToken token = parser.currentToken();
    if (token == JsonToken.VALUE_TRUE || token == JsonToken.VALUE_FALSE) {
      return token == JsonToken.VALUE_TRUE;
    }
    if (!isNumberOrText()) {
      return nothing("boolean");
    }
    Boolean certain = Tokens.bool(string());
    drift("boolean");
    return certain;
  }

  /** A day. */
  public @Nullable LocalDate date() {
    if (!isAt(JsonToken.VALUE_STRING)) {
      return nothing("date");
    }
    String text = string();
    LocalDate exact = Rfc3339.exactDate(text);
    return exact != null ? exact : spelledTime(Times.date(text), "date");
  }

  /** A time with its offset. */
  public @Nullable OffsetDateTime dateTime() {
    if (!isAt(JsonToken.VALUE_STRING)) {
      return nothing("time");
    }
    String text = string();
    if (text.equals(Times.ZERO)) {
      keepSpelling();
      return null;
    }
    OffsetDateTime exact = Rfc3339.exact(text);
    return exact != null ? exact : spelledTime(Times.withOffset(text), "time with an offset");
  }

  /** A time without a zone. */
  public @Nullable LocalDateTime localDateTime() {
    if (!isAt(JsonToken.VALUE_STRING)) {
      return nothing("time");
    }
    String text = string();
    LocalDateTime exact = Rfc3339.exactLocal(text);
    return exact != null ? exact : spelledTime(Times.local(text), "time");
  }

  private <T> @Nullable T spelledTime(@Nullable T time, String wanted) {
    if (time == null) {
      // MySQL's "0000-00-00 00:00:00" is no time
      driftAs(wanted, "text of another form", scalar());
    } else if (!WireText.of(time).equals(string())) {
      keepSpelling();
    }
    return time;
  }

  // values that keep their JSON themselves

  /** Any JSON, null included. */
  public Json json() {
    return switch (parser.currentToken()) {
      case START_OBJECT -> object();
      case START_ARRAY -> array();
      default -> scalar();
    };
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
      drifts.add(parser.getParsingContext(), wanted, value.kind().word());
    }
    return value;
  }

  /** Reads a value that was read as JSON already, and stands where this is. */
  <T> @Nullable T within(Json json, JsonReader<T> reader) {
    String path = drifts.path(parser.getParsingContext());
    try (JsonIn in = of(json.toString(), drifts.under(path))) {
      in.start();
      return reader.read(in);
    }
  }

  private Json object() {
    deeper();
    Map<String, Json> members = new LinkedHashMap<>();
    for (String member = nextName(); member != null; member = nextName()) {
      next();
      members.put(member, json());
    }
    depth--;
    return Json.object(members);
  }

  private Json array() {
    deeper();
    List<Json> elements = new ArrayList<>();
    while (next() != JsonToken.END_ARRAY) {
      elements.add(json());
    }
    depth--;
    return Json.array(elements);
  }

  private Json scalar() {
    return switch (parser.currentToken()) {
      case VALUE_STRING -> Json.of(string());
      case VALUE_TRUE -> Json.TRUE;
      case VALUE_FALSE -> Json.FALSE;
      case VALUE_NULL -> Json.NULL;
      default -> Json.numberAsRead(string());
    };
  }

  // lists and maps

  /** The elements that are of the type; null if there is no list. Unmodifiable. */
  public <T> @Nullable List<T> list(JsonReader<T> element) {
    if (isAt(JsonToken.START_ARRAY)) {
      return elements(element);
    }
    nothing("array");
    return outcome == Outcome.RAW ? numbered(element) : null;
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
    raw = outcome == Outcome.RAW ? raw : Json.from(single);
    outcome = Outcome.RAW;
    return FrozenList.of(List.of(single));
  }

  private <T> List<T> elements(JsonReader<T> element) {
    deeper();
    List<T> typed = new ArrayList<>();
    List<Json> all = null;
    while (next() != JsonToken.END_ARRAY) {
      outcome = Outcome.CLEAN;
      T value = element.read(this);
      if (outcome != Outcome.CLEAN && all == null) {
        all = new ArrayList<>(typed.stream().map(Json::from).toList());
      }
      if (all != null) {
        all.add(asRead(value));
      }
      if (value != null) {
        typed.add(value);
      }
    }
    depth--;
    keepAll(all == null ? null : Json.array(all));
    return FrozenList.of(typed);
  }

  private Json asRead(@Nullable Object value) {
    return switch (outcome) {
      case CLEAN, NONE -> Json.from(value);
      case RAW -> raw;
      case NULL -> {
        // no element: a caller of the list need not ask for null
        drifts.add(parser.getParsingContext(), expected, "null");
        yield Json.NULL;
      }
    };
  }

  private void keepAll(@Nullable Json all) {
    outcome = all == null ? Outcome.CLEAN : Outcome.RAW;
    raw = all == null ? Json.NULL : all;
  }

  /** PHP writes a list from which it took elements as an object: {@code {"0": …, "2": …}}. */
  private <T> @Nullable List<T> numbered(JsonReader<T> element) {
    Json whole = raw;
    if (whole.members().isEmpty()
        || !whole.members().keySet().stream().allMatch(key -> key.matches("[0-9]{1,9}"))) {
      return null;
    }
    String path = drifts.path(parser.getParsingContext());
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
    deeper();
    Map<String, T> typed = new LinkedHashMap<>();
    Map<String, Json> all = null;
    for (String member = nextName(); member != null; member = nextName()) {
      next();
      outcome = Outcome.CLEAN;
      T read = value.read(this);
      if (outcome != Outcome.CLEAN && all == null) {
        all = new LinkedHashMap<>(Json.from(typed).members());
      }
      if (all != null) {
        all.put(member, asRead(read));
      }
      if (read == null) {
        typed.remove(member);
      } else {
        typed.put(member, read);
      }
    }
    depth--;
    keepAll(all == null ? null : Json.object(all));
    return Collections.unmodifiableMap(typed);
  }

  // the parser, and what did not fit

  /** Null, or a value of another type, of which nothing is certain. */
  <T> @Nullable T nothing(String wanted) {
    expected = wanted;
    if (isAt(JsonToken.VALUE_NULL)) {
      outcome = Outcome.NULL;
    } else {
      Json value = json();
      driftAs(wanted, value.kind().word(), value);
    }
    return null;
  }

  /** Notes a scalar of another type. */
  private void drift(String wanted) {
    Json value = scalar();
    driftAs(wanted, value.kind().word(), value);
  }

  private void driftAs(String wanted, String found, Json value) {
    expected = wanted;
    raw = value;
    outcome = Outcome.RAW;
    drifts.add(parser.getParsingContext(), wanted, found);
  }

  /** Of the right type, and spelled in another way than we would. */
  private void keepSpelling() {
    raw = scalar();
    outcome = Outcome.RAW;
  }

  private boolean isScalar() {
    JsonToken token = parser.currentToken();
    return token.isScalarValue() && token != JsonToken.VALUE_NULL;
  }

  private boolean isNumberOrText() {
    JsonToken token = parser.currentToken();
    return token.isNumeric() || token == JsonToken.VALUE_STRING;
  }

  private void deeper() {
    if (++depth > Json.MOST_DEPTH) {
      throw new UnreadableJsonException(
          "it is nested more than " + Json.MOST_DEPTH + " levels deep", "$", Tokens.place(parser));
    }
  }

  private @Nullable JsonToken next() {
    try {
      return parser.nextToken();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private @Nullable String nextName() {
    try {
      return parser.nextFieldName();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private String string() {
    try {
      return parser.getText();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }

  private static RuntimeException unreadable(IOException e) {
    return e instanceof JsonProcessingException broken
        ? Tokens.unreadable(broken)
        : new UncheckedIOException(e);
  }

  /** Gives buffers back. */
  @Override
  public void close() {
    try {
      parser.close();
    } catch (IOException e) {
      throw unreadable(e);
    }
  }
}
