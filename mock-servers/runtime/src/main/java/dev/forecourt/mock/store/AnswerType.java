package dev.forecourt.mock.store;

import dev.forecourt.mock.json.JsonProblem;
import dev.forecourt.mock.json.JsonReader;
import dev.forecourt.mock.json.JsonTree;
import dev.forecourt.mock.json.JsonValue;
import java.util.Map;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Rows that are written as answers show them. */
final class AnswerType<T extends JsonValue<T>> implements RowType<T> {

  private static final Pattern UNKNOWN =
      Pattern.compile("\\w+ has no member (.*); nearest is (.*)\\.", Pattern.DOTALL);

  private final Function<Map<String, @Nullable Object>, T> of;

  AnswerType(Function<Map<String, @Nullable Object>, T> of) {
    this.of = of;
  }

  @Override
  public Map<String, @Nullable Object> write(T row) {
    try {
      return JsonTree.object(JsonReader.readOwn(row.bytes()));
    } catch (JsonProblem e) {
      throw new IllegalStateException("A record of our own cannot be read", e);
    }
  }

  @Override
  public T read(Map<String, @Nullable Object> members) {
    try {
      return of.apply(members);
    } catch (IllegalArgumentException | IllegalStateException e) {
      throw new RowProblem(inWordsOfARow(String.valueOf(e.getMessage())));
    }
  }

  /** A message of {@link dev.forecourt.mock.json.JsonMember}, which knows of no rows. */
  private static String inWordsOfARow(String message) {
    Matcher unknown = UNKNOWN.matcher(message);
    return unknown.matches()
        ? "field %s is not known; nearest is %s".formatted(unknown.group(1), unknown.group(2))
        : message.replaceFirst("^member ", "field ");
  }
}
