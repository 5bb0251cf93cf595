package dev.forecourt.mock.contract;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * One item of a header such as Accept or Accept-Language.
 *
 * @param name what is asked for, as it was sent
 * @param weight how much it is liked, in thousandths; 0 for not at all
 */
record WeightedItem(String name, int weight) {

  private static final int WHOLE = 1000;
  // RFC 9110, 12.4.2
  private static final Pattern ITEM =
      Pattern.compile(
          "[ \\t]*([^;, \\t]+)([ \\t]*;[ \\t]*+(?![qQ]=)[^;,=]+=[^;,]*)*"
              + "([ \\t]*;[ \\t]*[qQ]=(0(?:\\.[0-9]{0,3})?|1(?:\\.0{0,3})?))?[ \\t]*");
  // RFC 4647, 2.1; a language has no parameters but the weight
  private static final Pattern LANGUAGE =
      Pattern.compile("[ \\t]*(\\*|[A-Za-z]{1,8}(-[A-Za-z0-9]{1,8})*)([ \\t]*;[ \\t]*[qQ]=[^;]*)?");

  /** The items of a header, in the order sent; null when it cannot be read. */
  static @Nullable List<WeightedItem> listOf(String header) {
    List<WeightedItem> items = new ArrayList<>();
    for (String each : header.split(",", -1)) {
      Matcher item = ITEM.matcher(each);
      if (item.matches()) {
        items.add(new WeightedItem(item.group(1), thousandths(item.group(4))));
      } else if (!each.isBlank()) { // RFC 9110, 5.6.1: a list may have empty items
        return null;
      }
    }
    return items;
  }

  /** The languages of a header, in the order sent; null when it cannot be read. */
  static @Nullable List<WeightedItem> languages(String header) {
    for (String each : header.split(",", -1)) {
      if (!each.isBlank() && !LANGUAGE.matcher(each.stripTrailing()).matches()) {
        return null;
      }
    }
    return listOf(header);
  }

  /**
   * The language liked best, the first of several; null for the default, when all are liked alike
   * or none is. A language with a region stands for its main language.
   */
  static @Nullable String language(List<WeightedItem> ranges, List<String> languages) {
    List<String> others = new ArrayList<>(languages);
    ranges.stream()
        .filter(each -> each.weight == 0)
        .forEach(each -> others.remove(each.in(languages)));
    String any = others.size() == languages.size() || others.isEmpty() ? null : others.get(0);
    String best = null;
    int most = 0;
    for (WeightedItem range : ranges) {
      String found = range.name.equals("*") ? any : range.in(languages);
      if (range.weight > most && (found != null || range.name.equals("*"))) {
        most = range.weight;
        best = found;
      }
    }
    return best;
  }

  private @Nullable String in(List<String> languages) {
    String main = name.replaceFirst("-.*", "");
    return languages.stream().filter(main::equalsIgnoreCase).findFirst().orElse(null);
  }

  private static int thousandths(@Nullable String weight) {
    return weight == null ? WHOLE : (int) Math.round(Double.parseDouble(weight) * WHOLE);
  }
}
