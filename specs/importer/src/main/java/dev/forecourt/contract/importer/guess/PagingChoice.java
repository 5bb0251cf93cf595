package dev.forecourt.contract.importer.guess;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * How lists are paged, as a person said it.
 *
 * @param style {@code none}, {@code offset}, {@code page}, {@code cursor} or {@code link}
 * @param parameter the query parameter that moves
 * @param size that with the size of a page; null if there is none
 * @param next pointer to the next cursor; null if there is none
 */
public record PagingChoice(
    String style, String parameter, @Nullable String size, @Nullable String next) {
  private static final String FORMS =
      "none, offset:PARAMETER[,SIZE], page:PARAMETER[,SIZE], cursor:PARAMETER,SIZE,POINTER or link:PARAMETER[,SIZE]";

  /** What is wrong with a choice; empty if nothing is. */
  public static List<String> problems(@Nullable String text) {
    return text == null || text.equals("none") || of(text) != null
        ? List.of()
        : List.of("paging '" + text + "' must be " + FORMS + ", such as offset:offset,limit.");
  }

  static @Nullable PagingChoice of(String text) {
    if (!text.matches("(offset|page|link):[^,]+(,[^,]+)?|cursor:[^,]+,[^,]*,/.+")) {
      return null;
    }
    String[] parts = text.substring(text.indexOf(':') + 1).split(",", -1);
    return new PagingChoice(
        text.substring(0, text.indexOf(':')),
        parts[0],
        parts.length > 1 && !parts[1].isEmpty() ? parts[1] : null,
        parts.length > 2 ? parts[2] : null);
  }
}
