package dev.forecourt.runtime.paging;

import java.util.Collections;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import java.util.function.Function;

/** Objects of pages; asks for the next page when the last object of a page is used up. */
final class ItemIterator<P, T> implements Iterator<T> {
  private final Iterator<P> pages;
  private final Function<P, List<T>> items;
  private Iterator<T> current = Collections.emptyIterator();

  ItemIterator(Iterator<P> pages, Function<P, List<T>> items) {
    this.pages = pages;
    this.items = items;
  }

  @Override
  public boolean hasNext() {
    while (!current.hasNext() && pages.hasNext()) {
      current = items.apply(pages.next()).iterator();
    }
    return current.hasNext();
  }

  @Override
  public T next() {
    if (!hasNext()) {
      throw new NoSuchElementException("The list has no more objects.");
    }
    return current.next();
  }
}
