package dev.forecourt.runtime;

import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Walks numbered pages. Ends at the total, at an empty page, or, where the vendor gives no total,
 * at a page that is not full.
 */
final class PageLimitWalk<P, T> implements Iterator<P> {
  private final String operation;
  private final @Nullable Integer askedLimit;
  private final Function<@Nullable Integer, P> fetch;
  private final Function<P, List<T>> items;
  private final Function<P, ? extends @Nullable Number> limit;
  private final Function<P, ? extends @Nullable Number> total;

  private final @Nullable Integer startPage;
  private final int start;
  private int next;
  private long walked;
  private boolean ended;
  private List<T> previous = List.of();

  PageLimitWalk(
      String operation,
      @Nullable Integer startPage,
      @Nullable Integer askedLimit,
      Function<@Nullable Integer, P> fetch,
      Function<P, List<T>> items,
      Function<P, ? extends @Nullable Number> limit,
      Function<P, ? extends @Nullable Number> total) {
    this.operation = operation;
    this.startPage = startPage;
    this.start = startPage == null ? 1 : startPage;
    this.next = start;
    this.askedLimit = askedLimit;
    this.fetch = fetch;
    this.items = items;
    this.limit = limit;
    this.total = total;
  }

  @Override
  public boolean hasNext() {
    return !ended;
  }

  @Override
  public P next() {
    if (ended) {
      throw new NoSuchElementException("The list has no more pages.");
    }
    // the first request is the caller's own: a page that is not set is not sent
    P page = fetch.apply(next == start ? startPage : Integer.valueOf(next));
    List<T> data = items.apply(page);
    refuseRepetition(data);
    walked += data.size();
    ended = data.isEmpty() || isLast(page, data.size());
    previous = data;
    next++;
    return page;
  }

  private boolean isLast(P page, int size) {
    Number all = total.apply(page);
    Number most = limit.apply(page) == null ? askedLimit : limit.apply(page);
    if (all == null) {
      return most != null && size < most.intValue();
    }
    // counts what really came: a server may cap the limit that it repeats in its answer
    long before = most == null ? 0 : (start - 1L) * most.intValue();
    return before + walked >= all.longValue();
  }

  /** A server that ignores the page number would keep us busy for ever. */
  private void refuseRepetition(List<T> data) {
    if (!data.isEmpty() && data.equals(previous)) {
      throw new VendorDecodeException(
          operation
              + ": page "
              + next
              + " holds the same objects as page "
              + (next - 1)
              + ", so the server ignores the page number. Expected new objects or an empty page."
              + " Use firstPage(), and tell the vendor.",
          null);
    }
  }
}
