package dev.forecourt.contract.importer.overlay;

import dev.forecourt.contract.importer.place.Place;
import org.jspecify.annotations.Nullable;

/** Reads paths such as {@code $['paths']['/pets'][0]} and {@code $.info.title}: no wildcards. */
final class NormalizedPath {
  private final String text;
  private int at = 1;

  NormalizedPath(String text) {
    this.text = text;
  }

  /** The place; null if this is a path with wildcards, filters or slices. */
  @Nullable Place read() {
    if (!text.startsWith("$")) {
      throw new BadOverlay("Target " + text + " must begin with '$', as $.paths['/pets'].");
    }
    Place place = Place.ROOT;
    while (place != null && at < text.length()) {
      place = step(place);
    }
    return place;
  }

  private @Nullable Place step(Place place) {
    if (text.startsWith("['", at) || text.startsWith("[\"", at)) {
      String key = quoted(text.charAt(at + 1));
      return key == null ? null : place.key(key);
    }
    int end = at + 1;
    if (text.charAt(at) == '[') {
      while (end < text.length() && Character.isDigit(text.charAt(end))) {
        end++;
      }
      if (end == at + 1 || end >= text.length() || text.charAt(end) != ']') {
        return null;
      }
      int index = Integer.parseInt(text.substring(at + 1, end));
      at = end + 1;
      return place.at(index);
    }
    if (text.charAt(at) != '.') {
      return null;
    }
    while (end < text.length() && isName(text.charAt(end))) {
      end++;
    }
    if (end == at + 1) {
      return null;
    }
    String key = text.substring(at + 1, end);
    at = end;
    return place.key(key);
  }

  private static boolean isName(char c) {
    return Character.isLetterOrDigit(c) || c == '_' || c == '-' || c == '$';
  }

  /** The key between quotes; null if several keys stand between the brackets. */
  private @Nullable String quoted(char quote) {
    StringBuilder key = new StringBuilder();
    int i = at + 2;
    while (i < text.length() && text.charAt(i) != quote) {
      char c = text.charAt(i);
      if (c == '\\' && i + 1 < text.length()) {
        i++;
        c = text.charAt(i);
        if (c == 'u' && i + 4 < text.length()) {
          c = (char) Integer.parseInt(text.substring(i + 1, i + 5), 16);
          i += 4;
        } else {
          c = unescaped(c);
        }
      }
      key.append(c);
      i++;
    }
    if (i + 1 >= text.length() || text.charAt(i + 1) != ']') {
      return null;
    }
    at = i + 2;
    return key.toString();
  }

  private static char unescaped(char c) {
    return switch (c) {
      case 'b' -> '\b';
      case 'f' -> '\f';
      case 'n' -> '\n';
      case 'r' -> '\r';
      case 't' -> '\t';
      default -> c;
    };
  }
}
