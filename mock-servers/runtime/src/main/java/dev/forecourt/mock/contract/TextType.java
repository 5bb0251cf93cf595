package dev.forecourt.mock.contract;

import dev.forecourt.mock.json.JsonProblem;
import dev.forecourt.mock.json.JsonReader;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What texts outside JSON are read as: parameters and forms. A text that cannot be read stays one,
 * and the check that follows names the type that was expected.
 */
public final class TextType {

  /** A text as it is. */
  public static final TextType TEXT = scalar(Coerce::text);

  /** A whole number. */
  public static final TextType INTEGER = scalar(Coerce::integer);

  /** A number. */
  public static final TextType NUMBER = scalar(Coerce::number);

  /** True or false. */
  public static final TextType BOOLEAN = scalar(Coerce::bool);

  /** JSON of any kind. */
  public static final TextType JSON = scalar(TextType::json);

  private final UnaryOperator<@Nullable Object> single;
  private final @Nullable TextType item;
  private final @Nullable Map<String, TextType> members;
  private final @Nullable TextType other;
  private final boolean orSingle;

  private TextType(
      UnaryOperator<@Nullable Object> single,
      @Nullable TextType item,
      @Nullable Map<String, TextType> members,
      @Nullable TextType other,
      boolean orSingle) {
    this.single = single;
    this.item = item;
    this.members = members;
    this.other = other;
    this.orSingle = orSingle;
  }

  private static TextType scalar(UnaryOperator<@Nullable Object> single) {
    return new TextType(single, null, null, null, true);
  }

  /** An array. */
  public static TextType list(TextType item) {
    return new TextType(Coerce::text, item, null, null, false);
  }

  /** An object with these members; others are read as the last, or as text where that is null. */
  public static TextType object(Map<String, TextType> members, @Nullable TextType other) {
    return new TextType(Coerce::text, null, members, other, false);
  }

  /** One of several: the first that a text can be read as. */
  public static TextType choice(List<TextType> types) {
    TextType item = null;
    Map<String, TextType> members = null;
    TextType other = null;
    List<TextType> scalars = new ArrayList<>();
    for (TextType each : types) {
      item = item == null ? each.item : item;
      members = members == null ? each.members : members;
      other = other == null ? each.other : other;
      if (each.orSingle) {
        scalars.add(each);
      }
    }
    return new TextType(text -> first(scalars, text), item, members, other, !scalars.isEmpty());
  }

  private static @Nullable Object first(List<TextType> types, @Nullable Object text) {
    for (TextType each : types) {
      Object read = each.single.apply(text);
      if (!(read instanceof String)) {
        return read;
      }
    }
    return text;
  }

  private static @Nullable Object json(@Nullable Object text) {
    try {
      return text instanceof String json
          ? JsonReader.read(json.getBytes(StandardCharsets.UTF_8))
          : text;
    } catch (JsonProblem e) {
      return text;
    }
  }

  boolean isList() {
    return item != null;
  }

  boolean isObject() {
    return members != null;
  }

  /** Whether one text alone may be the value. */
  boolean isSingle() {
    return orSingle;
  }

  Map<String, TextType> members() {
    return members == null ? Map.of() : members;
  }

  /** Whether members may come that have no name in the contract. */
  boolean isOpen() {
    return members != null && (other != null || members.isEmpty());
  }

  TextType member(String name) {
    TextType known = members == null ? null : members.get(name);
    return known != null ? known : other == null ? TEXT : other;
  }

  TextType item() {
    return item == null ? TEXT : item;
  }

  /** One text; what cannot be one value is read as an array of one, or as JSON. */
  @Nullable Object one(String text) {
    if (orSingle) {
      return single.apply(text);
    }
    Object json = text.startsWith("{") || text.startsWith("[") ? json(text) : text;
    return json instanceof String && isList() ? list(List.of(text)) : json;
  }

  /** Several texts. */
  @Nullable Object several(List<String> texts) {
    return isList() && (texts.size() > 1 || !orSingle) ? list(texts) : one(texts.get(0));
  }

  List<@Nullable Object> list(List<String> texts) {
    List<@Nullable Object> all = new ArrayList<>(texts.size());
    texts.forEach(each -> all.add(item().one(each)));
    return all;
  }

  /** Names and values. */
  Map<String, @Nullable Object> object(Map<String, List<String>> texts) {
    Map<String, @Nullable Object> all = new LinkedHashMap<>();
    texts.forEach((name, values) -> all.put(name, member(name).several(values)));
    return all;
  }
}
