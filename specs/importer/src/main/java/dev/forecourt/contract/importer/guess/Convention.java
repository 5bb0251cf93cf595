package dev.forecourt.contract.importer.guess;

import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.forecourt.contract.importer.edit.Draft;
import dev.forecourt.contract.importer.edit.Step;
import dev.forecourt.contract.importer.guarantee.DerivedName;
import dev.forecourt.contract.importer.guarantee.Operation;
import dev.forecourt.contract.importer.report.Guess;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Collections and their items, by path and method: the stub keeps state for them. */
public final class Convention implements Step {
  private static final Pattern ITEM = Pattern.compile("(.+)/\\{([^{}/]+)\\}(\\.json)?/?");
  private static final Pattern VARIABLE = Pattern.compile("\\{([^{}]+)\\}");
  private static final Set<String> SORT =
      Set.of("sort", "sortby", "orderby", "order", "ordering", "sortfield");
  private static final List<String> IDS =
      List.of("id", "uuid", "guid", "sid", "key", "number", "code", "uid");

  private record Collection(String path, String id, Map<String, Operation> roles) {}

  @Override
  public void apply(Draft draft) {
    Map<String, Operation> byTitle = new LinkedHashMap<>();
    Operation.of(draft.root())
        .forEach(each -> byTitle.put(each.method() + " " + trimmed(each.path()), each));
    Map<String, Collection> collections = new LinkedHashMap<>();
    for (Operation each : byTitle.values()) {
      Matcher item = ITEM.matcher(each.path());
      if (item.matches() && !item.group(1).endsWith("}")) {
        collections.computeIfAbsent(
            trimmed(each.path()), path -> collection(byTitle, path, item.group(1), item.group(2)));
      }
    }
    collections.values().forEach(each -> write(draft, each));
    for (Operation each : byTitle.values()) {
      if (each.method().equals("get") && !ITEM.matcher(each.path()).matches()) {
        writeList(draft, each, byTitle, collections);
      }
    }
  }

  /** A list beside a collection, of the same objects, or one of its own. */
  private static void writeList(
      Draft draft,
      Operation list,
      Map<String, Operation> byTitle,
      Map<String, Collection> collections) {
    Optional<Items> items = Answers.body(draft, list).flatMap(body -> Items.of(body, list));
    if (items.isEmpty() || list.node().has("x-convention")) {
      return;
    }
    View one = items.get().item();
    for (Collection each : collections.values()) {
      if (isBeside(list, each) && isOfSameObjects(draft, one, each)) {
        member(one, each)
            .ifPresent(member -> write(draft, each, Map.of("list", list), member, one, items));
        return;
      }
    }
    boolean known =
        collections.values().stream()
            .anyMatch(each -> trimmed(each.path()).equals(trimmed(list.path())));
    if (!known && !VARIABLE.matcher(list.path()).find()) {
      Collection own = new Collection(list.path(), "id", new LinkedHashMap<>());
      Optional<String> member = member(one, own);
      put(own.roles(), "list", list);
      Operation create = byTitle.get("post " + trimmed(list.path()));
      if (create != null && member.isPresent() && hasBody(draft, create)) {
        put(own.roles(), "create", create);
      }
      write(draft, own, own.roles(), member.orElse(""), one, items);
    }
  }

  private static boolean isBeside(Operation list, Collection collection) {
    String path = trimmed(collection.path()) + "/";
    return list.path().startsWith(path)
        && !VARIABLE.matcher(list.path().substring(path.length())).find();
  }

  /** Whether what the collection's own operations answer is the same component. */
  private static boolean isOfSameObjects(Draft draft, View one, Collection collection) {
    Optional<String> component = one.component();
    return component.isPresent()
        && collection.roles().values().stream()
            .filter(each -> each.node().has("x-convention"))
            .flatMap(each -> Answers.body(draft, each).stream())
            .anyMatch(each -> each.component().equals(component));
  }

  private static String trimmed(String path) {
    return path.replaceFirst("(\\.json)?/?$", "");
  }

