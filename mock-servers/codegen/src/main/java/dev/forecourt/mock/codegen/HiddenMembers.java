package dev.forecourt.mock.codegen;

import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Finds what items may hold that the schema of one operation's items does not name. */
final class HiddenMembers {

  // of objects in objects; what is further in is shown as it is
  private static final int MOST_DEEP = 3;
  private static final int MOST_CHOICES = 5;

  private final Schemas schemas;

  HiddenMembers(Schemas schemas) {
    this.schemas = schemas;
  }

  /**
   * JSON pointers from an item, without steps for the places in lists.
   *
   * @param shown of the items that the operation shows
   * @param others of all that may come into an item
   * @param values items that there are
   */
  Set<String> of(Schema<?> shown, List<Schema<?>> others, List<? extends @Nullable Object> values) {
    Set<String> hidden = new LinkedHashSet<>();
    add(shown, others, values, "", hidden, 0);
    return hidden;
  }

  private void add(
      Schema<?> declared,
      List<Schema<?>> others,
      List<? extends @Nullable Object> values,
      String place,
      Set<String> hidden,
      int depth) {
    Shape shown = new Shape();
    shown.add(declared, 0);
    Shape all = new Shape();
    others.stream()
        .filter(each -> schemas.resolve(each) != schemas.resolve(declared))
        .forEach(each -> all.add(each, 0));
    if (shown.open || shown.members.isEmpty() || depth > MOST_DEEP) {
      return;
    }
    Set<String> names = new LinkedHashSet<>(all.members.keySet());
    List<Map<?, ?>> objects = objects(values);
    objects.forEach(each -> each.keySet().forEach(name -> names.add(String.valueOf(name))));
    for (String name : names) {
      String here = place + "/" + name.replace("~", "~0").replace("/", "~1");
      List<Schema<?>> known = shown.members.get(name);
      if (known == null) {
        hidden.add(here);
      } else if (known.size() == 1) {
        List<@Nullable Object> further = new ArrayList<>();
        objects.forEach(each -> further.add(each.get(name)));
        add(
            known.get(0),
            all.members.getOrDefault(name, List.of()),
            further,
            here,
            hidden,
            depth + 1);
      }
    }
  }

  private static List<Map<?, ?>> objects(List<? extends @Nullable Object> values) {
    List<Map<?, ?>> all = new ArrayList<>();
    for (Object each : values) {
      if (each instanceof Map<?, ?> map) {
        all.add(map);
      } else if (each instanceof List<?> list) {
        all.addAll(objects(list));
      }
    }
    return all;
  }

  /** Members that objects of a schema have, with those of its parts and alternatives. */
  private final class Shape {

    private final Map<String, List<Schema<?>>> members = new LinkedHashMap<>();
    private boolean open;

    void add(Schema<?> declared, int depth) {
      Schema<?> schema = schemas.resolve(declared);
      if (schema.getItems() != null && depth < MOST_CHOICES) {
        add(schema.getItems(), depth + 1);
        return;
      }
      Object additional = schema.getAdditionalProperties();
      open |= additional instanceof Schema<?> || Boolean.TRUE.equals(additional);
      open |= schema.getPatternProperties() != null;
      Schemas.properties(schema)
          .forEach(
              (name, each) -> members.computeIfAbsent(name, key -> new ArrayList<>()).add(each));
      if (depth < MOST_CHOICES) {
        Schemas.all(schema.getAllOf()).forEach(each -> add(each, depth + 1));
        Schemas.all(schema.getAnyOf()).forEach(each -> add(each, depth + 1));
        Schemas.all(schema.getOneOf()).forEach(each -> add(each, depth + 1));
      }
    }
  }
}
