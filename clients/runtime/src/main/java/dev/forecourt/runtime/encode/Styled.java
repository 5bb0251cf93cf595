package dev.forecourt.runtime.encode;

import dev.forecourt.runtime.json.Json;
import dev.forecourt.runtime.json.OpenEnum;
import dev.forecourt.runtime.json.WireText;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * A value and the style in which the contract wants it. Used by generated code.
 *
 * @param value text, number, list, map or model
 * @param style how lists and objects are written
 * @param explode whether each element or member stands by itself
 * @param reserved whether characters that mean something in a URL are sent as they are
 */
public record Styled(Object value, Style style, boolean explode, boolean reserved) {
  private static final String RESERVED = ":/?#[]@!$&'()*+,;=";

  /** The value in its style; null for null. */
  public static @Nullable Styled of(
      @Nullable Object value, Style style, boolean explode, boolean reserved) {
    return value == null ? null : new Styled(value, style, explode, reserved);
  }

  /** Encoded names and values of a query, in order. */
  Map<String, List<String>> query(String name) {
    Map<String, List<String>> pairs = new LinkedHashMap<>();
    Json json = json();
    if (style == Style.JSON) {
      put(pairs, name, encoded(json.toString()));
    } else if (style == Style.DEEP) {
      deep(pairs, name, json);
    } else if (json.isObject() && explode) {
      json.members()
          .forEach((member, inner) -> texts(inner).forEach(text -> put(pairs, member, text)));
    } else if (json.isArray() && explode) {
      texts(json).forEach(text -> put(pairs, name, text));
    } else if (!json.isNull()) {
      List<String> parts = flat(json);
      if (!parts.isEmpty()) {
        put(pairs, name, String.join(separator(), parts));
      }
    }
    return pairs;
  }

  private String separator() {
    return switch (style) {
      case SPACE -> "%20";
      case PIPE -> "%7C";
      default -> ",";
    };
  }

  private void deep(Map<String, List<String>> pairs, String name, Json json) {
    if (json.isObject()) {
      json.members().forEach((member, inner) -> deep(pairs, name + "[" + member + "]", inner));
    } else {
      texts(json).forEach(text -> put(pairs, name, text));
    }
  }

  private static void put(Map<String, List<String>> pairs, String name, String text) {
    pairs.computeIfAbsent(Rfc3986.encode(name), unused -> new ArrayList<>()).add(text);
  }

  /** What stands in a path. */
  String path(String name) {
    Json json = json();
    String prefix =
        switch (style) {
          case LABEL -> ".";
          case MATRIX -> ";";
          default -> "";
        };
    String between = explode ? prefix.isEmpty() ? "," : prefix : ",";
    if (style == Style.JSON) {
      return Rfc3986.encode(json.toString());
    }
    if (style == Style.MATRIX && !(json.isObject() && explode)) {
      String key = Rfc3986.encode(name) + "=";
      return json.isArray() && explode
          ? prefix + key + String.join(prefix + key, texts(json))
          : prefix + key + String.join(",", flat(json));
    }
    return prefix
        + (json.isObject() && explode
            ? String.join(between, assigned(json))
            : String.join(between, flat(json)));
  }

  /** What stands in a header or a cookie, with each text encoded so. */
  String plain(UnaryOperator<String> encoding) {
    Json json = json();
    if (style == Style.JSON) {
      return encoding.apply(json.toString());
    }
    List<String> parts = new ArrayList<>();
    if (json.isObject()) {
      json.members()
          .forEach(
              (member, inner) ->
                  parts.add(
                      encoding.apply(member)
                          + (explode ? "=" : ",")
                          + encoding.apply(WireText.of(inner))));
    } else if (json.isArray()) {
      json.elements().forEach(each -> parts.add(encoding.apply(WireText.of(each))));
    } else {
      return encoding.apply(scalar());
    }
    return String.join(",", parts);
  }

  private List<String> assigned(Json json) {
    List<String> parts = new ArrayList<>();
    json.members()
        .forEach((member, inner) -> parts.add(encoded(member) + "=" + encoded(WireText.of(inner))));
    return parts;
  }

  /** Members as name, value, name, value; elements; or the one text. */
  private List<String> flat(Json json) {
    if (!json.isObject()) {
      return texts(json);
    }
    List<String> parts = new ArrayList<>();
    json.members()
        .forEach(
            (member, inner) -> {
              parts.add(encoded(member));
              parts.add(encoded(WireText.of(inner)));
            });
    return parts;
  }

  /** Lists and objects within are none that a style knows: as JSON. */
  private List<String> texts(Json json) {
    if (json.isArray()) {
      return json.elements().stream().map(each -> encoded(WireText.of(each))).toList();
    }
    return json.isNull() ? List.of() : List.of(encoded(WireText.of(json)));
  }

  private String scalar() {
    return value instanceof Json json ? WireText.of(json) : WireText.of(value);
  }

  private Json json() {
    if (value instanceof OpenEnum<?> open) {
      return Json.from(open.value());
    }
    return Json.ofRequest(value);
  }

  private String encoded(String text) {
    if (!reserved) {
      return Rfc3986.encode(text);
    }
    StringBuilder encoded = new StringBuilder();
    text.codePoints()
        .mapToObj(Character::toString)
        .forEach(
            sign ->
                encoded.append(
                    // a & would begin another parameter, and a # end the query
                    RESERVED.contains(sign)
                            && !sign.equals("&")
                            && !sign.equals("#")
                            && !sign.equals("+")
                        ? sign
                        : Rfc3986.encode(sign)));
    return encoded.toString().replace("[", "%5B").replace("]", "%5D");
  }

  /** The style. */
  @Override
  public String toString() {
    return "Styled{" + style + "}";
  }
}
