package dev.forecourt.mock.codegen;

import io.swagger.v3.oas.models.Operation;
import io.swagger.v3.oas.models.media.MediaType;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What the answers of operations show of an item. */
final class ItemShapes {

  private final Schemas schemas;
  private final Samples samples;
  private final TextTypes texts;

  ItemShapes(Schemas schemas, Samples samples) {
    this.schemas = schemas;
    this.samples = samples;
    texts = new TextTypes(schemas);
  }

  /**
   * An item as an operation shows it, the {@code number}th that is sampled; null if it does not.
   */
  @Nullable Map<String, @Nullable Object> item(ItemOperation operation, int number) {
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

  /** Members that only the vendor sets, as the schema of an item says. */
  Set<String> readOnly(ItemOperation source) {
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
  Set<String> hidden(
      Conventions.Seeded seeded, ItemOperation operation, List<ItemOperation> operations) {
    Schema<?> shown = itemSchema(operation);
    if (shown == null) {
      return Set.of();
    }
    List<Schema<?>> others = new ArrayList<>();
    for (ItemOperation each : operations) {
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
}
