package dev.forecourt.contract.importer.guarantee;

import dev.forecourt.contract.importer.repair.Names;
import java.util.Locale;
import java.util.Set;
import javax.lang.model.SourceVersion;

/** What may be a name in Java. */
public final class JavaNames {
  /** Classes that every Java file sees. */
  static final Set<String> JAVA_LANG =
      Set.of(
          "boolean",
          "byte",
          "character",
          "class",
          "double",
          "enum",
          "error",
          "exception",
          "float",
          "integer",
          "iterable",
          "long",
          "math",
          "module",
          "number",
          "object",
          "override",
          "package",
          "process",
          "record",
          "runnable",
          "runtime",
          "short",
          "string",
          "system",
          "thread",
          "throwable",
          "void",
          "deprecated",
          "comparable",
          "cloneable",
          "readable");

  private JavaNames() {}

  /** A text as a camelCase identifier; empty if nothing is left of it. */
  public static String camelCase(String text) {
    String name = Names.camel(text);
    if (name.isEmpty()) {
      return "";
    }
    int capitals = 0;
    while (capitals < name.length() && Character.isUpperCase(name.charAt(capitals))) {
      capitals++;
    }
    // URLShort becomes urlShort, Get becomes get
    int lower = capitals <= 1 || capitals == name.length() ? Math.max(1, capitals) : capitals - 1;
    String camel = name.substring(0, lower).toLowerCase(Locale.ROOT) + name.substring(lower);
    return Character.isDigit(camel.charAt(0)) ? "call" + camel : camel;
  }

  /** Whether this is a camelCase identifier and no word of Java. */
  static boolean isMethodName(String name) {
    return name.matches("[a-z][A-Za-z0-9]*") && !SourceVersion.isKeyword(name);
  }
}
