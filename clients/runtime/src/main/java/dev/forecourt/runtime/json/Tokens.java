package dev.forecourt.runtime.json;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.io.JsonEOFException;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** What {@link JsonIn} says of the text behind it. */
final class Tokens {

  private Tokens() {}

  /** Yes or no where that is certain; else null. */
  static @Nullable Boolean bool(String text) {
    if (text.length() > 16) {
      return null;
    }
    return switch (text.strip().toLowerCase(Locale.ROOT)) {
      case "true", "1" -> true;
      case "false", "0" -> false;
      default -> null;
    };
  }

  /** Jackson quotes what it cannot read, perhaps a new token; so in our words. */
  static UnreadableJsonException unreadable(JsonProcessingException e) {
    String reason;
    if (e instanceof JsonEOFException) {
      reason = "no JSON: it ends too early";
    } else if (e.getClass().getSimpleName().equals("StreamConstraintsException")) {
      reason = "it is nested too deeply, or a text, name or number in it is too long";
    } else {
      reason = "no JSON: it cannot be read";
    }
    return new UnreadableJsonException(reason + at(e.getLocation()), "$", place(e.getLocation()));
  }

  private static String at(@Nullable JsonLocation location) {
    String place = place(location);
    return place.isEmpty() ? "" : " at " + place;
  }

  @SuppressWarnings("deprecation") // its successor came with 2.13
  static String place(JsonParser parser) {
    return place(parser.getTokenLocation());
  }

  private static String place(@Nullable JsonLocation location) {
    return location == null
        ? ""
        : "line " + location.getLineNr() + ", column " + location.getColumnNr();
  }
}
