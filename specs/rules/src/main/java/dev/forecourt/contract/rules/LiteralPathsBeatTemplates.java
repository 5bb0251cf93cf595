package dev.forecourt.contract.rules;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * A literal path such as {@code /api/local/add} is never swallowed by a templated one such as
 * {@code /api/local/{local_id}}: the literal stands first in the table of contents, and no two
 * templates differ by the name of a parameter only.
 */
final class LiteralPathsBeatTemplates implements Rule {
  @Override
  public List<Violation> check(Contract contract) {
    JsonNode paths = contract.read(contract.root()).path("paths");
    List<String> order = new ArrayList<>();
    paths.fieldNames().forEachRemaining(order::add);
    List<Violation> found = new ArrayList<>();
    Map<String, String> shapes = new TreeMap<>();
    for (int i = 0; i < order.size(); i++) {
      String path = order.get(i);
      String twin = shapes.putIfAbsent(path.replaceAll("\\{[^}]*}", "{}"), path);
      if (twin != null) {
        found.add(
            violation(
                contract,
                path,
                "means the same paths as " + twin,
                "one path item with both operations"));
      }
      for (String later : order.subList(i + 1, order.size())) {
        if (!later.contains("{") && later.matches(pattern(path)) && !later.equals(path)) {
          found.add(
              violation(
                  contract,
                  later,
                  "stands behind " + path + ", which matches it",
                  "the literal path first"));
        }
      }
    }
    return found;
  }

  private static String pattern(String template) {
    StringBuilder pattern = new StringBuilder();
    for (String part : template.split("(?=\\{)|(?<=})")) {
      pattern.append(part.startsWith("{") ? "[^/]+" : java.util.regex.Pattern.quote(part));
    }
    return pattern.toString();
  }

  private static Violation violation(Contract contract, String path, String problem, String right) {
    return new Violation(contract.label(contract.root()), "paths." + path, problem, right);
  }
}
