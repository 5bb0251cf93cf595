package dev.forecourt.mock.convention;

import dev.forecourt.mock.contract.Answers;
import dev.forecourt.mock.http.MockResponse;
import dev.forecourt.mock.http.Refusal;
import dev.forecourt.mock.json.JsonTree;
import dev.forecourt.mock.store.Table;
import dev.forecourt.mock.vendor.MockSettings;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Does what operations on collections and items mean: creates, lists, reads, replaces, changes and
 * deletes. Called by generated code, with the monitor of the state held.
 */
public final class Items {

  private final ConventionState state;
  private final MockSettings settings;
  private final ItemAnswers answers;

  /** Works on a state; the rules of answers are loaded when they are first needed. */
  public Items(ConventionState state, MockSettings settings, Supplier<Answers> rules) {
    this.state = state;
    this.settings = settings;
    answers = new ItemAnswers(rules);
  }

  /** The answer of an operation. Throws {@link Refusal}, 404, where there is no such item. */
  public MockResponse answer(ItemPlan plan, Call call) {
    return switch (plan.role()) {
      case "list" -> list(plan, call);
      case "create" -> create(plan, call);
      case "read" -> answers.item(plan, ConventionState.item(found(plan, call)));
      case "replace" -> replace(plan, call);
      case "change" -> change(plan, call);
      case "delete" -> delete(plan, call);
      default -> plan.operation().defaultAnswer();
    };
  }

  private Table<String, Map<String, @Nullable Object>> rows(ItemPlan plan) {
    return state.rows(plan.collection());
  }

  private MockResponse list(ItemPlan plan, Call call) {
    List<Map<String, @Nullable Object>> all = new ArrayList<>();
    for (Map<String, @Nullable Object> row : rows(plan).rows()) {
      if (isBelow(row, plan, call) && passes(ConventionState.item(row), plan, call)) {
        all.add(row);
      }
    }
    String sort = plan.sort();
    Object wanted = sort == null ? null : call.inQuery(sort);
    if (wanted != null) {
      ItemOrder.sort(all, wanted);
    }
    return answers.page(plan, ItemPage.of(all, plan, call), call);
  }

  /** Whether a row is of the parents that the path names. */
  private static boolean isBelow(Map<String, @Nullable Object> row, ItemPlan plan, Call call) {
    Map<String, @Nullable Object> parents = JsonTree.object(row.get("parents"));
    for (String name : plan.parents().keySet()) {
      Object wanted = call.inPath(name);
      Object has = parents.get(name);
      if (wanted != null && has != null && !wanted.toString().equals(has.toString())) {
        return false;
      }
    }
    return true;
  }

  private static boolean passes(Map<String, @Nullable Object> item, ItemPlan plan, Call call) {
    for (Map.Entry<String, String> each : plan.filters().entrySet()) {
      Object wanted = call.inQuery(each.getKey());
      if (wanted != null && !meets(item.get(each.getValue()), wanted)) {
        return false;
      }
    }
    return true;
  }

  private static boolean meets(@Nullable Object has, Object wanted) {
    if (wanted instanceof List<?> list) {
      return list.isEmpty() || list.stream().anyMatch(each -> each != null && meets(has, each));
    }
    if (has instanceof List<?> list) {
      return list.stream().anyMatch(each -> meets(each, wanted));
    }
    if (has instanceof Number number && wanted instanceof Number other) {
      return Double.compare(number.doubleValue(), other.doubleValue()) == 0;
    }
    return String.valueOf(has).equals(wanted.toString());
  }

  private Map<String, @Nullable Object> found(ItemPlan plan, Call call) {
    String id = String.valueOf(call.inPath(plan.id()));
    Map<String, @Nullable Object> row =
        plan.id().isEmpty() ? only(plan, call) : rows(plan).find(id);
    if (row == null || !isBelow(row, plan, call)) {
      throw new Refusal(
          404,
          "%s has no item '%s'"
              .formatted(plan.collection(), dev.forecourt.mock.text.Shown.cut(id)));
    }
    return row;
  }

  /** The item of a path without an id, such as a profile. */
  private @Nullable Map<String, @Nullable Object> only(ItemPlan plan, Call call) {
    return rows(plan).rows().stream()
        .filter(row -> isBelow(row, plan, call))
        .findFirst()
        .orElse(null);
  }

  private MockResponse create(ItemPlan plan, Call call) {
    Collection collection = state.collection(plan.collection());
    Map<String, @Nullable Object> members = writable(collection, call);
    Map<String, @Nullable Object> item = collection.fresh();
    Object id = id(collection, item, members, plan);
    item.putAll(members);
    if (!collection.member().isEmpty()) {
      item.put(collection.member(), id);
    }
    Map<String, @Nullable Object> parents = parents(plan, call, item);
    item.keySet().stream()
        .filter(name -> Collection.isTimeOfCreation(name) || Collection.isTimeOfChange(name))
        .forEach(name -> touch(item, name, members));
    put(plan, String.valueOf(id), parents, item);
    MockResponse answer = answers.item(plan, item);
    return answer.header("Location") == null
        ? answer
        : answer.with("Location", location(plan, call, String.valueOf(id)));
  }

