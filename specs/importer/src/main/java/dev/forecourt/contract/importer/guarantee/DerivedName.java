package dev.forecourt.contract.importer.guarantee;

import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.contract.importer.repair.Names;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Names of operations made of method and path: {@code GET /v1/pets/{id}} is {@code getPet}. */
public final class DerivedName {
  private static final Set<String> VERBS =
      Set.of(
          "search",
          "find",
          "list",
          "count",
          "query",
          "export",
          "import",
          "upload",
          "download",
          "send",
          "cancel",
          "approve",
          "reject",
          "confirm",
          "close",
          "open",
          "start",
          "stop",
          "validate",
          "verify",
          "login",
          "logout",
          "refresh",
          "reset",
          "activate",
          "deactivate",
          "enable",
          "disable",
          "archive",
          "restore",
          "publish",
          "sync",
          "assign",
          "accept",
          "decline",
          "complete",
          "submit",
          "register",
          "subscribe",
          "unsubscribe",
          "lock",
          "unlock");

  private DerivedName() {}

  static String of(Operation operation, JsonNode root) {
    List<String> words = literals(operation.path());
    boolean item = operation.path().matches(".*\\{[^/]*\\}/?");
    if (words.isEmpty()) {
      return verb(operation.method(), item, false) + (item ? "Item" : "Root");
    }
    String last = words.get(words.size() - 1);
    if (VERBS.contains(last.toLowerCase(java.util.Locale.ROOT)) && words.size() > 1) {
      return JavaNames.camelCase(last) + noun(words.subList(0, words.size() - 1), true);
    }
    boolean collection =
        root.path("paths").properties().stream()
            .anyMatch(
                each ->
                    each.getKey()
                        .matches(
                            java.util.regex.Pattern.quote(operation.path()) + "/?\\{[^/]*\\}/?"));
    boolean many =
        !item && (collection || !singular(last).equals(last) && operation.method().equals("get"));
    boolean singular = item || !operation.method().equals("get");
    return verb(operation.method(), item, many) + noun(words, singular);
  }

  private static String verb(String method, boolean item, boolean many) {
    return switch (method) {
      case "get" -> many ? "list" : "get";
      case "post" -> item ? "post" : "create";
      case "put" -> "replace";
      case "patch" -> "update";
      default -> method;
    };
  }

  /** The last two literal parts, all but the last in the singular. */
  private static String noun(List<String> words, boolean singular) {
    List<String> last = words.subList(Math.max(0, words.size() - 2), words.size());
    StringBuilder noun = new StringBuilder();
    for (int i = 0; i < last.size(); i++) {
      boolean one = i < last.size() - 1 || singular;
      noun.append(Names.camel(one ? singular(last.get(i)) : last.get(i)));
    }
    return noun.toString();
  }

  /** A name that says the whole path, for an operation whose shorter name is taken. */
  static String longer(Operation operation, String wanted) {
    String all =
        literals(operation.path()).stream().map(Names::camel).collect(Collectors.joining());
    String lower = wanted.toLowerCase(java.util.Locale.ROOT);
    return all.isEmpty() || lower.contains(all.toLowerCase(java.util.Locale.ROOT))
        ? wanted
        : wanted + (operation.path().endsWith("}") ? "By" : "Of") + all;
  }

  /** Parts of a path that are no variables, versions or {@code api}. */
  public static List<String> literals(String path) {
    return Stream.of(path.split("/"))
        .map(part -> part.replaceAll("\\{[^}]*\\}", "").replaceFirst("\\.(json|xml)$", ""))
        .filter(part -> !Names.camel(part).isEmpty())
        .filter(part -> !part.matches("(?i)v?\\d+(\\.\\d+)*|api|rest"))
        .toList();
  }

  /** A plural English noun in the singular, as well as that can be told. */
  public static String singular(String noun) {
    if (noun.matches("(?i).*(ss|us|is|news|series)$")) {
      return noun;
    }
    if (noun.matches("(?i).*[^aeiou]ies$")) {
      return noun.substring(0, noun.length() - 3) + "y";
    }
    if (noun.matches("(?i).*(s|x|z|ch|sh)es$") && !noun.matches("(?i).*(uses|ases|oses)$")) {
      return noun.substring(0, noun.length() - 2);
    }
    return noun.matches("(?i).{2,}s$") ? noun.substring(0, noun.length() - 1) : noun;
  }
}
