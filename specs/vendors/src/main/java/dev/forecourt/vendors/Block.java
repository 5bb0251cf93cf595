package dev.forecourt.vendors;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.Predicate;

/**
 * A few lines that are the same for every vendor but for its id and port.
 *
 * @param file the file, from the root of the checkout
 * @param key the line of the block that tells vendors apart, without its indentation
 * @param lines all of the block
 * @param wants which vendors stand there
 */
record Block(
    String file,
    Function<ListedVendor, String> key,
    Function<ListedVendor, String> lines,
    Predicate<ListedVendor> wants)
    implements Place {

  @Override
  public boolean isFor(ListedVendor vendor) {
    return wants.test(vendor);
  }

  @Override
  public String wanted(ListedVendor vendor) {
    return key.apply(vendor);
  }

  @Override
  public String addedTo(String text, ListedVendor vendor, List<ListedVendor> others) {
    List<Found> found = new ArrayList<>();
    for (ListedVendor other : others) {
      int start = text.indexOf(lines.apply(other));
      if (start >= 0 && !other.id().equals(vendor.id())) {
        found.add(new Found(other.id(), start, start + lines.apply(other).length()));
      }
    }
    if (found.isEmpty()) {
      throw new IllegalStateException(
          "%s names no other vendor in the form that is written there, so it is not known where %s goes. Add it by hand:%n%s"
              .formatted(file, vendor.id(), lines.apply(vendor)));
    }
    int at = position(found, vendor.id());
    return text.substring(0, at) + lines.apply(vendor) + text.substring(at);
  }

  /** By id where the others stand by id, else after the last of them. */
  private static int position(List<Found> found, String id) {
    found.sort(Comparator.comparingInt(Found::start));
    List<String> ids = found.stream().map(Found::id).toList();
    if (ids.equals(ids.stream().sorted().toList())) {
      for (Found each : found) {
        if (each.id().compareTo(id) > 0) {
          return each.start();
        }
      }
    }
    return found.get(found.size() - 1).end();
  }

  private record Found(String id, int start, int end) {}
}
