package dev.forecourt.mock.store;

import dev.forecourt.mock.json.JsonValue;
import dev.forecourt.mock.memory.Weight;
import java.util.Map;
import java.util.function.Consumer;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * How the rows of a table are written as JSON and read again: what is written reads as an equal
 * row.
 *
 * @param <T> type of the rows
 */
public interface RowType<T> {

  /** The members of a row: maps, lists, texts, numbers, booleans and null. */
  Map<String, @Nullable Object> write(T row);

  /** The row with these members. Throws {@link RowProblem} when there is none. */
  T read(Map<String, @Nullable Object> members);

  /** About how many bytes of memory a row takes. */
  default long weight(T row) {
    return Weight.of(row);
  }

  /**
   * Rows that are records: each component is a member of the same name. Components without
   * {@code @Nullable} are required, members without a component are refused, and so is what a
   * constructor refuses by {@link IllegalArgumentException}.
   */
  static <T extends Record> RowType<T> of(Class<T> type) {
    return new RecordType<>(type);
  }

  /** The same rows, if this does not throw {@link RowProblem} for one that was read. */
  default RowType<T> checked(Consumer<T> check) {
    RowType<T> unchecked = this;
    return new RowType<>() {
      @Override
      public Map<String, @Nullable Object> write(T row) {
        return unchecked.write(row);
      }

      @Override
      public T read(Map<String, @Nullable Object> members) {
        T row = unchecked.read(members);
        check.accept(row);
        return row;
      }

      @Override
      public long weight(T row) {
        return unchecked.weight(row);
      }
    };
  }

  /**
   * Rows that are answer records, written as answers show them.
   *
   * <pre>{@code
   * RowType<ContactJson> contacts = RowType.shown(ContactJson::of);
   * }</pre>
   */
  static <T extends JsonValue<T>> RowType<T> shown(Function<Map<String, @Nullable Object>, T> of) {
    return new AnswerType<>(of);
  }

  /** Rows that are JSON objects as they are; these members must have values of this type. */
  static RowType<Map<String, @Nullable Object>> objects(Class<?> type, String... required) {
    return new ObjectType(type, required);
  }
}
