package dev.forecourt.contract.patterns;

import java.util.HashSet;
import java.util.Set;

/** Reads choices, sequences, groups and counts, and writes them for Java. */
final class PatternParser {

  private static final String LINE_ENDS = "\\n\\r\\x{2028}\\x{2029}";
  private static final String WORD = "[0-9A-Za-z_]";

  private final Reader in;
  private final Characters characters;
  private final Set<String> names = new HashSet<>();
  private final StringBuilder out = new StringBuilder();
  private int lookbehinds;

  PatternParser(Reader in) {
    this.in = in;
    this.characters = new Characters(in);
  }

  String parse() {
    choice();
    if (!in.atEnd()) {
      throw in.unreadable("')' without '('");
    }
    return out.toString();
  }

  private void choice() {
    sequence();
    while (in.takes("|")) {
      out.append('|');
      sequence();
    }
  }

  private void sequence() {
    while (!in.atEnd() && !in.seesOneOf("|)")) {
      if (term()) {
        count();
      } else if (in.seesOneOf("*+?{")) {
        throw in.unreadable("a count after what has no length");
      }
    }
  }

  /** One term; false if it has no length, and so cannot be counted. */
  private boolean term() {
    int sign = in.next();
    switch (sign) {
      case '^' -> {
        out.append('^');
        return false;
      }
      case '$' -> {
        out.append("\\z");
        return false;
      }
      case '(' -> {
        return group();
      }
      case '\\' -> {
        if (in.takes("b")) {
          // spelled out: Java's own \b knows other letters, and other ones from Java 19 on
          out.append("(?:(?<=W)(?!W)|(?<!W)(?=W))".replace("W", WORD));
        } else if (in.takes("B")) {
          out.append("(?:(?<=W)(?=W)|(?<!W)(?!W))".replace("W", WORD));
        } else {
          out.append(characters.escaped());
          return true;
        }
        return false;
      }
      case '.' -> out.append("[^").append(LINE_ENDS).append(']');
      case '[' -> out.append(characters.brackets());
      case '*', '+', '?', '{', '}', ']' ->
          throw in.unreadable(
              "'%c' counts or closes nothing; for the sign itself write \\%c"
                  .formatted(sign, sign));
      default -> out.append(characters.literal(sign));
    }
    return true;
  }

  /** A group, of which nothing is kept: a pattern only says whether a text fits. */
  private boolean group() {
    boolean behind = in.sees("?<=") || in.sees("?<!");
    boolean around = behind || in.sees("?=") || in.sees("?!");
    if (around) {
      out.append('(').appendCodePoint(in.next());
      if (in.takes("<")) {
        out.append('<');
      }
      out.appendCodePoint(in.next());
    } else {
      out.append("(?:");
      if (in.takes("?<")) {
        name(in.upTo('>'));
      } else if (in.sees("?") && !in.takes("?:")) {
        throw in.unreadable("'(?' with a sign that ECMAScript does not know");
      }
    }
    lookbehinds += behind ? 1 : 0;
    choice();
    lookbehinds -= behind ? 1 : 0;
    if (!in.takes(")")) {
      throw in.unreadable("')' is missing");
    }
    out.append(')');
    return !around;
  }

  private void name(String name) {
    if (!name.matches("[A-Za-z_$][0-9A-Za-z_$]*") || !names.add(name)) {
      throw in.unreadable("'" + name + "' is no name for a group, or one that is taken");
    }
  }

  private void count() {
    if (in.seesOneOf("*+?")) {
      refuseEndless(in.seesOneOf("*+"));
      out.appendCodePoint(in.next());
    } else if (in.takes("{")) {
      out.append(bounds(in.upTo('}')));
    } else {
      return;
    }
    if (in.takes("?")) {
      out.append('?');
    }
    if (in.seesOneOf("*+?{")) {
      throw in.unreadable("a count of a count");
    }
  }

  private String bounds(String text) {
    if (!text.matches("[0-9]{1,9}(,([0-9]{1,9})?)?")) {
      throw in.unreadable("'{" + text + "}' is no count");
    }
    refuseEndless(text.endsWith(","));
    String[] ends = text.split(",");
    if (ends.length == 2 && Integer.parseInt(ends[0]) > Integer.parseInt(ends[1])) {
      throw in.unreadable("'{" + text + "}' counts down");
    }
    return "{" + text + "}";
  }

  /** Which of them Java takes differs by version. */
  private void refuseEndless(boolean endless) {
    if (endless && lookbehinds > 0) {
      throw in.unreadable("a count without an end in a lookbehind, which Java has not");
    }
  }
}
