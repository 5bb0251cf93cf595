package dev.forecourt.vendors;

import java.util.List;
import java.util.Objects;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** The row of a vendor in the README's table; who wrote it may have said more than is made here. */
record TableRow(String file) implements Place {

  @Override
  public boolean isFor(ListedVendor vendor) {
    return true;
  }

  @Override
  public String wanted(ListedVendor vendor) {
    return "[%s](specs/%s/openapi.yaml)".formatted(operations(vendor), vendor.id());
  }

  @Override
  public boolean isIn(String text, ListedVendor vendor) {
    return text.lines()
        .anyMatch(
            line ->
                line.contains(wanted(vendor))
                    && line.contains("| port %d".formatted(vendor.port())));
  }

  @Override
  public String addedTo(String text, ListedVendor vendor, List<ListedVendor> others) {
    Matcher own = row(vendor.id()).matcher(text);
    if (own.find()) {
      String corrected =
          own.group()
              .replaceAll("\\[[^\\]]*\\]\\(specs/", "[" + operations(vendor) + "](specs/")
              .replaceAll("\\| port \\d+", "| port " + vendor.port());
      return text.substring(0, own.start()) + corrected + text.substring(own.end());
    }
    int last =
        others.stream()
            .map(other -> row(other.id()).matcher(text))
            .filter(Matcher::find)
            .mapToInt(Matcher::end)
            .max()
            .orElseThrow(
                () -> new IllegalStateException(file + " has no table of vendors any more."));
    return text.substring(0, last) + newRow(vendor) + text.substring(last);
  }

  private static String newRow(ListedVendor vendor) {
    return Objects.requireNonNull(
        "| %s | %s | [%s](specs/%s/openapi.yaml) | `forecourt-%s`, `%sClient` | port %d |%n"
            .formatted(
                vendor.type(),
                vendor.title().replace("|", "\\|"),
                operations(vendor),
                vendor.id(),
                vendor.id(),
                vendor.type(),
                vendor.port()));
  }

  private static String operations(ListedVendor vendor) {
    return vendor.operations() == 1 ? "1 operation" : vendor.operations() + " operations";
  }

  private static Pattern row(String id) {
    return Pattern.compile("(?m)^\\|.*\\(specs/%s/openapi\\.yaml\\).*\\R".formatted(id));
  }
}
