package dev.forecourt.runtime.paging;

import dev.forecourt.runtime.async.CallFuture;
import dev.forecourt.runtime.async.PullSubscription;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;
import java.util.concurrent.Flow;
import java.util.function.Supplier;

/**
 * All objects of a list, over all its pages, for callers whose threads must not wait.
 *
 * <pre>{@code
 * client.async().reviews().listReviews().firstPage().thenAccept(page -> show(page.total()));
 * client.async().reviews().listReviews().subscribe(subscriber);
 * }</pre>
 *
 * <p>A publisher of the objects: each subscriber starts anew at the page of the query, and a page
 * is asked for when its objects are requested. Cancelling a subscription or a future ends the
 * request under way. Signals come on threads of the client's executor, one at a time.
 *
 * @param <P> type of a page
 * @param <T> type of an object
 */
public final class AsyncPages<P, T> implements Flow.Publisher<T> {
  private final Pages<P, T> pages;
  private final Executor executor;

  AsyncPages(Pages<P, T> pages, Executor executor) {
    this.pages = pages;
    this.executor = executor;
  }

  @Override
  public void subscribe(Flow.Subscriber<? super T> subscriber) {
    PullSubscription.start(subscriber, pages::iterator, executor);
  }

  /** The pages, one request each. */
  public Flow.Publisher<P> pages() {
    return subscriber -> PullSubscription.start(subscriber, pages::pageIterator, executor);
  }

  /** The page that the query names, or the first: exactly one request. */
  public CompletableFuture<P> firstPage() {
    return CallFuture.start(executor, pages::firstPage);
  }

  /** All objects, in the vendor's order. Mind the size of the list. */
  public CompletableFuture<List<T>> toList() {
    Supplier<List<T>> all =
        () -> {
          List<T> list = new ArrayList<>();
          Iterator<T> items = pages.iterator();
          items.forEachRemaining(list::add);
          return list;
        };
    return CallFuture.start(executor, all);
  }
}
