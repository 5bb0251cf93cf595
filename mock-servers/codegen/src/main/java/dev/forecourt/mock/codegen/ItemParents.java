package dev.forecourt.mock.codegen;

import dev.forecourt.mock.codegen.Conventions.Seeded;
import dev.forecourt.mock.codegen.document.Findings;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What items stand below, as the variables of paths before their id say. */
final class ItemParents {

  private final ItemIds ids;
  private final Map<String, List<ItemOperation>> byCollection;
  private final Findings findings;

  ItemParents(ItemIds ids, Map<String, List<ItemOperation>> byCollection, Findings findings) {
    this.ids = ids;
    this.byCollection = byCollection;
    this.findings = findings;
  }

  /** Writes into each row what it stands below. */
  void add(List<ItemOperation> operations, Seeded one, Map<String, Seeded> all) {
    Set<String> names = new LinkedHashSet<>();
    operations.forEach(each -> names.addAll(each.map("parents").keySet()));
    for (String name : names) {
      ItemOperation lister = below(operations, name);
      ItemOperation first = asker(operations, String.valueOf(one.rows().get(0).get("id")));
      String member = lister.map("parents").get(name).toString();
      for (Map<String, @Nullable Object> row : one.rows()) {
        set(row, name, member, parent(lister, name, all));
      }
      if (first != null && first.map("parents").containsKey(name)) {
        set(one.rows().get(0), name, member, parent(first, name, all));
      }
      for (int i = 0; i < one.askers().size(); i++) {
        if (one.askers().get(i).map("parents").containsKey(name)) {
          set(one.rows().get(i + 1), name, member, ids.sample(one.askers().get(i), name));
        }
      }
    }
  }

  /** Notes an operation that finds nothing when it is called as its contract shows. */
  void noteUnknown(ItemOperation operation, Seeded one) {
    String id = operation.text("id");
    if (operation.pathField(id) != null
        && one.rows().stream().noneMatch(row -> isFound(row, operation))) {
      findings.note(
          operation.operation().getOperationId(),
          ("the stub has no item '%s' there: 404; give the id and what is before it one example"
                  + " each for all operations of '%s'")
              .formatted(ids.sample(operation, id), one.name()));
    }
  }

  private boolean isFound(Map<String, @Nullable Object> row, ItemOperation operation) {
    Map<?, ?> parents = (Map<?, ?>) row.get("parents");
    return String.valueOf(row.get("id"))
            .equals(String.valueOf(ids.sample(operation, operation.text("id"))))
        && operation.map("parents").keySet().stream()
            .allMatch(
                name ->
                    !parents.containsKey(name)
                        || String.valueOf(ids.sample(operation, name))
                            .equals(String.valueOf(parents.get(name))));
  }

  /** Of the operations with this parent the one that lists; where none does, the first. */
  private static ItemOperation below(List<ItemOperation> operations, String parent) {
    List<ItemOperation> all =
        operations.stream().filter(each -> each.map("parents").containsKey(parent)).toList();
    return all.stream()
        .filter(each -> each.text("role").equals("list"))
        .findFirst()
        .orElse(all.get(0));
  }

  /** The first operation whose caller, with nothing but the contract, sends this id. */
  private @Nullable ItemOperation asker(List<ItemOperation> operations, String id) {
    return operations.stream()
        .filter(each -> !each.text("id").isEmpty() && ids.sample(each, each.text("id")).equals(id))
        .findFirst()
        .orElse(null);
  }

  @SuppressWarnings("unchecked") // it is our own, see seeded
  private static void set(
      Map<String, @Nullable Object> row, String name, String member, Object value) {
    ((Map<String, @Nullable Object>) row.get("parents")).put(name, value.toString());
    Map<String, @Nullable Object> item = (Map<String, @Nullable Object>) row.get("item");
    if (item.containsKey(member)) {
      item.put(member, ItemIds.whole(item.get(member), value));
    }
  }

  private Object parent(ItemOperation operation, String name, Map<String, Seeded> all) {
    Field field = operation.pathField(name);
    if (field != null && operation.inputs().example(field) != null) {
      return ids.sample(operation, name);
    }
    for (List<ItemOperation> other : byCollection.values()) {
      Seeded seeded = all.get(other.get(0).text("collection"));
      if (seeded != null && other.stream().anyMatch(each -> each.text("id").equals(name))) {
        return String.valueOf(seeded.rows().get(0).get("id"));
      }
    }
    return ids.sample(operation, name);
  }
}
