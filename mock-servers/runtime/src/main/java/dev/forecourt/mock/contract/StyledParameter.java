package dev.forecourt.mock.contract;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * How a parameter travels that is more than a plain text.
 *
 * @param name as on the wire
 * @param style {@code simple}, {@code label}, {@code matrix}, {@code form}, {@code spaceDelimited},
 *     {@code pipeDelimited} or {@code deepObject}
 * @param explode whether each item or member stands for itself
 * @param type what it is read as
 * @param others names of the other parameters, which are no members of an object without a name; of
 *     a {@code deepObject} its own name, if that is a member of such an object
 */
public record StyledParameter(
    String name, String style, boolean explode, TextType type, Set<String> others) {

  /** What a query holds of it; null when that is nothing. */
  public @Nullable Object query(Inputs in) {
    Map<String, List<String>> sent = in.queryFields();
    if (style.equals("deepObject")) {
      if (others.contains(name)) {
        sent = new LinkedHashMap<>(sent);
        sent.remove(name); // without brackets it is the member of another
      }
      return BracketTree.read(sent, name, type);
    }
    if (explode && type.isObject() && !type.isSingle()) {
      return members(sent);
    }
    List<String> values = sent.getOrDefault(name, List.of());
    if (values.isEmpty()) {
      return null;
    }
    if (explode || values.size() > 1) {
      return type.several(values);
    }
    String separator =
        style.equals("pipeDelimited") ? "|" : style.equals("spaceDelimited") ? " " : ",";
    return separated(values.get(0), separator, false);
  }

  /** What a segment of the path holds. */
  public @Nullable Object path(Inputs in, String segment) {
    return switch (style) {
      case "label" -> separated(after(".", segment, in), explode ? "." : ",", explode);
      case "matrix" -> matrix(in, segment);
      default -> separated(segment, ",", explode);
    };
  }

  /** What a header holds; null when it is not sent. */
  public @Nullable Object header(Inputs in) {
    List<String> values = in.headers(name);
    return values.isEmpty() ? null : separated(String.join(",", values), ",", explode);
  }

  /** What a cookie holds; null when it is not sent. */
  public @Nullable Object cookie(Inputs in) {
    Map<String, List<String>> sent = Cookies.of(in.headers("Cookie"));
    if (explode && type.isObject() && !type.isSingle()) {
      return members(sent);
    }
    List<String> values = sent.getOrDefault(name, List.of());
    if (values.isEmpty()) {
      return null;
    }
    return values.size() > 1 ? type.several(values) : separated(values.get(0), ",", false);
  }

  private @Nullable Object matrix(Inputs in, String segment) {
    String text = after(";", segment, in);
    if (explode && type.isObject()) {
      return separated(text, ";", true);
    }
    List<String> values = new ArrayList<>();
    for (String each : text.split(";", -1)) {
      values.add(each.startsWith(name + "=") ? each.substring(name.length() + 1) : each);
    }
    return values.size() > 1 ? type.several(values) : separated(values.get(0), ",", false);
  }

  private String after(String start, String segment, Inputs in) {
    if (!segment.startsWith(start)) {
      in.violations().add(Place.path(name), "begin with '" + start + "'", segment);
      return segment;
    }
    return segment.substring(start.length());
  }

  private @Nullable Object members(Map<String, List<String>> sent) {
    Map<String, List<String>> found = new LinkedHashMap<>();
    sent.forEach(
        (each, values) -> {
          boolean isMember = type.members().containsKey(each) || type.isOpen();
          if (isMember && !others.contains(each)) {
            found.put(each, values);
          }
        });
    return found.isEmpty() ? null : type.object(found);
  }

  /** One text that holds all items or members. */
  private @Nullable Object separated(String text, String separator, boolean pairs) {
    if (type.isList()) {
      List<String> items = List.of(text.split(Pattern.quote(separator), -1));
      return items.size() > 1 || !type.isSingle() ? type.list(items) : type.one(text);
    }
    if (!type.isObject() || type.isSingle() || text.startsWith("{")) {
      return type.one(text);
    }
    Map<String, List<String>> found = new LinkedHashMap<>();
    String[] parts = text.split(Pattern.quote(separator), -1);
    for (int i = 0; i < parts.length; i += pairs ? 1 : 2) {
      int equals = parts[i].indexOf('=');
      if (pairs && equals >= 0) {
        found.put(parts[i].substring(0, equals), List.of(parts[i].substring(equals + 1)));
      } else if (!pairs && i + 1 < parts.length) {
        found.put(parts[i], List.of(parts[i + 1]));
      } else {
        return text; // the check then says that an object was expected
      }
    }
    return type.object(found);
  }
}
