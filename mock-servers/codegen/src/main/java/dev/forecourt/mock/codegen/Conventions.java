package dev.forecourt.mock.codegen;

import dev.forecourt.mock.codegen.document.Findings;
import io.swagger.v3.oas.models.Operation;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the contract says of collections and items: their seed, and what each operation does. */
final class Conventions {

  private static final int ROWS = 10;

  /** Most rows for callers who have nothing but the contract. */
  private static final int ASKED = 5;

  private static final List<String> SOURCES =
      List.of("read", "create", "replace", "change", "list", "delete");

  private final ItemShapes shapes;
  private final ItemIds ids;
  private final Findings findings;
  private final Map<String, List<ItemOperation>> byCollection = new LinkedHashMap<>();

  Conventions(Schemas schemas, Samples samples, Findings findings) {
    shapes = new ItemShapes(schemas, samples);
    ids = new ItemIds(samples);
    this.findings = findings;
  }

  /**
   * A collection with its rows.
   *
   * @param askers operations for whose callers the rows after the first are, one each
   */
  record Seeded(
      String name,
      String member,
      String kind,
      Set<String> readOnly,
      Map<String, @Nullable Object> template,
      List<ItemOperation> askers,
      List<Map<String, @Nullable Object>> rows) {}

  void add(int number, Operation operation, Inputs inputs) {
    Object written =
        operation.getExtensions() == null ? null : operation.getExtensions().get("x-convention");
    if (written instanceof Map<?, ?> map) {
      Map<String, Object> convention = new LinkedHashMap<>();
      map.forEach(
          (name, value) -> {
            if (value != null) {
              convention.put(String.valueOf(name), value);
            }
          });
      ItemOperation one = new ItemOperation(number, operation, inputs, convention);
      byCollection.computeIfAbsent(one.text("collection"), each -> new ArrayList<>()).add(one);
    }
  }

  /** Those of which items are known; the operations of the others answer from examples. */
  List<Seeded> seeded() {
    Map<String, Seeded> all = new LinkedHashMap<>();
    byCollection.forEach(
        (name, operations) -> {
          Seeded one = seeded(name, operations);
          if (one == null) {
            findings.note("collection " + name, "no item is known; examples are answered");
          } else {
            all.put(name, one);
          }
        });
    ItemParents parents = new ItemParents(ids, byCollection, findings);
    all.forEach((name, one) -> parents.add(byCollection.get(name), one, all));
    all.forEach(
        (name, one) -> byCollection.get(name).forEach(each -> parents.noteUnknown(each, one)));
    return List.copyOf(all.values());
  }

  List<ItemOperation> operations(String collection) {
    return byCollection.getOrDefault(collection, List.of());
  }

  private @Nullable Seeded seeded(String name, List<ItemOperation> operations) {
    for (String role : SOURCES) {
      for (ItemOperation each : operations) {
        Map<String, @Nullable Object> item =
            each.text("role").equals(role) ? shapes.item(each, 0) : null;
        if (item != null) {
          return seeded(name, operations, each, item);
        }
      }
    }
    return null;
  }

  private Seeded seeded(
      String name,
      List<ItemOperation> operations,
      ItemOperation source,
      Map<String, @Nullable Object> template) {
    String member = first(operations, "member");
    Object id = ids.first(operations, member, template.get(member));
    String kind = ItemIds.kind(id);
    Map<String, ItemOperation> asked = asked(operations, id.toString());
    List<ItemOperation> askers = List.copyOf(asked.values());
    Set<String> known = new HashSet<>(asked.keySet());
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    rows.add(row(id.toString(), member, id, template, template));
    int number = 1;
    for (String each : asked.keySet()) {
      Object own =
          kind.equals("integer")
              ? ItemIds.number(each, ItemIds.otherId(id, kind, ROWS + number))
              : each;
      rows.add(row(each, member, own, shapes.item(source, number), template));
      number++;
    }
    for (int next = 1; rows.size() < ROWS; next++) {
      Object own = ItemIds.otherId(id, kind, next);
      if (known.add(own.toString())) {
        rows.add(row(own.toString(), member, own, shapes.item(source, rows.size()), template));
      }
    }
    return new Seeded(name, member, kind, shapes.readOnly(source), template, askers, rows);
  }

  private static Map<String, @Nullable Object> row(
      String id,
      String member,
      Object own,
      @Nullable Map<String, @Nullable Object> sampled,
      Map<String, @Nullable Object> template) {
    Map<String, @Nullable Object> item = new LinkedHashMap<>(sampled == null ? template : sampled);
    if (!member.isEmpty() && template.containsKey(member)) {
      item.put(member, own);
    }
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("id", id);
    row.put("parents", new LinkedHashMap<String, @Nullable Object>());
    row.put("item", item);
    return row;
  }

  /**
   * Ids besides the first that callers send who have nothing but the contract, each with an
   * operation that asks for it.
   */
  private Map<String, ItemOperation> asked(List<ItemOperation> operations, String first) {
    Map<String, ItemOperation> asked = new LinkedHashMap<>();
    for (ItemOperation each : operations) {
      boolean asks = each.pathField(each.text("id")) != null;
      String id = asks ? ids.sample(each, each.text("id")).toString() : first;
      if (!id.equals(first) && asked.size() < ASKED) {
        asked.putIfAbsent(id, each);
      }
    }
    return asked;
  }

  private static String first(List<ItemOperation> operations, String name) {
    return operations.stream()
        .map(each -> each.text(name))
        .filter(each -> !each.isEmpty())
        .findFirst()
        .orElse("");
  }

  /** JSON pointers to what items may hold and this operation does not show. */
  Set<String> hidden(Seeded seeded, ItemOperation operation) {
    return shapes.hidden(seeded, operation, operations(seeded.name()));
  }

  /** The id of the first row of a collection whose items a path parameter names; null if none. */
  static @Nullable String firstId(List<Seeded> seeded, Conventions conventions, String parameter) {
    for (Seeded each : seeded) {
      if (conventions.operations(each.name()).stream()
          .anyMatch(operation -> operation.text("id").equals(parameter))) {
        return String.valueOf(each.rows().get(0).get("id"));
      }
    }
    return null;
  }
}
