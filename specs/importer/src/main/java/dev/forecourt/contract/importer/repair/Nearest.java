package dev.forecourt.contract.importer.repair;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The one component that a misspelt reference can mean. */
final class Nearest {
  private Nearest() {}

  static @Nullable String component(JsonNode root, String group, String ref) {
    String name =
        ref.substring(ref.lastIndexOf('/') + 1)
            .replace("#", "")
            .replaceFirst("\\.(ya?ml|json)$", "");
    List<String> all =
        root.path("components").path(group).properties().stream()
            .map(each -> each.getKey())
            .toList();
    if (all.contains(name)) {
      return name;
    }
    List<String> alike = all.stream().filter(each -> plain(each).equals(plain(name))).toList();
    if (alike.size() == 1) {
      return alike.get(0);
    }
    // one letter more, less or other, in names long enough to tell
    List<String> near =
        name.length() < 4
            ? List.of()
            : all.stream().filter(each -> isNear(plain(each), plain(name))).toList();
    return alike.isEmpty() && near.size() == 1 ? near.get(0) : null;
  }

  private static String plain(String name) {
    return name.toLowerCase(Locale.ROOT).replaceAll("[^a-z0-9]", "");
  }

  private static boolean isNear(String a, String b) {
    if (Math.abs(a.length() - b.length()) > 1) {
      return false;
    }
    // a number at the end tells versions apart
    if (!digits(a).equals(digits(b))) {
      return false;
    }
    String shorter = a.length() <= b.length() ? a : b;
    String longer = a.length() <= b.length() ? b : a;
    int i = 0;
    while (i < shorter.length() && shorter.charAt(i) == longer.charAt(i)) {
      i++;
    }
    String restLonger = longer.substring(Math.min(i + 1, longer.length()));
    return restLonger.equals(
        shorter.substring(Math.min(shorter.length(), a.length() == b.length() ? i + 1 : i)));
  }

  private static String digits(String name) {
    return Stream.of(name.split("\\D+")).filter(each -> !each.isEmpty()).toList().toString();
  }
}
