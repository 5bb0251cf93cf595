package dev.forecourt.verifier.diff;

import dev.forecourt.verifier.contract.ContractTree;
import dev.forecourt.verifier.contract.Spot;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Locale;
import java.util.Set;

/**
 * What people call a place in a contract.
 *
 * @param owner the schema, parameter, header or operation that it belongs to, as its file or
 *     operationId is called; empty for the contract as a whole
 * @param text the place in words: {@code Review.answer.date}, {@code answer 200.data[].id}
 */
record PlaceName(String owner, String text) {

  /** {@code pointer} is one of this contract. */
  static PlaceName of(ContractTree contract, String pointer) {
    List<String> names = new ArrayList<>(Arrays.asList(pointer.split("/", -1)));
    names.remove(0);
    names.replaceAll(name -> name.replace("~1", "/").replace("~0", "~"));
    if (names.size() >= 3 && names.get(0).equals("components")) {
      String owner = names.get(2);
      Spot spot = contract.root().to("components", names.get(1), owner);
      // what goes over the wire, which need not be the name of the file
      String called = spot.text("name").isEmpty() ? owner : spot.text("name");
      String shown = names.get(1).equals("parameters") ? called : owner;
      return new PlaceName(
          owner, kind(names.get(1)) + shown + inside(names.subList(3, names.size())));
    }
    if (names.size() >= 3 && names.get(0).equals("paths")) {
      Spot operation = contract.root().to("paths", names.get(1), names.get(2));
      String id = operation.text("operationId");
      String owner = id.isEmpty() ? names.get(2).toUpperCase(Locale.ROOT) + " " + names.get(1) : id;
      return new PlaceName(owner, ofCall(contract, operation, names.subList(3, names.size())));
    }
    String key = names.isEmpty() ? "" : names.get(0);
    boolean ofVendor = Set.of("servers", "x-rate-limit", "x-mock-port").contains(key);
    return new PlaceName(key, ofVendor ? "the vendor" : "the contract");
  }

  private static String kind(String components) {
    return switch (components) {
      case "schemas" -> "";
      case "parameters" -> "parameter ";
      case "headers" -> "header ";
      case "responses" -> "answer ";
      case "requestBodies" -> "request body ";
      case "securitySchemes" -> "credential ";
      default -> components + " ";
    };
  }

  private static String ofCall(ContractTree contract, Spot operation, List<String> names) {
    if (names.isEmpty()) {
      return "";
    }
    int used = 2;
    String start;
    switch (names.get(0)) {
      case "parameters" -> {
        Spot list = operation.to("parameters");
        start =
            names.size() == 1
                ? "parameters"
                : "parameter " + contract.to(list, names.get(1)).text("name");
      }
      case "responses" -> start = names.size() == 1 ? "" : "answer " + names.get(1);
      case "requestBody" -> {
        start = "request body";
        used = 1;
      }
      case "callbacks" -> {
        start = "callback " + (names.size() == 1 ? "" : names.get(1));
        used = Math.min(names.size(), 4);
        return start + " " + ofCall(contract, operation, names.subList(used, names.size()));
      }
      default -> {
        // what the operation says of itself: tags, security, ...
        return "";
      }
    }
    return start + inside(names.subList(Math.min(used, names.size()), names.size()));
  }

  private static String inside(List<String> names) {
    StringBuilder text = new StringBuilder();
    for (Iterator<String> each = names.iterator(); each.hasNext(); ) {
      String name = each.next();
      switch (name) {
        case "properties" -> text.append(each.hasNext() ? "." + each.next() : "");
        case "items" -> text.append("[]");
        case "additionalProperties" -> text.append(".*");
        case "headers" -> text.append(each.hasNext() ? " header " + each.next() : "");
        case "content" -> {
          if (each.hasNext()) {
            each.next();
          }
        }
        case "allOf" -> {
          if (each.hasNext()) {
            each.next();
          }
        }
        case "anyOf", "oneOf" ->
            text.append(
                each.hasNext() ? " (form %d)".formatted(Integer.parseInt(each.next()) + 1) : "");
        case "schema" -> {}
        default -> text.append(' ').append(name);
      }
    }
    return text.toString();
  }
}
