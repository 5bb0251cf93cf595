package dev.forecourt.mock.codegen;

import java.util.Collection;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;

/** Names and literals of generated Java. */
final class Java {

  private static final Set<String> RESERVED =
      Set.of(
          "abstract",
          "assert",
          "boolean",
          "break",
          "byte",
          "case",
          "catch",
          "char",
          "class",
          "const",
          "continue",
          "default",
          "do",
          "double",
          "else",
          "enum",
          "extends",
          "false",
          "final",
          "finally",
          "float",
          "for",
          "goto",
          "if",
          "implements",
          "import",
          "instanceof",
          "int",
          "interface",
          "long",
          "native",
          "new",
          "null",
          "package",
          "private",
          "protected",
          "public",
          "return",
          "short",
          "static",
          "strictfp",
          "super",
          "switch",
          "synchronized",
          "this",
          "throw",
          "throws",
          "transient",
          "true",
          "try",
          "void",
          "volatile",
          "while",
          "_",
          // names a record may not give to a component
          "clone",
          "finalize",
          "getClass",
          "hashCode",
          "notify",
          "notifyAll",
          "toString",
          "wait");

  // a constant of a class file holds at most 65535 bytes, and a character takes up to three
  private static final int MAX_LITERAL = 20_000;

  private Java() {}

  /** {@code local_id} becomes {@code localId}, {@code services[]} becomes {@code services}. */
  static String variable(String name) {
    String type = type(name);
    String variable = type.substring(0, 1).toLowerCase(Locale.ROOT) + type.substring(1);
    return RESERVED.contains(variable) ? variable + "Value" : variable;
  }

  /** {@code list-contacts} becomes {@code ListContacts}. */
  static String type(String name) {
    StringBuilder out = new StringBuilder();
    boolean upper = true;
    for (char c : name.toCharArray()) {
      if (!Character.isLetterOrDigit(c)) {
        upper = true;
      } else {
        out.append(upper ? Character.toUpperCase(c) : c);
        upper = false;
      }
    }
    return out.isEmpty() || Character.isDigit(out.charAt(0)) ? "V" + out : out.toString();
  }

  /** {@code listContacts} becomes {@code LIST_CONTACTS}. */
  static String constant(String name) {
    return variable(name).replaceAll("([a-z0-9])([A-Z])", "$1_$2").toUpperCase(Locale.ROOT);
  }

  /** A string literal, in several pieces when it is long. */
  static String string(String text) {
    if (text.length() <= MAX_LITERAL) {
      return literal(text);
    }
    StringBuilder out = new StringBuilder("String.join(\"\"");
    for (int start = 0; start < text.length(); start += MAX_LITERAL) {
      out.append(", ")
          .append(literal(text.substring(start, Math.min(text.length(), start + MAX_LITERAL))));
    }
    return out.append(')').toString();
  }

  private static String literal(String text) {
    StringBuilder out = new StringBuilder("\"");
    for (char c : text.toCharArray()) {
      switch (c) {
        case '"' -> out.append("\\\"");
        case '\\' -> out.append("\\\\");
        case '\n' -> out.append("\\n");
        case '\r' -> out.append("\\r");
        case '\t' -> out.append("\\t");
        // escaped, so that the source means the same in any encoding
        default ->
            out.append(c < 0x20 || c > 0x7e ? "\\u%04x".formatted((int) c) : String.valueOf(c));
      }
    }
    return out.append('"').toString();
  }

  static String listOfStrings(Collection<String> values) {
    return values.stream().map(Java::string).collect(Collectors.joining(", ", "List.of(", ")"));
  }

  /** An expression for a map of texts. */
  static String mapOfStrings(Map<String, String> values) {
    return values.entrySet().stream()
        .map(each -> "Map.entry(" + string(each.getKey()) + ", " + string(each.getValue()) + ")")
        .collect(Collectors.joining(", ", "Map.ofEntries(", ")"));
  }

  static String setOfStrings(Collection<String> values) {
    return values.stream()
        .sorted()
        .map(Java::string)
        .collect(Collectors.joining(", ", "Set.of(", ")"));
  }

  /**
   * Text for a Javadoc comment: the first line, without anything that could end the comment or
   * start a tag.
   */
  static String comment(String text) {
    return text.strip()
        .lines()
        .findFirst()
        .orElse("")
        .replace("&", "&amp;")
        .replace("\\", "&#92;")
        .replace("<", "&lt;")
        .replace(">", "&gt;")
        .replace("@", "&#64;")
        .replace("*/", "*&#47;");
  }
}
