package dev.forecourt.contract.patterns;

import org.jspecify.annotations.Nullable;

/** Reads single characters, their escapes, and brackets of them. */
final class Characters {

  private static final String SPACES =
      "\\x{9}-\\x{d} \\x{a0}\\x{1680}\\x{2000}-\\x{200a}\\x{2028}\\x{2029}\\x{202f}\\x{205f}\\x{3000}\\x{feff}";
  // all else, spelled out: in Java a class in brackets in brackets with ^ has a meaning of its own
  private static final String NO_SPACES =
      "\\x{0}-\\x{8}\\x{e}-\\x{1f}!-\\x{9f}\\x{a1}-\\x{167f}\\x{1681}-\\x{1fff}\\x{200b}-\\x{2027}"
          + "\\x{202a}-\\x{202e}\\x{2030}-\\x{205e}\\x{2060}-\\x{2fff}\\x{3001}-\\x{fefe}\\x{ff00}-\\x{10ffff}";
  private static final String ANY = "\\x{0}-\\x{10ffff}";
  private static final String SYNTAX = "^$\\.*+?()[]{}|/";

  private final Reader in;

  Characters(Reader in) {
    this.in = in;
  }

  /** A character as it stands in Java's pattern, in brackets or not. */
  String literal(int sign) {
    if (sign >= Character.MIN_SURROGATE && sign <= Character.MAX_SURROGATE) {
      throw in.unreadable("half a surrogate pair");
    }
    boolean plain =
        sign == ' '
            || sign < 128 && (Character.isLetterOrDigit(sign) || "<>=_:,;@%".indexOf(sign) >= 0);
    boolean mark = sign > ' ' && sign < 127;
    return plain ? Character.toString(sign) : mark ? "\\" + (char) sign : "\\x{%x}".formatted(sign);
  }

  /** What follows a backslash outside of brackets. */
  String escaped() {
    String set = set();
    return set == null ? literal(escape("")) : "[" + set + "]";
  }

  /** What follows an opening bracket, up to the closing one. */
  String brackets() {
    boolean not = in.takes("^");
    if (in.takes("]")) {
      return not ? "[" + ANY + "]" : "(?!)";
    }
    StringBuilder out = new StringBuilder(not ? "[^" : "[");
    while (!in.takes("]")) {
      out.append(member());
    }
    return out.append(']').toString();
  }

  /** One character, a range of them, or a set such as \\d. */
  private String member() {
    String set = in.takes("\\") ? set() : "";
    boolean plain = set != null && set.isEmpty();
    if (set != null && !plain) {
      if (in.sees("-") && !in.sees("-]")) {
        throw in.unreadable("a range that starts with a set");
      }
      return set;
    }
    int from = plain ? in.next() : inBrackets();
    if (!in.sees("-") || in.sees("-]")) {
      return literal(from);
    }
    in.takes("-");
    int to = in.takes("\\") ? end() : in.next();
    if (from > to) {
      throw in.unreadable("a range that goes down");
    }
    return literal(from) + "-" + literal(to);
  }

  private int end() {
    if (set() != null) {
      throw in.unreadable("a range that ends with a set");
    }
    return inBrackets();
  }

  private int inBrackets() {
    return in.takes("b") ? '\b' : escape("-");
  }

  /** The members of a set such as {@code \\s}, for brackets; null if none comes next. */
  private @Nullable String set() {
    if (in.seesOneOf("pPk123456789")) {
      throw in.unreadable(
          "'\\%c': properties and references have no like in Java; write the characters"
              .formatted(in.next()));
    }
    if (!in.seesOneOf("dDwWsS")) {
      return null;
    }
    return switch (in.next()) {
      case 'd' -> "0-9";
      case 'D' -> "\\x{0}-/:-\\x{10ffff}";
      case 'w' -> "0-9A-Z_a-z";
      case 'W' -> "\\x{0}-/:-@\\[-\\^`\\{-\\x{10ffff}";
      case 's' -> SPACES;
      default -> NO_SPACES;
    };
  }

  /** The character that is escaped, after the backslash; {@code more} may be escaped as well. */
  private int escape(String more) {
    int sign = in.next();
    return switch (sign) {
      case 't' -> '\t';
      case 'n' -> '\n';
      case 'v' -> 0x0B;
      case 'f' -> '\f';
      case 'r' -> '\r';
      case '0' -> {
        if (in.seesOneOf("0123456789")) {
          throw in.unreadable("a number in octal digits");
        }
        yield 0;
      }
      case 'c' -> control();
      case 'x' -> in.hex(2);
      case 'u' -> unicode();
      default -> {
        if ((SYNTAX + more).indexOf(sign) < 0) {
          throw in.unreadable("'\\%s' escapes nothing".formatted(Character.toString(sign)));
        }
        yield sign;
      }
    };
  }

  private int control() {
    int letter = in.next();
    if (letter >= 128 || !Character.isLetter(letter)) {
      throw in.unreadable("'\\c' without a letter");
    }
    return letter % 32;
  }

  private int unicode() {
    if (in.takes("{")) {
      int point = in.hex(in.upTo('}').replaceFirst("^0+(?=.)", ""), 1, 6);
      if (point > Character.MAX_CODE_POINT) {
        throw in.unreadable("a character beyond U+10FFFF");
      }
      return point;
    }
    int first = in.hex(4);
    if (Character.isHighSurrogate((char) first) && !in.sees("\\u{") && in.takes("\\u")) {
      int second = in.hex(4);
      if (Character.isLowSurrogate((char) second)) {
        return Character.toCodePoint((char) first, (char) second);
      }
    }
    return first;
  }
}
