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
    if (problem != null) {
      draft.drop(at, "pattern " + text, problem, "values are not checked by it");
    }
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
