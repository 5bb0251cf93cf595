package dev.forecourt.runtime.paging;

import dev.forecourt.runtime.json.Json;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How the pages of a list follow each other, as the contract says. Used by generated code.
 * Immutable.
 *
 * @param <P> type of a page
 * @param <T> type of an object
 */
public final class PageRule<P, T> {
  /** What moves from page to page. */
  enum Style {
    OFFSET,
    PAGE,
    CURSOR,
    LINK
  }

  final Style style;
  final String parameter;
  final String size;
  final long first;
  final Function<P, List<T>> items;
  final Function<P, ? extends @Nullable Object> next;
  final Function<P, ? extends @Nullable Object> total;
  final Function<P, ? extends @Nullable Object> pages;

  private PageRule(
      Style style,
      String parameter,
      String size,
      long first,
      Function<P, List<T>> items,
      Function<P, ? extends @Nullable Object> next,
      Function<P, ? extends @Nullable Object> total,
      Function<P, ? extends @Nullable Object> pages) {
    this.style = style;
    this.parameter = parameter;
    this.size = size;
    this.first = first;
    this.items = items;
    this.next = next;
    this.total = total;
    this.pages = pages;
  }

  private static <P, T> PageRule<P, T> of(
      Style style, String parameter, long first, Function<P, List<T>> items) {
    return new PageRule<>(
        style, parameter, "", first, items, page -> null, page -> null, page -> null);
  }

  /** By the number of objects to skip. */
  public static <P, T> PageRule<P, T> offset(
      String parameter, long first, Function<P, List<T>> items) {
    return of(Style.OFFSET, parameter, first, items);
  }

  /** By the number of the page. */
  public static <P, T> PageRule<P, T> page(
      String parameter, long first, Function<P, List<T>> items) {
    return of(Style.PAGE, parameter, first, items);
  }

  /** By what each page names as the next: a text, or a URL whose query is taken over. */
  public static <P, T> PageRule<P, T> cursor(String parameter, Function<P, List<T>> items) {
    return of(Style.CURSOR, parameter, 0, items);
  }

  /** By the header {@code Link} with {@code rel="next"} (RFC 8288), whose query is taken over. */
  public static <P, T> PageRule<P, T> link(Function<P, List<T>> items) {
    return of(Style.LINK, "", 0, items);
  }

  /** The same with the query parameter that says how many objects a page may have. */
  public PageRule<P, T> size(String parameter) {
    return new PageRule<>(style, this.parameter, parameter, first, items, next, total, pages);
  }

  /** The same with where a page names the next one. */
  public PageRule<P, T> next(Function<P, ? extends @Nullable Object> next) {
    return new PageRule<>(style, parameter, size, first, items, next, total, pages);
  }

  /** The same with where a page says how many objects there are. */
  public PageRule<P, T> total(Function<P, ? extends @Nullable Object> total) {
    return new PageRule<>(style, parameter, size, first, items, next, total, pages);
  }

  /** The same with where a page says how many pages there are. */
  public PageRule<P, T> pages(Function<P, ? extends @Nullable Object> pages) {
    return new PageRule<>(style, parameter, size, first, items, next, total, pages);
  }

  /** What a pointer leads to in a page that has no model; null for nothing. */
  public static @Nullable Json at(Json page, String pointer) {
    return page.at(pointer).orElse(null);
  }

  /** The elements of an array in a page that has no model. */
  public static List<Json> elements(Json page, String pointer) {
    return page.at(pointer).map(Json::elements).orElse(List.of());
  }

  /** The style. */
  @Override
  public String toString() {
    return "PageRule{" + style + " " + parameter + "}";
  }
}