  private static Collection collection(
      Map<String, Operation> all, String item, String path, String id) {
    Map<String, Operation> roles = new LinkedHashMap<>();
    put(roles, "list", all.get("get " + path));
    put(roles, "create", all.get("post " + path));
    put(roles, "read", all.get("get " + item));
    put(roles, "replace", all.get("put " + item));
    put(roles, "change", all.get("patch " + item));
    Operation post = all.get("post " + item);
    if (post != null
        && !roles.containsKey("change")
        && !roles.containsKey("replace")
        && post.id()
            .toLowerCase(java.util.Locale.ROOT)
            .matches("(update|edit|modify|change|patch).*")) {
      roles.put("change", post);
    }
    put(roles, "delete", all.get("delete " + item));
    return new Collection(path, id, roles);
  }

  private static void put(
      Map<String, Operation> roles, String role, @Nullable Operation operation) {
    if (operation != null) {
      roles.put(role, operation);
    }
  }

  private static void write(Draft draft, Collection collection) {
    Map<String, Operation> roles = collection.roles();
    Optional<Items> items =
        Optional.ofNullable(roles.get("list"))
            .flatMap(list -> Answers.body(draft, list).flatMap(body -> Items.of(body, list)));
    if (items.isEmpty()) {
      roles.remove("list");
    }
    Operation create = roles.get("create");
    if (create != null && !hasBody(draft, create)) {
      roles.remove("create");
    }
    Optional<View> one = items.map(Items::item).or(() -> read(draft, roles));
    if (one.isEmpty() || roles.size() < 2) {
      return;
    }
    Optional<String> member = member(one.get(), collection);
    if (member.isEmpty()) {
      return;
    }
    write(draft, collection, roles, member.get(), one.get(), items);
  }

  private static void write(
      Draft draft,
      Collection collection,
      Map<String, Operation> roles,
      String member,
      View one,
      Optional<Items> items) {
    String ids = member.isEmpty() ? "have no id" : "have the id in " + member;
    List<String> written = new ArrayList<>();
    roles.forEach(
        (role, operation) -> {
          if (!operation.node().has("x-convention")) {
            ObjectNode convention =
                convention(draft, collection, role, operation, member, one, items);
            if (convention != null) {
              written.add(role);
              draft.guessed(
                  operation.place().key("x-convention"),
                  convention,
                  "Stateful: %s of the collection %s, whose objects %s."
                      .formatted(role, collection.path(), ids));
            }
          }
        });
    if (!written.isEmpty()) {
      draft.guess(
          new Guess(
              collection.path(),
              "the stub keeps its objects: " + String.join(", ", written),
              reason(collection, roles, member),
              "x-convention in overlay.yaml"));
    }
  }

  private static String reason(Collection collection, Map<String, Operation> roles, String member) {
    if (collection.roles().size() > roles.size()) {
      return "%s lists the objects of %s".formatted(roles.get("list").path(), collection.path());
    }
    return roles.keySet().stream().allMatch(Set.of("list", "create")::contains)
            && collection.id().equals("id")
        ? "%s lists objects".formatted(collection.path())
        : "%s and %s/{%s} are there, and the objects have %s"
            .formatted(collection.path(), collection.path(), collection.id(), member);
  }

  private static boolean hasBody(Draft draft, Operation create) {
    View body = View.of(draft, create.place().key("requestBody"));
    if (!body.isThere()) {
      return false;
    }
    return body.node().path("content").properties().stream()
        .map(each -> View.of(draft, body.place().key("content").key(each.getKey()).key("schema")))
        .anyMatch(each -> each.is("object"));
  }

  private static Optional<View> read(Draft draft, Map<String, Operation> roles) {
    return java.util.stream.Stream.of("read", "create", "replace", "change")
        .filter(roles::containsKey)
        .flatMap(role -> Answers.body(draft, roles.get(role)).stream())
        .filter(each -> each.is("object"))
        .findFirst();
  }