  private static String location(ItemPlan plan, Call call, String id) {
    String path = plan.operation().path();
    for (Map.Entry<String, Object> each : call.path().entrySet()) {
      path = path.replace("{" + each.getKey() + "}", each.getValue().toString());
    }
    return path + "/" + id;
  }

  /** What the body says, without what only the vendor sets. */
  private static Map<String, @Nullable Object> writable(Collection collection, Call call) {
    Map<String, @Nullable Object> members = call.members();
    members.keySet().removeAll(collection.readOnly());
    return members;
  }

  private Object id(
      Collection collection,
      Map<String, @Nullable Object> item,
      Map<String, @Nullable Object> members,
      ItemPlan plan) {
    Object wanted = collection.member().isEmpty() ? null : members.get(collection.member());
    if (wanted != null) {
      // a vendor that documents no conflict takes the item in place of the one it has
      if (plan.operation().statuses().contains(409) && rows(plan).find(wanted.toString()) != null) {
        throw new Refusal(
            409,
            "%s already has an item with this %s"
                .formatted(plan.collection(), collection.member()));
      }
      return wanted;
    }
    return switch (collection.kind()) {
      case "integer" -> (Object) state.nextId(plan.collection());
      case "uuid" -> settings.ids().get().toString();
      default -> state.nextText(plan.collection());
    };
  }

  private static Map<String, @Nullable Object> parents(
      ItemPlan plan, Call call, Map<String, @Nullable Object> item) {
    Map<String, @Nullable Object> parents = new LinkedHashMap<>();
    plan.parents()
        .forEach(
            (name, member) -> {
              Object value = call.inPath(name);
              parents.put(name, value == null ? null : value.toString());
              if (!member.isEmpty() && value != null) {
                item.put(member, value);
              }
            });
    return parents;
  }

  /** Sets a time that the vendor sets, as it is written there. */
  private void touch(
      Map<String, @Nullable Object> item, String name, Map<String, @Nullable Object> members) {
    String before = String.valueOf(item.get(name));
    boolean text = before.matches("\\d{4}-\\d\\d-\\d\\dT.*(Z|[+-]\\d\\d:\\d\\d)");
    if (!members.containsKey(name) && text) {
      item.put(name, settings.clock().instant().truncatedTo(ChronoUnit.SECONDS).toString());
    }
  }

  private void put(
      ItemPlan plan, String id, @Nullable Object parents, Map<String, @Nullable Object> item) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("id", id);
    row.put("parents", parents);
    row.put("item", item);
    rows(plan).put(row);
  }

  private MockResponse replace(ItemPlan plan, Call call) {
    Map<String, @Nullable Object> row = found(plan, call);
    Collection collection = state.collection(plan.collection());
    Map<String, @Nullable Object> before = ConventionState.item(row);
    Map<String, @Nullable Object> members = writable(collection, call);
    Map<String, @Nullable Object> item = new LinkedHashMap<>();
    before.forEach(
        (name, value) -> {
          if (collection.readOnly().contains(name) || Collection.isTimeOfCreation(name)) {
            item.put(name, value);
          }
        });
    collection.fresh().forEach(item::putIfAbsent);
    return changed(plan, row, item, members);
  }

  private MockResponse change(ItemPlan plan, Call call) {
    Map<String, @Nullable Object> row = found(plan, call);
    Map<String, @Nullable Object> item = JsonTree.object(Json.copy(ConventionState.item(row)));
    Map<String, @Nullable Object> members = writable(state.collection(plan.collection()), call);
    Object merged = MergePatch.apply(item, members);
    return changed(plan, row, JsonTree.object(merged), Map.of());
  }

  private MockResponse changed(
      ItemPlan plan,
      Map<String, @Nullable Object> row,
      Map<String, @Nullable Object> item,
      Map<String, ? extends @Nullable Object> members) {
    Collection collection = state.collection(plan.collection());
    item.putAll(members);
    Object id = ConventionState.item(row).get(collection.member());
    if (id != null) {
      item.put(collection.member(), id); // the path says which one it is
    }
    item.keySet().stream()
        .filter(Collection::isTimeOfChange)
        .forEach(name -> touch(item, name, Map.of()));
    put(plan, String.valueOf(row.get("id")), row.get("parents"), item);
    return answers.item(plan, item);
  }

  private MockResponse delete(ItemPlan plan, Call call) {
    Map<String, @Nullable Object> row = found(plan, call);
    rows(plan).remove(String.valueOf(row.get("id")));
    return answers.item(plan, ConventionState.item(row));
  }
}
