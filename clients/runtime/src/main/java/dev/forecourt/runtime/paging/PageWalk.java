package dev.forecourt.runtime.paging;

import dev.forecourt.runtime.errors.VendorDecodeException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;

/**
 * Walks the pages of a list, whatever they are numbered by. Ends at an empty page at the latest.
 */
abstract class PageWalk<P, T> implements Iterator<P> {
  private final String operation;
  private final String unit;
  private final Function<P, List<T>> items;
  private boolean ended;
  private long before;
  private List<T> previous = List.of();

  /** The unit is what the pages are numbered by, for messages: "page" or "offset". */
  PageWalk(String operation, String unit, Function<P, List<T>> items) {
    this.operation = operation;
    this.unit = unit;
    this.items = items;
  }

  /** Number of the page that comes next. */
  abstract long number();

  /** Asks for the next page. */
  abstract P fetch();

  /** Whether nothing follows this page of so many items; called once a page. */
  abstract boolean isLast(P page, int size);

  @Override
  public final boolean hasNext() {
    return !ended;
  }

  @Override
  public final P next() {
    if (ended) {
      throw new NoSuchElementException("The list has no more pages.");
    }
    long number = number();
    P page = fetch();
    List<T> data = items.apply(page);
    refuseRepetition(number, data);
    boolean last = isLast(page, data.size());
    ended = last || data.isEmpty();
    previous = data;
    before = number;
    return page;
  }

  /** A server that ignores the number would keep us busy for ever. */
  private void refuseRepetition(long number, List<T> data) {
    if (!data.isEmpty() && data.equals(previous)) {
      throw new VendorDecodeException(
          operation
              + ": "
              + unit
              + " "
              + number
              + " holds the same objects as "
              + unit
              + " "
              + before
              + ", so the server ignores the "
              + unit
              + " number. Expected new objects or an empty page. Use firstPage(), and tell the"
              + " vendor.",
          null);
    }
  }
}
