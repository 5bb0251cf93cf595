package dev.forecourt.clients.normalizer;

/** Texts of a contract between the quotes of a literal of Java. */
final class Literals {

  private Literals() {}

  static String escaped(String text) {
    StringBuilder escaped = new StringBuilder();
    for (char sign : text.toCharArray()) {
      switch (sign) {
        case '\\' -> escaped.append("\\\\");
        case '"' -> escaped.append("\\\"");
        case '\n' -> escaped.append("\\n");
        case '\r' -> escaped.append("\\r");
        case '\t' -> escaped.append("\\t");
        default -> {
          if (sign < 0x20 || sign == 0x7F || sign >= 0xD800 && sign <= 0xDFFF) {
            escaped.append(String.format("\\u%04x", (int) sign));
          } else {
            escaped.append(sign);
          }
        }
      }
    }
    return escaped.toString();
  }

  static String quoted(String text) {
    return '"' + escaped(text) + '"';
  }

  /** {@code List.of("a", "b")}. */
  static String list(Iterable<?> texts) {
    StringBuilder list = new StringBuilder("List.of(");
    String before = "";
    for (Object text : texts) {
      list.append(before).append(quoted(String.valueOf(text)));
      before = ", ";
    }
    return list.append(')').toString();
  }
}