  /** The member that holds what the path's last variable asks for. */
  private static Optional<String> member(View item, Collection collection) {
    Map<String, View> properties = item.properties();
    List<String> words = DerivedName.literals(collection.path());
    String noun =
        words.isEmpty() ? "" : View.plain(DerivedName.singular(words.get(words.size() - 1)));
    String asked = View.plain(collection.id());
    List<String> wanted = new ArrayList<>(List.of(asked));
    if (asked.startsWith(noun) && asked.length() > noun.length()) {
      wanted.add(asked.substring(noun.length()));
    }
    wanted.add(noun + asked);
    for (String end : IDS) {
      if (asked.endsWith(end)) {
        wanted.add(end);
      }
    }
    return wanted.stream()
        .flatMap(
            name ->
                properties.entrySet().stream()
                    .filter(each -> View.plain(each.getKey()).equals(name))
                    .filter(
                        each -> each.getValue().isScalar() || !each.getValue().node().has("type"))
                    .map(Map.Entry::getKey))
        .findFirst();
  }

  private static @Nullable ObjectNode convention(
      Draft draft,
      Collection collection,
      String role,
      Operation operation,
      String member,
      View one,
      Optional<Items> items) {
    ObjectNode convention = Draft.object();
    convention.put("collection", trimmed(collection.path())).put("role", role);
    if (!role.equals("list") && !role.equals("create")) {
      convention.put("id", collection.id());
    }
    if (!member.isEmpty()) {
      convention.put("member", member);
    }
    if (role.equals("list")) {
      convention.put("items", items.map(Items::pointer).orElse(""));
    } else if (!role.equals("delete")) {
      Optional<View> body = Answers.body(draft, operation);
      if (body.isPresent()) {
        String pointer = pointer(body.get(), member);
        if (pointer == null) {
          return null;
        }
        convention.put("item", pointer);
      }
    }
    parents(convention, collection, one);
    if (role.equals("list")) {
      filters(draft, convention, operation, one);
    }
    return convention;
  }

  /** Where the object stands in an answer; null if the answer has another form. */
  private static @Nullable String pointer(View body, String member) {
    if (body.properties().containsKey(member)) {
      return "";
    }
    for (Map.Entry<String, View> each : body.properties().entrySet()) {
      if (each.getValue().is("object") && each.getValue().properties().containsKey(member)) {
        return "/" + Items.escaped(each.getKey());
      }
    }
    return null;
  }

  private static void parents(ObjectNode convention, Collection collection, View one) {
    ObjectNode parents = Draft.object();
    Matcher variables = VARIABLE.matcher(collection.path());
    while (variables.find()) {
      String name = variables.group(1);
      String member =
          one.properties().entrySet().stream()
              .filter(
                  each ->
                      View.plain(each.getKey()).equals(View.plain(name))
                          && each.getValue().isScalar())
              .map(Map.Entry::getKey)
              .findFirst()
              .orElse("");
      parents.put(name, member);
    }
    if (!parents.isEmpty()) {
      convention.set("parents", parents);
    }
  }

  private static void filters(Draft draft, ObjectNode convention, Operation operation, View one) {
    ObjectNode filters = Draft.object();
    for (View parameter : Answers.query(draft, operation)) {
      String name = Answers.name(parameter);
      if (SORT.contains(View.plain(name))) {
        if (!convention.has("sort")) {
          convention.putObject("sort").put("parameter", name);
        }
      } else if (!isPaging(operation, name) && holdsScalars(parameter.key("schema"))) {
        one.properties().entrySet().stream()
            .filter(
                each ->
                    View.plain(each.getKey()).equals(View.plain(name))
                        && each.getValue().isScalar())
            .findFirst()
            .ifPresent(each -> filters.put(name, each.getKey()));
      }
    }
    if (!filters.isEmpty()) {
      convention.set("filters", filters);
    }
  }

  private static boolean holdsScalars(View schema) {
    return schema.isScalar() || schema.is("array") && schema.key("items").isScalar();
  }

  private static boolean isPaging(Operation operation, String name) {
    return operation.node().path("x-paging").path("parameter").asText().equals(name)
        || operation.node().path("x-paging").path("size").asText().equals(name);
  }
}
