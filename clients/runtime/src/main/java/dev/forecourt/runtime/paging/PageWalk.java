package dev.forecourt.runtime.paging;

import dev.forecourt.runtime.errors.Failure;
import dev.forecourt.runtime.errors.VendorDecodeException;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Walks the pages of a list, whatever they are numbered by. Ends at an empty page at the latest.
 */
abstract class PageWalk<P, T> implements Iterator<P> {
  private final String vendor;
  private final String operation;
  private final String unit;
  private final Function<P, List<T>> items;
  private boolean ended;
  private long walkedPages;
  private long marked = 1;
  private long markedNumber;
  private List<T> mark = List.of();

  /** The unit is what the pages are numbered by, for messages: "page" or "offset". */
  PageWalk(String vendor, String operation, String unit, Function<P, List<T>> items) {
    this.vendor = vendor;
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
    return page;
  }

  /**
   * A server that ignores the number, or counts in a circle, would keep us busy for ever. Compares
   * with one page of before, at ever longer distances (Brent), so that any circle is found and one
   * page is kept.
   */
  private void refuseRepetition(long number, List<T> data) {
    if (!data.isEmpty() && data.equals(mark)) {
      throw new VendorDecodeException(
          Failure.of(vendor, operation)
              .status(200)
              .message(
                  vendor
                      + " "
                      + operation
                      + ": "
                      + unit
                      + " "
                      + number
                      + " holds the same objects as "
                      + unit
                      + " "
                      + markedNumber
                      + ", so the server ignores the "
                      + unit
                      + " or counts in a circle. Expected new objects or an empty page. Use firstPage(), and tell"
                      + " the vendor.")
              .build());
    }
    walkedPages++;
    if (walkedPages == marked) {
      marked *= 2;
      mark = data;
      markedNumber = number;
    }
  }

  /**
   * A count of the vendor's that can be true: null if it is negative, or smaller than what has come
   * already.
   */
  static @Nullable Long plausible(@Nullable Number count, long come) {
    return count == null || count.longValue() < come ? null : Long.valueOf(count.longValue());
  }

  /** The size of a full page: that of the answer, else the one that was asked for; null if none. */
  static @Nullable Number full(@Nullable Number answered, @Nullable Integer asked) {
    return answered != null && answered.longValue() > 0 ? answered : asked;
  }
}
