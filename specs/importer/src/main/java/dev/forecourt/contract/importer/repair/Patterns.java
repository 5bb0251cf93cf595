package dev.forecourt.contract.importer.repair;

import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.contract.importer.edit.Draft;
import dev.forecourt.contract.importer.place.Place;
import dev.forecourt.contract.patterns.EcmaPattern;
import dev.forecourt.contract.patterns.UnreadablePattern;
import java.util.regex.PatternSyntaxException;

/** Patterns are such as client, stub and checkers understand alike. */
final class Patterns {
  private Patterns() {}

  static void check(Draft draft, Place at) {
    JsonNode pattern = draft.at(at);
    if (!pattern.isTextual()) {
      return;
    }
    String text = pattern.textValue();
    if (text.length() > 2 && text.startsWith("/") && text.endsWith("/")) {
      String inner = text.substring(1, text.length() - 1);
      if (problem(inner) == null) {
        draft.mend(at, Draft.text(inner), "stands between slashes", "without them");
        return;
      }
    }
    String problem = problem(text);
    String plain = withoutNeedlessEscapes(text);
    if (problem != null && !plain.equals(text) && problem(plain) == null) {
      draft.mend(at, Draft.text(plain), problem, plain);
    } else if (problem != null) {
      draft.drop(at, "pattern " + text, problem, "values are not checked by it");
    }
  }

  /** A backslash before a sign that has no other meaning means the sign. */
  private static String withoutNeedlessEscapes(String pattern) {
    StringBuilder plain = new StringBuilder();
    boolean inClass = false;
    for (int i = 0; i < pattern.length(); i++) {
      char c = pattern.charAt(i);
      if (c == '\\' && i + 1 < pattern.length()) {
        char next = pattern.charAt(++i);
        boolean sign = next < 0x80 && !Character.isLetterOrDigit(next);
        boolean needed = "^$\\.*+?()[]{}|/".indexOf(next) >= 0 || next == '-' && inClass;
        plain.append(sign && !needed ? "" : "\\").append(next);
      } else {
        inClass = c == '[' || inClass && c != ']';
        plain.append(c);
      }
    }
    return plain.toString();
  }

  private static @org.jspecify.annotations.Nullable String problem(String pattern) {
    try {
      java.util.regex.Pattern.compile(EcmaPattern.toJava(pattern));
      return null;
    } catch (UnreadablePattern e) {
      return e.reason();
    } catch (PatternSyntaxException e) {
      return e.getDescription();
    }
  }
}
