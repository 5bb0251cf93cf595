package dev.forecourt.mock.convention;

import dev.forecourt.mock.contract.Operation;
import dev.forecourt.mock.json.JsonTree;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** What one operation does with the items of a collection. */
public final class ItemPlan {

  private final Operation operation;
  private final int number;
  private final Map<String, @Nullable Object> convention;
  private final Map<String, @Nullable Object> paging;
  private final Hidden hidden;

  /**
   * An operation by its number in the contract, with its {@code x-convention} and its {@code
   * x-paging} as JSON.
   */
  public ItemPlan(Operation operation, int number, String convention, String paging) {
    this.operation = operation;
    this.number = number;
    this.convention = JsonTree.object(Json.read(convention));
    this.paging = JsonTree.object(Json.read(paging));
    hidden = Hidden.of(Json.list(this.convention.get("hidden")));
  }

  Operation operation() {
    return operation;
  }

  int number() {
    return number;
  }

  String collection() {
    return text(convention, "collection", "");
  }

  String role() {
    return text(convention, "role", "");
  }

  /** The path parameter that holds the id. */
  String id() {
    return text(convention, "id", "");
  }

  Pointer items() {
    return new Pointer(text(convention, "items", text(paging, "items", "")));
  }

  /** Where the answer has the item; null when it has none. */
  @Nullable Pointer item() {
    Object pointer = convention.get("item");
    return pointer instanceof String text ? new Pointer(text) : null;
  }

  /** An item as this operation shows it. */
  Map<String, @Nullable Object> shown(Map<String, @Nullable Object> item) {
    return hidden.without(item);
  }

  Map<String, String> parents() {
    return texts("parents");
  }

  Map<String, String> filters() {
    return texts("filters");
  }

  @Nullable String sort() {
    Object name = JsonTree.object(convention.get("sort")).get("parameter");
    return name == null ? null : name.toString();
  }

  private Map<String, String> texts(String name) {
    Map<String, String> all = new LinkedHashMap<>();
    JsonTree.object(convention.get(name))
        .forEach((key, value) -> all.put(key, value == null ? "" : value.toString()));
    return all;
  }

  boolean pages() {
    return !paging.isEmpty();
  }

  String paging(String name, String otherwise) {
    return text(paging, name, otherwise);
  }

  private static String text(Map<String, @Nullable Object> from, String name, String otherwise) {
    Object value = from.get(name);
    return value == null ? otherwise : value.toString();
  }
}
