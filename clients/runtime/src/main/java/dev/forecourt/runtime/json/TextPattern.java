package dev.forecourt.runtime.json;

import java.util.regex.Pattern;

/**
 * A regular expression of a contract, which means what ECMAScript means by it. Java differs in few
 * signs: its {@code $} also matches before a last line break, its {@code .} knows one line break
 * more, its {@code \s} fewer spaces, and inside brackets it gives {@code [} and {@code &&} a
 * meaning. Immutable. Used by generated code.
 */
public final class EcmaPattern {
  private static final String SPACES =
      "\\t\\n\\x0B\\f\\r \\u00A0\\u1680\\u2000-\\u200A\\u2028\\u2029\\u202F\\u205F\\u3000\\uFEFF";
  private static final String ANY = "[^\\n\\r\\u2028\\u2029]";

  private final String ecma;
  private final Pattern java;

  /** Throws {@code PatternSyntaxException} if this is no regular expression. */
  public EcmaPattern(String ecma) {
    this.ecma = ecma;
    this.java = Pattern.compile(translated(ecma));
  }

  /** Whether it matches anywhere in the text. */
  boolean finds(CharSequence text) {
    return java.matcher(text).find();
  }

  private static String translated(String ecma) {
    StringBuilder java = new StringBuilder();
    boolean inBrackets = false;
    for (int at = 0; at < ecma.length(); at++) {
      char sign = ecma.charAt(at);
      if (sign == '\\' && at + 1 < ecma.length()) {
        java.append(escaped(ecma.charAt(++at), inBrackets));
      } else if (inBrackets) {
        inBrackets = sign != ']';
        java.append(sign == '[' || sign == '&' ? "\\" : "").append(sign);
      } else if (ecma.startsWith("[^]", at)) {
        java.append("[\\s\\S]");
        at += 2;
      } else if (sign == '[') {
        inBrackets = true;
        java.append(sign);
      } else {
        java.append(sign == '$' ? "\\z" : sign == '.' ? ANY : String.valueOf(sign));
      }
    }
    return java.toString();
  }

  private static String escaped(char sign, boolean inBrackets) {
    return switch (sign) {
      case 's' -> inBrackets ? SPACES : "[" + SPACES + "]";
      case 'S' -> "[^" + SPACES + "]";
      case 'v' -> "\\x0B";
      case '0' -> "\\x00";
      default -> "\\" + sign;
    };
  }

  /** As the contract has it. */
  @Override
  public String toString() {
    return ecma;
  }
}
