package dev.forecourt.mock.text;

import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;

/** Compares names by their letters, to find the one that was meant. */
public final class Spelling {

  private static final int MAX_CHARS = 60;
  // of fewer letters, one that differs is another word
  private static final int MIN_CHARS = 3;

  private Spelling() {}

  /** The name that takes the fewest changed letters; the name itself when there is none. */
  public static String nearest(String name, Collection<String> known) {
    // comparing is quadratic; nobody mistypes more than this
    String start = name.length() <= MAX_CHARS ? name : name.substring(0, MAX_CHARS);
    return known.stream().min(Comparator.comparingInt(each -> distance(each, start))).orElse(name);
  }

  /**
   * {@code " (nearest is 'page')"} for {@code pag}, to be added to a message; empty when none of
   * the names is near: a third of the letters may differ, capitals count for nothing.
   */
  public static String hint(String name, Collection<String> known) {
    String small = letters(name);
    String best = "";
    int least = name.length() < MIN_CHARS ? 1 : Math.max(2, name.length() / 3 + 1);
    for (String each : name.length() > MAX_CHARS ? List.<String>of() : known) {
      int distance = distance(letters(each), small);
      if (distance < least) {
        least = distance;
        best = each;
      }
    }
    return best.isEmpty() ? "" : " (nearest is '" + best + "')";
  }

  /** Without brackets and capitals. */
  private static String letters(String name) {
    return name.toLowerCase(Locale.ROOT).replace("[]", "");
  }

  /** Letters to add, drop or change to make one text of the other. */
  public static int distance(String a, String b) {
    int[] previous = new int[b.length() + 1];
    for (int j = 0; j <= b.length(); j++) {
      previous[j] = j;
    }
    for (int i = 1; i <= a.length(); i++) {
      int[] current = new int[b.length() + 1];
      current[0] = i;
      for (int j = 1; j <= b.length(); j++) {
        int change = previous[j - 1] + (a.charAt(i - 1) == b.charAt(j - 1) ? 0 : 1);
        current[j] = Math.min(change, Math.min(previous[j], current[j - 1]) + 1);
      }
      previous = current;
    }
    return previous[b.length()];
  }
}
