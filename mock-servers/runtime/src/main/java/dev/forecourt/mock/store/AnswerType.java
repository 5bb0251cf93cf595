package dev.forecourt.mock.store;

import dev.forecourt.mock.json.JsonProblem;
import dev.forecourt.mock.json.JsonReader;
import dev.forecourt.mock.json.JsonTree;
import dev.forecourt.mock.json.JsonValue;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
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

  private static final Pattern UNKNOWN =
      Pattern.compile("\\w+ has no member (.*); nearest is (.*)\\.", Pattern.DOTALL);

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
      return JsonTree.object(JsonReader.readOwn(((JsonValue<?>) row).bytes()));
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
        String message = String.valueOf(cause.getMessage());
        throw new RowProblem(
            place == FieldPlace.ROW ? inWordsOfARow(message) : "field '" + place + "': " + message);
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

  /** A message of {@link dev.forecourt.mock.json.JsonMember}, which knows of no rows. */
  private static String inWordsOfARow(String message) {
    Matcher unknown = UNKNOWN.matcher(message);
    return unknown.matches()
        ? "field %s is not known; nearest is %s".formatted(unknown.group(1), unknown.group(2))
        : message.replaceFirst("^member ", "field ");
  }
}
