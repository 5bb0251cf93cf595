package dev.forecourt.verifier.diff;

import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.verifier.contract.ContractTree;
import dev.forecourt.verifier.contract.Spot;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Parameters of an operation, those of its path among them. */
final class ParameterComparison {
  private static final Pattern IN_PATH = Pattern.compile("\\{([^}]+)}");

  private final Changes changes;
  private final String operation;
  private final CallPart part;
  private final Spot wasOperation;
  private final Spot isOperation;
  private final Map<String, Spot> old;
  private final Map<String, Spot> now;

  private ParameterComparison(Changes changes, String operation, CallPart part, Spot was, Spot is) {
    this.changes = changes;
    this.operation = operation;
    this.part = part;
    this.wasOperation = was;
    this.isOperation = is;
    this.old = parameters(changes.before(), was, part);
    this.now = parameters(changes.after(), is, part);
  }

  static void compare(Changes changes, String operation, Spot was, Spot is, CallPart part) {
    ParameterComparison comparison = new ParameterComparison(changes, operation, part, was, is);
    comparison.compare();
    if (part == CallPart.REQUEST_PARAMETER) {
      comparison.order();
    }
  }

  static List<String> namesIn(String path) {
    List<String> names = new ArrayList<>();
    Matcher matcher = IN_PATH.matcher(path);
    while (matcher.find()) {
      names.add(matcher.group(1));
    }
    return names;
  }

  /** By place and name; a path parameter by its number, as its name never leaves the contract. */
  private static Map<String, Spot> parameters(
      ContractTree contract, Spot operation, CallPart part) {
    List<String> path =
        part == CallPart.REQUEST_PARAMETER
            ? namesIn(OperationComparison.path(operation))
            : List.of();
    Map<String, Spot> all = new LinkedHashMap<>();
    for (Spot each : contract.parameters(operation)) {
      String name = each.text("name");
      all.put(
          switch (each.text("in")) {
            case "path" -> "path " + path.indexOf(name);
            case "header" -> "header " + name.toLowerCase(Locale.ROOT);
            default -> each.text("in") + " " + name;
          },
          each);
    }
    return all;
  }

  private void compare() {
    Map<String, Spot> gone = new LinkedHashMap<>(old);
    gone.keySet().removeAll(now.keySet());
    Map<String, Spot> added = new LinkedHashMap<>(now);
    added.keySet().removeAll(old.keySet());
    old.forEach(
        (key, was) -> {
          if (now.containsKey(key)) {
            both(was, now.get(key));
          }
        });
    gone.values().forEach(was -> goneOrElsewhere(was, added));
    added.values().forEach(this::added);
  }

  private void goneOrElsewhere(Spot was, Map<String, Spot> added) {
    String key =
        added.entrySet().stream()
            .filter(each -> each.getValue().text("name").equalsIgnoreCase(was.text("name")))
            .map(Map.Entry::getKey)
            .findFirst()
            .orElse(null);
    if (key == null) {
      Spot place = inList(changes.before(), wasOperation, was);
      add(OperationRule.REQUEST_PARAMETER_REMOVED, place, place.to("nothing", "there"), "", "");
      return;
    }
    Spot is = added.remove(key);
    add(OperationRule.REQUEST_PARAMETER_LOCATION_CHANGED, was, is, was.text("in"), is.text("in"));
    both(was, is);
  }

  private void added(Spot is) {
    boolean required = isRequired(is) && part.isSent();
    Spot place = inList(changes.after(), isOperation, is);
    add(
        required
            ? OperationRule.REQUIRED_REQUEST_PARAMETER_ADDED
            : OperationRule.REQUEST_PARAMETER_ADDED,
        place.to("nothing", "there"),
        place,
        "",
        "");
  }

  /** Where an operation lists a parameter that may be shared; else the parameter itself. */
  private static Spot inList(ContractTree contract, Spot operation, Spot parameter) {
    Spot list = operation.to("parameters");
    for (int i = 0; i < list.node().size(); i++) {
      Spot place = list.to(String.valueOf(i));
      if (contract.meant(place).pointer().equals(parameter.pointer())) {
        return place;
      }
    }
    return parameter;
  }

