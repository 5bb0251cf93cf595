package dev.forecourt.mock.store;

import dev.forecourt.mock.json.JsonValue;
import java.util.ArrayList;
import java.util.List;

/**
 * One page of a list.
 *
 * @param number counted from one
 * @param limit most items on a page
 * @param total items on all pages together
 * @param items those on this page, serialised
 */
public record Page(long number, long limit, long total, List<byte[]> items) {

  /** The items as values of an answer: {@code T} is the record that they show. */
  public <T> List<JsonValue<T>> values() {
    List<JsonValue<T>> values = new ArrayList<>(items.size());
    items.forEach(each -> values.add(JsonValue.written(each)));
    return values;
  }
}
