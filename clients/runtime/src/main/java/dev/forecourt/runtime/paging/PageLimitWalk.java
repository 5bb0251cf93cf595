package dev.forecourt.runtime.paging;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Walks numbered pages. Ends at the total, at an empty page, or, where the vendor gives no total,
 * at a page that is not full.
 */
final class PageLimitWalk<P, T> extends PageWalk<P, T> {
  private final @Nullable Integer askedLimit;
  private final Function<@Nullable Integer, P> fetch;
  private final Function<P, ? extends @Nullable Number> limit;
  private final Function<P, ? extends @Nullable Number> total;

  private final @Nullable Integer startPage;
  private final int start;
  private int next;
  private long walked;

  PageLimitWalk(
      String vendor,
      String operation,
      @Nullable Integer startPage,
      @Nullable Integer askedLimit,
      Function<@Nullable Integer, P> fetch,
      Function<P, List<T>> items,
      Function<P, ? extends @Nullable Number> limit,
      Function<P, ? extends @Nullable Number> total) {
    super(vendor, operation, "page", items);
    this.startPage = startPage;
    this.start = startPage == null ? 1 : startPage;
    this.next = start;
    this.askedLimit = askedLimit;
    this.fetch = fetch;
    this.limit = limit;
    this.total = total;
  }

  @Override
  long number() {
    return next;
  }

  @Override
  P fetch() {
    // the first request is the caller's own: a page that is not set is not sent
    return fetch.apply(next == start ? startPage : Integer.valueOf(next));
  }

  @Override
  boolean isLast(P page, int size) {
    next++;
    walked += size;
    Number most = full(limit.apply(page), askedLimit);
    // counts what really came: a server may cap the limit that it repeats in its answer
    long come = walked + (most == null ? 0 : (start - 1L) * most.longValue());
    Long all = plausible(total.apply(page), come);
    return all == null ? most != null && size < most.longValue() : come >= all;
  }
}
