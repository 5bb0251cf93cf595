package dev.forecourt.contract.tools.random;

import java.util.Random;

/**
 * Texts that match a pattern, of the kind contracts have: groups, choices, classes of characters
 * and counts. Throws {@link IllegalArgumentException} for anything else.
 */
final class PatternText {

  private static final String ANY = "abcXYZ 0189-_.,é日|<>=";
  private static final int MOST = 4;

  private final String pattern;
  private final Random random;
  private int at;

  private PatternText(String pattern, Random random) {
    this.pattern = pattern;
    this.random = random;
  }

  static String of(String pattern, Random random) {
    PatternText parser = new PatternText(pattern, random);
    String text = parser.choice();
    if (parser.at < pattern.length()) {
      throw parser.unsupported();
    }
    return text;
  }

  /** Reads all choices up to the end or a closing bracket; keeps one. */
  private String choice() {
    String kept = sequence();
    int seen = 1;
    while (at < pattern.length() && pattern.charAt(at) == '|') {
      at++;
      String other = sequence();
      seen++;
      if (random.nextInt(seen) == 0) {
        kept = other;
      }
    }
    return kept;
  }

  private String sequence() {
    StringBuilder out = new StringBuilder();
    while (at < pattern.length() && "|)".indexOf(pattern.charAt(at)) < 0) {
      int start = at;
      String one = atom();
      int end = at;
      int times = times();
      int after = at;
      for (int i = 0; i < times; i++) {
        // read again, so that each repetition is another text
        at = start;
        out.append(i == 0 ? one : atom());
        at = end;
      }
      at = after;
    }
    return out.toString();
  }

  private String atom() {
    char c = pattern.charAt(at++);
    return switch (c) {
      case '^', '$' -> "";
      case '(' -> {
        String inside = choice();
        at++;
        yield inside;
      }
      case '[' -> classOfCharacters();
      case '\\' -> escaped(pattern.charAt(at++));
      case '.' -> one(ANY);
      case '*', '+', '?', '{' -> throw unsupported();
      default -> String.valueOf(c);
    };
  }

  private String escaped(char c) {
    if (c == 'd') {
      return one("0123456789");
    }
    if (Character.isLetterOrDigit(c)) {
      throw unsupported();
    }
    return String.valueOf(c);
  }

  private String classOfCharacters() {
    boolean not = pattern.charAt(at) == '^';
    if (not) {
      at++;
    }
    StringBuilder listed = new StringBuilder();
    while (pattern.charAt(at) != ']') {
      char from = pattern.charAt(at++);
      if (from == '\\') {
        throw unsupported();
      }
      char to = from;
      if (pattern.charAt(at) == '-' && pattern.charAt(at + 1) != ']') {
        to = pattern.charAt(at + 1);
        at += 2;
      }
      for (char c = from; c <= to; c++) {
        listed.append(c);
      }
    }
    at++;
    if (!not) {
      return one(listed.toString());
    }
    StringBuilder others = new StringBuilder();
    ANY.chars()
        .filter(c -> listed.indexOf(String.valueOf((char) c)) < 0)
        .forEach(others::appendCodePoint);
    return one(others.toString());
  }

  private int times() {
    if (at >= pattern.length()) {
      return 1;
    }
    switch (pattern.charAt(at)) {
      case '?':
        at++;
        return random.nextInt(2);
      case '*':
        at++;
        return random.nextInt(MOST);
      case '+':
        at++;
        return 1 + random.nextInt(MOST);
      case '{':
        int end = pattern.indexOf('}', at);
        String[] bounds = pattern.substring(at + 1, end).split(",", -1);
        at = end + 1;
        int min = Integer.parseInt(bounds[0]);
        if (bounds.length == 1) {
          return min;
        }
        int max = bounds[1].isEmpty() ? min + MOST : Integer.parseInt(bounds[1]);
        return min + random.nextInt(max - min + 1);
      default:
        return 1;
    }
  }

  private String one(String characters) {
    return String.valueOf(characters.charAt(random.nextInt(characters.length())));
  }

  private IllegalArgumentException unsupported() {
    return new IllegalArgumentException(
        "Cannot make texts for the pattern %s: character %d is not supported. Add it to PatternText."
            .formatted(pattern, at));
  }
}
