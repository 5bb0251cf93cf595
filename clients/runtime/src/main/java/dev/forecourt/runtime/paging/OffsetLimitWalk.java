package dev.forecourt.runtime.paging;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Walks stretches of a list by the number of objects to skip. Ends at the total, at an empty
 * stretch, or, where the vendor gives no total, at a stretch that is not full.
 */
final class OffsetLimitWalk<P, T> extends PageWalk<P, T> {
  private final @Nullable Integer startOffset;
  private final @Nullable Integer askedLimit;
  private final Function<@Nullable Integer, P> fetch;
  private final Function<P, ? extends @Nullable Number> limit;
  private final Function<P, ? extends @Nullable Number> total;
  private boolean started;
  private int next;

  OffsetLimitWalk(
      String vendor,
      String operation,
      @Nullable Integer startOffset,
      @Nullable Integer askedLimit,
      Function<@Nullable Integer, P> fetch,
      Function<P, List<T>> items,
      Function<P, ? extends @Nullable Number> limit,
      Function<P, ? extends @Nullable Number> total) {
    super(vendor, operation, "offset", items);
    this.startOffset = startOffset;
    this.next = startOffset == null ? 0 : startOffset;
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
    // the first request is the caller's own: an offset that is not set is not sent
    P page = fetch.apply(started ? Integer.valueOf(next) : startOffset);
    started = true;
    return page;
  }

  @Override
  boolean isLast(P page, int size) {
    // by what really came: a server may send less than was asked for
    next += size;
    Number most = full(limit.apply(page), askedLimit);
    Long all = plausible(total.apply(page), next);
    return all == null ? most != null && size < most.longValue() : next >= all;
  }
}
