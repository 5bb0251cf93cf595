package dev.forecourt.mock.contract;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/** The fields of a form, read as the types the contract gives them. */
public final class FormFields {

  private final Map<String, List<String>> sent;
  private final Violations out;
  private final Map<String, @Nullable Object> values;

  FormFields(Map<String, List<String>> sent, Violations out) {
    this.sent = sent;
    this.out = out;
    this.values = new LinkedHashMap<>(2 * sent.size());
  }

  /** Reads a field that may be sent once. */
  public FormFields one(Place at, UnaryOperator<@Nullable Object> type) {
    String name = at.name();
    String value = Inputs.single(sent.getOrDefault(name, List.of()), at, out);
    if (value != null) {
      values.put(name, type.apply(value));
    }
    return this;
  }

  /**
   * Reads a field that may be repeated; one whose name ends with brackets also with an index in
   * them, or without them, as in a query.
   */
  public FormFields many(Place at, UnaryOperator<@Nullable Object> type) {
    String name = at.name();
    Object list =
        Coerce.list(
            name.endsWith("[]")
                ? BracketName.values(sent, name)
                : sent.getOrDefault(name, List.of()),
            type);
    if (list != null) {
      values.put(name, list);
    }
    return this;
  }

  /** True when no field was sent at all. */
  public boolean isEmpty() {
    return sent.isEmpty();
  }

  /** What was read, by field name; a field that was not sent is not in it. */
  public Map<String, @Nullable Object> values() {
    return values;
  }
}
