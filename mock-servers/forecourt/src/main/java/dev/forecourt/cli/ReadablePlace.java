package dev.forecourt.cli;

import java.util.Locale;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** A place in a contract, for people to read. */
final class ReadablePlace {

  private static final Pattern OPERATION =
      Pattern.compile(
          "/paths/([^/]*)/(get|put|post|delete|options|head|patch|trace)(/.*)?", Pattern.DOTALL);

  private ReadablePlace() {}

  /**
   * An operation by its method and path, with the JSON pointer inside of it: {@code GET /pets, at
   * /responses/200}. Other places stay JSON pointers.
   */
  static String of(String place) {
    Matcher operation = OPERATION.matcher(place);
    if (!operation.matches()) {
      return place;
    }
    String path = operation.group(1).replace("~1", "/").replace("~0", "~");
    String title = operation.group(2).toUpperCase(Locale.ROOT) + " " + path;
    return operation.group(3) == null ? title : title + ", at " + operation.group(3);
  }
}
