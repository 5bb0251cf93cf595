package dev.forecourt.mock.store;

import dev.forecourt.mock.json.JsonProblem;
import dev.forecourt.mock.json.JsonReader;
import dev.forecourt.mock.json.JsonTree;
import dev.forecourt.mock.json.JsonValue;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * Rows, or parts of rows, that are generated answer records: written as they are answered, so that
 * null and left out stay apart, and read by the record's own {@code of}.
 */
final class AnswerType<T> implements RowType<T> {

  private static final ClassValue<AnswerType<?>> NESTED =
      new ClassValue<>() {
        @Override
        protected AnswerType<?> computeValue(Class<?> type) {
          return new AnswerType<>(type);
        }
      };

  private final Class<T> type;
  private @Nullable Method of;

  AnswerType(Class<T> type) {
    this.type = type;
  }

  /** Of a record inside a row. */
  static AnswerType<?> nested(Class<?> type) {
    return NESTED.get(type);
  }

  static boolean isAnswer(Class<?> type) {
    return JsonValue.class.isAssignableFrom(type);
  }

  @Override
  public Map<String, @Nullable Object> write(T row) {
    try {
      return JsonTree.object(JsonReader.read(((JsonValue<?>) row).bytes()));
    } catch (JsonProblem e) {
      throw new IllegalStateException("An answer record that is not JSON: " + type, e);
    }
  }

  @Override
  public T read(Map<String, @Nullable Object> members) {
    return read(FieldPlace.ROW, members);
  }

  /** Reads a record at a place in a row. */
  T read(FieldPlace place, Map<String, @Nullable Object> members) {
    try {
      return type.cast(of().invoke(null, members));
    } catch (InvocationTargetException e) {
      Throwable cause = e.getCause();
      if (cause instanceof IllegalArgumentException || cause instanceof IllegalStateException) {
        String where = place == FieldPlace.ROW ? "" : "field '" + place + "': ";
        throw new RowProblem(where + cause.getMessage());
      }
      throw new IllegalStateException("Cannot make " + type, e);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException("Cannot make " + type, e);
    }
  }

  // two threads may both look: with the same result
  private Method of() throws NoSuchMethodException {
    Method known = of;
    if (known == null) {
      known = type.getDeclaredMethod("of", Map.class);
      known.setAccessible(true);
      of = known;
    }
    return known;
  }
}
