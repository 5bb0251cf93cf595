package dev.forecourt.mock.codegen;

import dev.forecourt.mock.codegen.document.Findings;
import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
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

  private final Schemas schemas;
  private final Samples samples;
  private final TextTypes texts;
  private final Findings findings;
  private final Map<String, List<ItemOperation>> byCollection = new LinkedHashMap<>();

  Conventions(Schemas schemas, Samples samples, Findings findings) {
    this.schemas = schemas;
    this.samples = samples;
    this.findings = findings;
    texts = new TextTypes(schemas);
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
    all.forEach((name, one) -> addParents(byCollection.get(name), one, all));
    all.forEach((name, one) -> byCollection.get(name).forEach(each -> noteUnknown(each, one)));
    return List.copyOf(all.values());
  }

  List<ItemOperation> operations(String collection) {
    return byCollection.getOrDefault(collection, List.of());
  }

  private @Nullable Seeded seeded(String name, List<ItemOperation> operations) {
    for (String role : SOURCES) {
      for (ItemOperation each : operations) {
        Map<String, @Nullable Object> item = each.text("role").equals(role) ? item(each, 0) : null;
        if (item != null) {
          return seeded(name, operations, each, item);
        }
      }
    }
    return null;
  }

  /** An item as an operation shows it. */
  private @Nullable Map<String, @Nullable Object> item(ItemOperation operation, int number) {
    boolean list = operation.text("role").equals("list");
    String pointer = list ? operation.text("items") : operation.text("item");
    if (!list && operation.convention().get("item") == null) {
      return null;
    }
    Object answer = ErrorTemplates.at(answer(operation.operation(), number), pointer);
    if (list) {
      answer = answer instanceof List<?> items && !items.isEmpty() ? items.get(0) : null;
    }
    return answer instanceof Map<?, ?> map && !map.isEmpty() ? Plain.members(map) : null;
  }

  private @Nullable Object answer(Operation operation, int number) {
    MediaType media = media(operation);
    if (media == null) {
      return null;
    }
    Schema<?> schema = media.getSchema();
    Object example = media.getExample();
    if (media.getExamples() != null && !media.getExamples().isEmpty()) {
      example = media.getExamples().values().iterator().next().getValue();
    }
    boolean good =
        number == 0
            && example != null
            && (schema == null || samples.fits(schema, Plain.of(example)));
    return good
        ? Plain.of(example)
        : schema == null ? null : samples.of(schema, operation.getOperationId(), number);
  }

  private static @Nullable MediaType media(Operation operation) {
    for (String key : Statuses.successes(operation).values()) {
      var content = operation.getResponses().get(key).getContent();
      if (content != null) {
        for (Map.Entry<String, MediaType> each : content.entrySet()) {
          if (AnswerMedia.concrete(each.getKey(), each.getValue().getSchema()).contains("json")) {
            return each.getValue();
          }
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
    Object id =
        firstId(
            template.get(member),
            idExample(operations, template.get(member)),
            member,
            sampleId(operations));
    String kind = kind(id);
    Map<String, ItemOperation> asked = asked(operations, id.toString());
    List<ItemOperation> askers = List.copyOf(asked.values());
    Set<String> known = new HashSet<>(asked.keySet());
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    rows.add(row(id.toString(), member, id, template, template));
    int number = 1;
    for (String each : asked.keySet()) {
      Object own = kind.equals("integer") ? number(each, otherId(id, kind, ROWS + number)) : each;
      rows.add(row(each, member, own, item(source, number), template));
      number++;
    }
    for (int next = 1; rows.size() < ROWS; next++) {
      Object own = otherId(id, kind, next);
      if (known.add(own.toString())) {
        rows.add(row(own.toString(), member, own, item(source, rows.size()), template));
      }
    }
    return new Seeded(name, member, kind, readOnly(operations, source), template, askers, rows);
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
      boolean asks =
          each.inputs().in("path").stream().anyMatch(one -> one.name().equals(each.text("id")));
      String id = asks ? sample(each, each.text("id")).toString() : first;
      if (!id.equals(first) && asked.size() < ASKED) {
        asked.putIfAbsent(id, each);
      }
    }
    return asked;
  }

  private static Object number(String text, Object otherwise) {
    return text.matches("\\d{1,17}") ? Long.valueOf(text) : otherwise;
  }

  private static String first(List<ItemOperation> operations, String name) {
    return operations.stream()
        .map(each -> each.text(name))
        .filter(each -> !each.isEmpty())
        .findFirst()
        .orElse("");
  }

  /**
   * The example of the path parameter that holds the id; null where the contract has none that fits
   * the item.
   */
  private @Nullable Object idExample(List<ItemOperation> operations, @Nullable Object inItem) {
    for (ItemOperation each : operations) {
      for (Field field : each.inputs().in("path")) {
        if (field.name().equals(each.text("id"))) {
          Object example = each.inputs().example(field);
          boolean fits =
              example != null
                  && (!(inItem instanceof Number) || example.toString().matches("-?\\d{1,18}"));
          if (fits) {
            return Plain.of(example);
          }
        }
      }
    }
    return null;
  }

  /** What a caller would send who has nothing but the contract. */
  private String sampleId(List<ItemOperation> operations) {
    for (ItemOperation each : operations) {
      for (Field field : each.inputs().in("path")) {
        if (field.name().equals(each.text("id"))) {
          return String.valueOf(samples.of(field.schema(), field.name(), 0));
        }
      }
    }
    return "1";
  }

  private static Object firstId(
      @Nullable Object inItem, @Nullable Object example, String member, String sample) {
    if (example != null) {
      return inItem instanceof String ? example.toString() : whole(inItem, example);
    }
    // a sample of a plain text is the name of the member; callers send that of the parameter
    boolean plain =
        inItem == null
            || inItem.equals(member)
            || !(inItem instanceof String || inItem instanceof Long);
    return plain
        ? (inItem == null || inItem instanceof String ? (Object) sample : (Object) 1L)
        : inItem;
  }

  private static Object whole(@Nullable Object inItem, Object example) {
    return inItem instanceof Number && example.toString().matches("-?\\d{1,18}")
        ? (Object) Long.valueOf(example.toString())
        : example;
  }

  private static String kind(Object id) {
    if (id instanceof Number) {
      return "integer";
    }
    return id.toString().matches("[0-9a-fA-F]{8}(-[0-9a-fA-F]{4}){3}-[0-9a-fA-F]{12}")
        ? "uuid"
        : "text";
  }

  private static Object otherId(Object first, String kind, int number) {
    if (kind.equals("integer")) {
      return ((Number) first).longValue() + number;
    }
    if (kind.equals("uuid")) {
      return String.valueOf(Formats.text("uuid", number));
    }
    String text = first.toString();
    return text.matches("\\d{1,17}")
        ? Long.toString(Long.parseLong(text) + number)
        : Integer.toString(number);
  }

  /** Members that only the vendor sets, as the schema of an item says. */
  private Set<String> readOnly(List<ItemOperation> operations, ItemOperation source) {
    Set<String> names = new LinkedHashSet<>();
    Schema<?> schema = itemSchema(source);
    if (schema != null) {
      texts
          .members(schema)
          .forEach(
              (name, each) -> {
                if (schemas.isReadOnly(each)) {
                  names.add(name);
                }
              });
    }
    return names;
  }

  /** What the answer of an operation says of an item; null where it says nothing. */
  private @Nullable Schema<?> itemSchema(ItemOperation operation) {
    MediaType media = media(operation.operation());
    if (media == null || media.getSchema() == null) {
      return null;
    }
    if (!operation.text("role").equals("list")) {
      return operation.convention().containsKey("item")
          ? below(media.getSchema(), operation.text("item"))
          : null;
    }
    Schema<?> list = below(media.getSchema(), operation.text("items"));
    return list == null ? null : schemas.core(list).getItems();
  }

  /** JSON pointers to what items may hold and this operation does not show. */
  Set<String> hidden(Seeded seeded, ItemOperation operation) {
    Schema<?> shown = itemSchema(operation);
    if (shown == null) {
      return Set.of();
    }
    List<Schema<?>> others = new ArrayList<>();
    for (ItemOperation each : operations(seeded.name())) {
      Schema<?> other = itemSchema(each);
      if (other != null) {
        others.add(other);
      }
      each.inputs().in("body").forEach(body -> others.add(body.schema()));
    }
    List<@Nullable Object> values = new ArrayList<>(List.of(seeded.template()));
    seeded.rows().forEach(row -> values.add(row.get("item")));
    return new HiddenMembers(schemas).of(shown, others, values);
  }

  private @Nullable Schema<?> below(Schema<?> schema, String pointer) {
    Schema<?> found = schema;
    for (String name : pointer.isEmpty() ? new String[0] : pointer.substring(1).split("/")) {
      found = found == null ? null : texts.members(found).get(name);
    }
    return found;
  }

  private void addParents(List<ItemOperation> operations, Seeded one, Map<String, Seeded> all) {
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
          set(one.rows().get(i + 1), name, member, sample(one.askers().get(i), name));
        }
      }
    }
  }

  /** Notes an operation that finds nothing when it is called as its contract shows. */
  private void noteUnknown(ItemOperation operation, Seeded one) {
    String id = operation.text("id");
    boolean asks = operation.inputs().in("path").stream().anyMatch(each -> each.name().equals(id));
    if (asks && one.rows().stream().noneMatch(row -> isFound(row, operation))) {
      findings.note(
          operation.operation().getOperationId(),
          ("the stub has no item '%s' there: 404; give the id and what is before it one example"
                  + " each for all operations of '%s'")
              .formatted(sample(operation, id), one.name()));
    }
  }

  private boolean isFound(Map<String, @Nullable Object> row, ItemOperation operation) {
    Map<?, ?> parents = (Map<?, ?>) row.get("parents");
    return String.valueOf(row.get("id"))
            .equals(String.valueOf(sample(operation, operation.text("id"))))
        && operation.map("parents").keySet().stream()
            .allMatch(
                name ->
                    !parents.containsKey(name)
                        || String.valueOf(sample(operation, name))
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
        .filter(each -> !each.text("id").isEmpty() && sample(each, each.text("id")).equals(id))
        .findFirst()
        .orElse(null);
  }

  @SuppressWarnings("unchecked") // it is our own, see seeded
  private static void set(
      Map<String, @Nullable Object> row, String name, String member, Object value) {
    ((Map<String, @Nullable Object>) row.get("parents")).put(name, value.toString());
    Map<String, @Nullable Object> item = (Map<String, @Nullable Object>) row.get("item");
    if (item.containsKey(member)) {
      item.put(member, whole(item.get(member), value));
    }
  }

  /** A variable of the path as a caller samples it. */
  private Object sample(ItemOperation operation, String name) {
    for (Field field : operation.inputs().in("path")) {
      if (field.name().equals(name)) {
        Object example = Plain.of(operation.inputs().example(field));
        return example == null ? samples.of(field.schema(), name, 0) : example;
      }
    }
    return "1";
  }

  private Object parent(ItemOperation operation, String name, Map<String, Seeded> all) {
    for (Field field : operation.inputs().in("path")) {
      if (field.name().equals(name) && operation.inputs().example(field) != null) {
        return sample(operation, name);
      }
    }
    for (List<ItemOperation> other : byCollection.values()) {
      Seeded seeded = all.get(other.get(0).text("collection"));
      if (seeded != null && other.stream().anyMatch(each -> each.text("id").equals(name))) {
        return String.valueOf(seeded.rows().get(0).get("id"));
      }
    }
    return sample(operation, name);
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
