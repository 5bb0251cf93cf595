package dev.forecourt.runtime.json;

import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;

/** A list that nobody can change, so a model keeps the one that was read, and copies all others. */
final class FrozenList<T> extends AbstractList<T> implements RandomAccess {
  private final Object[] elements;

  private FrozenList(Object[] elements) {
    this.elements = elements;
  }

  static <T> List<T> of(List<T> list) {
    // not List.copyOf: a caller's list may hold null
    return list instanceof FrozenList ? list : new FrozenList<>(list.toArray());
  }

  @Override
  @SuppressWarnings("unchecked") // put in as T
  public T get(int index) {
    return (T) elements[index];
  }

  @Override
  public int size() {
    return elements.length;
  }

  @Override
  public Object[] toArray() {
    return elements.clone();
  }
}
