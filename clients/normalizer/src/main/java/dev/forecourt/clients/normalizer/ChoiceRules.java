package dev.forecourt.clients.normalizer;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.openapitools.codegen.CodegenModel;
import org.openapitools.codegen.CodegenProperty;

/** Says in Java how the alternatives of a choice are told apart, see {@code choice.mustache}. */
final class ChoiceRules {
  private static final Map<String, String> RECORDS =
      Map.of(
          "TEXT",
          "OfText",
          "NUMBER",
          "OfNumber",
          "BOOLEAN",
          "OfBoolean",
          "ARRAY",
          "OfList",
          "MAP",
          "OfMap");

  private ChoiceRules() {}

  static void complete(CodegenModel model) {
    Object member = ((Map<?, ?>) model.vendorExtensions.get("x-choice")).get("member");
    model.vendorExtensions.put(
        "x-member", member == null ? "null" : Literals.quoted(String.valueOf(member)));
    List<String> permitted = new ArrayList<>();
    for (CodegenProperty each : model.vars) {
      Map<?, ?> rule = (Map<?, ?>) each.vendorExtensions.get("x-alternative");
      String kind = String.valueOf(rule.get("kind"));
      if (kind.equals("OBJECT")) {
        permitted.add(each.dataType);
        each.vendorExtensions.put("x-choose", object(each, rule));
      } else {
        String record = RECORDS.get(kind);
        permitted.add(model.classname + "." + record);
        each.vendorExtensions.put("x-record", record);
        each.vendorExtensions.put(
            "x-choose",
            "kind(Json.Kind.%s, in -> %s.read(in))"
                .formatted(kind.equals("MAP") ? "OBJECT" : kind, record));
      }
    }
    permitted.add(model.classname + ".OfJson");
    model.vendorExtensions.put("x-permitted", String.join(", ", permitted));
  }

  private static String object(CodegenProperty each, Map<?, ?> rule) {
    List<String> fixed = new ArrayList<>();
    ((List<?>) rule.get("fixed"))
        .forEach(
            pair -> {
              Map<?, ?> said = (Map<?, ?>) pair;
              fixed.add(
                  "Map.entry(%s, %s)"
                      .formatted(
                          Literals.quoted(String.valueOf(said.get("name"))),
                          Literals.quoted(String.valueOf(said.get("value")))));
            });
    return "object(%s::read, %s, %s, %s, Map.ofEntries(%s))"
        .formatted(
            each.dataType,
            Literals.list((List<?>) rule.get("names")),
            Literals.list((List<?>) rule.get("required")),
            Literals.list((List<?>) rule.get("members")),
            String.join(", ", fixed));
  }
}
