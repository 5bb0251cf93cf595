package dev.forecourt.mock.store;

import dev.forecourt.mock.text.Shown;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Rows that are JSON objects of any kind. */
final class ObjectType implements RowType<Map<String, @Nullable Object>> {

  private final Class<?> type;
  private final String[] required;

  ObjectType(Class<?> type, String... required) {
    this.type = type;
    this.required = required;
  }

  @Override
  public Map<String, @Nullable Object> write(Map<String, @Nullable Object> row) {
    return row;
  }

  @Override
  public Map<String, @Nullable Object> read(Map<String, @Nullable Object> members) {
    for (String name : required) {
      if (!type.isInstance(members.get(name))) {
        throw new RowProblem(
            "field '%s' must be %s but was %s"
                .formatted(name, MemberType.expected(type), Shown.value(members.get(name))));
      }
    }
    return members;
  }
}
