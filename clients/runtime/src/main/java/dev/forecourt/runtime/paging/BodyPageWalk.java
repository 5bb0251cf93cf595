package dev.forecourt.runtime.paging;

import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Walks pages whose number stands in the request body. Begins at the page of the request and ends
 * after the page whose number is the number of pages, or at an empty page: right whether the vendor
 * counts from 0 or from 1.
 */
final class BodyPageWalk<P, T> extends PageWalk<P, T> {
  private final Function<Integer, P> fetch;
  private final Function<P, ? extends @Nullable Number> pages;
  private int next;

  BodyPageWalk(
      String vendor,
      String operation,
      int startPage,
      Function<Integer, P> fetch,
      Function<P, List<T>> items,
      Function<P, ? extends @Nullable Number> pages) {
    super(vendor, operation, "page", items);
    this.next = startPage;
    this.fetch = fetch;
    this.pages = pages;
  }

  @Override
  long number() {
    return next;
  }

  @Override
  P fetch() {
    return fetch.apply(next);
  }

  @Override
  boolean isLast(P page, int size) {
    Number all = pages.apply(page);
    int walked = next++;
    // a negative number of pages says nothing
    return all != null && all.intValue() >= 0 && walked >= all.intValue();
  }
}
