package dev.forecourt.contract.inventory;

import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * What a field may hold, as the type column of an inventory says it: {@code string (date) ?},
 * {@code integer or number}, {@code array of = Tag}, {@code = Contact without user}. The same
 * column holds credentials in lines on access; those stay text.
 *
 * @param text the cell
 * @param names JSON types; empty for {@code any}, for a structure, and when the text does not say
 * @param nullable whether null is shown or allowed
 * @param format word in parentheses, such as {@code date}, or {@code pattern} and a pattern
 * @param items what an array holds
 * @param structure name of a structure that is described elsewhere
 * @param without members of the structure that are missing here
 */
record FieldType(
    String text,
    Set<String> names,
    boolean nullable,
    @Nullable String format,
    @Nullable FieldType items,
    @Nullable String structure,
    Set<String> without) {

  static final String ANY = "any";
  private static final String ARRAY_OF = "array of ";
  private static final String PATTERN = "pattern ";
  private static final Pattern SIMPLE = Pattern.compile("([a-z]+)(?: \\((.+)\\))?");
  private static final Set<String> JSON_TYPES =
      Set.of("string", "integer", "number", "boolean", "array", "object");

  static FieldType parse(String cell) {
    boolean nullable = cell.endsWith(" ?");
    String said = nullable ? cell.substring(0, cell.length() - 2) : cell;
    if (said.startsWith("= ")) {
      String[] parts = said.substring(2).split(" without ");
      Set<String> without = parts.length == 1 ? Set.of() : Set.of(parts[1].split(", "));
      return new FieldType(cell, Set.of(), nullable, null, null, parts[0], without);
    }
    Set<String> names = new TreeSet<>();
    String format = null;
    FieldType items = null;
    for (String rest = said; !rest.isEmpty(); ) {
      if (rest.startsWith(ARRAY_OF)) {
        names.add("array");
        items = parse(rest.substring(ARRAY_OF.length()));
        break;
      }
      int or = rest.indexOf(" or ");
      String part = or < 0 ? rest : rest.substring(0, or);
      rest = or < 0 ? "" : rest.substring(or + " or ".length());
      Matcher simple = SIMPLE.matcher(part);
      if (!simple.matches() || !JSON_TYPES.contains(simple.group(1))) {
        names.clear();
        break;
      }
      names.add(simple.group(1));
      format = simple.group(2) == null ? format : simple.group(2);
    }
    return new FieldType(cell, names, nullable, format, items, null, Set.of());
  }

  /** Whether the text says anything about what this may hold. */
  boolean isSaid() {
    return !text.equals(InventoryLine.UNSAID);
  }

  boolean isNone() {
    return text.equals(InventoryLine.NONE);
  }

  boolean isAny() {
    return text.equals(ANY) || text.equals(ANY + " ?");
  }

  @Nullable String pattern() {
    return format != null && format.startsWith(PATTERN) ? format.substring(PATTERN.length()) : null;
  }

  @Nullable String plainFormat() {
    return format == null || format.startsWith(PATTERN) ? null : format;
  }

  /** Throws {@link IllegalArgumentException} when this is no type of a field. */
  void mustBeOfAField() {
    boolean known = !isSaid() || isNone() || isAny() || structure != null || !names.isEmpty();
    if (!known) {
      throw new IllegalArgumentException(
          "'%s' is no type; there are %s, 'array of', '= a structure', joined by ' or '"
              .formatted(text, List.copyOf(new TreeSet<>(JSON_TYPES))));
    }
  }
}