  private static boolean isRequired(Spot parameter) {
    return parameter.node().path("required").asBoolean();
  }

  private void both(Spot was, Spot is) {
    if (isRequired(was) != isRequired(is)) {
      // of what the vendor sends, more is never too much
      boolean more = isRequired(is) == part.isSent();
      add(
          more
              ? OperationRule.REQUEST_PARAMETER_BECAME_REQUIRED
              : OperationRule.REQUEST_PARAMETER_BECAME_OPTIONAL,
          was,
          is,
          "",
          "");
    }
    if (was.text("in").equals(is.text("in")) && !style(was).equals(style(is))) {
      add(OperationRule.REQUEST_PARAMETER_STYLE_CHANGED, was, is, style(was), style(is));
    }
    Rule reserved = OperationRule.REQUEST_PARAMETER_RESERVED_CHANGED.rule();
    flag("allowReserved", was, is, reserved, reserved);
    flag(
        "allowEmptyValue",
        was,
        is,
        OperationRule.REQUEST_PARAMETER_EMPTY_ALLOWED.rule(),
        OperationRule.REQUEST_PARAMETER_EMPTY_REFUSED.rule());
    flag(
        "deprecated",
        was,
        is,
        SchemaRule.DEPRECATED.at(part),
        SchemaRule.NO_LONGER_DEPRECATED.at(part));
    words(was, is);
    new SchemaComparison(changes, part, operation)
        .compare(schema(changes.before(), was), schema(changes.after(), is));
  }

  private void flag(String key, Spot was, Spot is, Rule comes, Rule goes) {
    boolean before = was.node().path(key).asBoolean();
    boolean after = is.node().path(key).asBoolean();
    if (before != after) {
      changes.add(after ? comes : goes, operation, was, is, "", "");
    }
  }

  private void words(Spot was, Spot is) {
    TreeSet<String> keys = new TreeSet<>();
    was.node().fieldNames().forEachRemaining(keys::add);
    is.node().fieldNames().forEachRemaining(keys::add);
    for (String key : keys) {
      if (was.node().path(key).equals(is.node().path(key))) {
        continue;
      }
      if (ExtensionComparison.WORDS.contains(key)) {
        add(OperationRule.DOCUMENTATION_CHANGED, was, is, "", "");
      } else if (key.startsWith("x-")) {
        add(OperationRule.EXTENSION_CHANGED, was, is, "", key);
      }
    }
  }

  private static Spot schema(ContractTree contract, Spot parameter) {
    if (parameter.node().has("schema")) {
      return parameter.to("schema");
    }
    List<Spot> media = ContractTree.children(parameter.to("content"));
    return media.isEmpty() ? parameter.to("schema") : media.get(0).to("schema");
  }

  /**
   * Style and {@code explode} with what they are if nothing is said; a media type in their place.
   */
  private static String style(Spot parameter) {
    if (parameter.node().has("content")) {
      return parameter.node().path("content").fieldNames().next();
    }
    String in = parameter.text("in");
    boolean form = in.equals("query") || in.equals("cookie");
    String style = parameter.node().path("style").asText(form ? "form" : "simple");
    JsonNode explode = parameter.node().path("explode");
    boolean exploded = explode.isBoolean() ? explode.booleanValue() : style.equals("form");
    return style + (exploded ? ", exploded" : ", not exploded");
  }

  /** Required parameters are arguments in Java, in this order. */
  private void order() {
    List<String> names = required(old);
    List<String> namesNow = required(now);
    List<String> kept = names.stream().filter(namesNow::contains).toList();
    List<String> keptNow = namesNow.stream().filter(names::contains).toList();
    if (!kept.equals(keptNow)) {
      changes.add(
          OperationRule.PARAMETERS_REORDERED.rule(),
          operation,
          wasOperation,
          isOperation,
          names.toString(),
          namesNow.toString());
    }
  }

  private static List<String> required(Map<String, Spot> parameters) {
    return parameters.values().stream()
        .filter(ParameterComparison::isRequired)
        .map(spot -> spot.text("name"))
        .toList();
  }

  private void add(OperationRule rule, Spot was, Spot is, String from, String to) {
    changes.add(rule.rule(), operation, was, is, from, to);
  }
}
