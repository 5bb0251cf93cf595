package dev.forecourt.runtime.paging;

import dev.forecourt.runtime.call.Call;
import dev.forecourt.runtime.errors.VendorException;
import java.util.Iterator;
import java.util.List;
import java.util.Objects;
import java.util.Spliterator;
import java.util.Spliterators;
import java.util.concurrent.Executor;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.jspecify.annotations.Nullable;

/**
 * All objects of a list, over all its pages. A page is asked for when it is needed and not before.
 *
 * <pre>{@code
 * for (Review review : client.reviews().listReviews()) { ... }
 * client.reviews().listReviews().stream().limit(20).toList();
 * ReviewPage first = client.reviews().listReviews().firstPage();
 * }</pre>
 *
 * <p>Every iterator and stream starts anew at the page of the query. Objects that are added or
 * removed meanwhile may appear twice or not at all: the vendor counts pages, not objects. Throws
 * {@link VendorException} while walking.
 *
 * @param <P> type of a page
 * @param <T> type of an object
 */
public final class Pages<P, T> implements Iterable<T> {
  private final Supplier<Iterator<P>> pages;
  private final Function<P, List<T>> items;

  private Pages(Supplier<Iterator<P>> pages, Function<P, List<T>> items) {
    this.pages = pages;
    this.items = items;
  }

  /** For generated code: a list whose pages are numbered from 1. */
  public static <P, T> Pages<P, T> pageLimit(
      String vendor,
      String operation,
      @Nullable Integer startPage,
      @Nullable Integer askedLimit,
      Function<@Nullable Integer, P> fetch,
      Function<P, List<T>> items,
      Function<P, ? extends @Nullable Number> limit,
      Function<P, ? extends @Nullable Number> total) {
    return new Pages<>(
        () ->
            new PageLimitWalk<>(
                vendor, operation, startPage, askedLimit, fetch, items, limit, total),
        items);
  }

  /** For generated code: a list that is asked for by the number of objects to skip. */
  public static <P, T> Pages<P, T> offsetLimit(
      String vendor,
      String operation,
      @Nullable Integer startOffset,
      @Nullable Integer askedLimit,
      Function<@Nullable Integer, P> fetch,
      Function<P, List<T>> items,
      Function<P, ? extends @Nullable Number> limit,
      Function<P, ? extends @Nullable Number> total) {
    return new Pages<>(
        () ->
            new OffsetLimitWalk<>(
                vendor, operation, startOffset, askedLimit, fetch, items, limit, total),
        items);
  }

  /** For generated code: a list whose page number stands in the request body. */
  public static <P, T> Pages<P, T> bodyPage(
      String vendor,
      String operation,
      @Nullable Integer startPage,
      Function<Integer, P> fetch,
      Function<P, List<T>> items,
      Function<P, ? extends @Nullable Number> pages) {
    int start =
        Objects.requireNonNull(
            startPage, vendor + " " + operation + ": the page to start at must not be null");
    return new Pages<>(
        () -> new BodyPageWalk<>(vendor, operation, start, fetch, items, pages), items);
  }

  /** For generated code: a list whose pages follow each other as the rule says. */
  public static <P, T> Pages<P, T> walk(
      String vendor, String operation, Call<P> call, PageRule<P, T> rule) {
    return new Pages<>(() -> new RuleWalk<>(vendor, operation, call, rule), rule.items);
  }

  @Override
  public Iterator<T> iterator() {
    return new ItemIterator<>(pages.get(), items);
  }

  /** All objects, in the vendor's order. */
  public Stream<T> stream() {
    return stream(iterator());
  }

  /** The pages, one request each, for callers who need {@code total} or work in batches. */
  public Stream<P> pages() {
    return stream(pages.get());
  }

  /** The page that the query names, or the first: exactly one request. */
  public P firstPage() {
    return pages.get().next();
  }

  /** The same without a thread that waits; the executor runs what asks for pages. */
  public AsyncPages<P, T> async(Executor executor) {
    return new AsyncPages<>(this, executor);
  }

  Iterator<P> pageIterator() {
    return pages.get();
  }

  private static <E> Stream<E> stream(Iterator<E> iterator) {
    return StreamSupport.stream(
        Spliterators.spliteratorUnknownSize(iterator, Spliterator.ORDERED), false);
  }
}
