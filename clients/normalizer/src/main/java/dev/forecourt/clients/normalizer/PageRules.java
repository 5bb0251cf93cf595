package dev.forecourt.clients.normalizer;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.openapitools.codegen.CodegenModel;
import org.openapitools.codegen.CodegenOperation;
import org.openapitools.codegen.CodegenProperty;
import org.openapitools.codegen.model.ModelMap;

/**
 * Says in Java how the pages of a list follow each other: {@code x-paging} with a style of {@link
 * #STYLES}, whose pointers become calls of accessors.
 */
final class PageRules {
  static final Set<String> STYLES = Set.of("offset", "page", "cursor", "link");

  private final CodegenOperation operation;
  private final Map<?, ?> stated;
  private final Map<String, CodegenModel> models = new HashMap<>();

  private PageRules(CodegenOperation operation, Map<?, ?> stated, List<ModelMap> models) {
    this.operation = operation;
    this.stated = stated;
    models.forEach(each -> this.models.put(each.getModel().classname, each.getModel()));
  }

  /** Puts the rule into {@code x-paging}, and what it names into the imports. */
  static void complete(
      CodegenOperation operation,
      List<ModelMap> models,
      String modelPackage,
      List<Map<String, String>> imports) {
    if (!(operation.vendorExtensions.get("x-paging") instanceof Map<?, ?> stated)
        || !STYLES.contains(String.valueOf(stated.get("style")))) {
      return;
    }
    PageRules rules = new PageRules(operation, stated, models);
    Access items = rules.items();
    String item = items.type().substring("List<".length(), items.type().length() - 1);
    operation.vendorExtensions.remove("x-answer-optional");
    operation.vendorExtensions.put(
        "x-paging", Map.of("item", item, "rule", rules.rule(items.code(), item)));
    if (rules.models.containsKey(item)) {
      imports.add(Map.of("import", modelPackage + "." + item, "classname", item));
    }
    if (item.equals("Json")) {
      imports.add(Map.of("import", "dev.forecourt.runtime.json.Json", "classname", item));
    }
  }

  private record Access(String code, String type) {}

  private Access items() {
    Access found = access(text("items", ""), true);
    if (found == null || !found.type().startsWith("List<")) {
      throw refused("items '" + text("items", "") + "'", "a pointer to an array of the answer");
    }
    return found;
  }

  private String rule(String items, String item) {
    String style = text("style", "");
    String types = "PageRule.<" + operation.returnType + ", " + item + ">";
    String parameter = Literals.quoted(text("parameter", style));
    String page = "page -> " + items;
    StringBuilder rule =
        new StringBuilder(
            switch (style) {
              case "offset", "page" ->
                  types + style + "(" + parameter + ", " + first(style) + "L, " + page + ")";
              case "cursor" -> types + "cursor(" + parameter + ", " + page + ")";
              default -> types + "link(" + page + ")";
            });
    if (stated.get("size") != null) {
      rule.append(".size(").append(Literals.quoted(text("size", ""))).append(')');
    }
    for (String member : List.of("next", "total", "pages")) {
      if (stated.get(member) != null) {
        Access found = access(text(member, ""), false);
        if (found == null) {
          throw refused(
              member + " '" + text(member, "") + "'", "a pointer to a member of the answer");
        }
        rule.append('.').append(member).append("(page -> ").append(found.code()).append(')');
      }
    }
    if (style.equals("cursor") && stated.get("next") == null) {
      throw refused("style cursor without next", "a pointer to the next cursor");
    }
    return rule.toString();
  }

  private long first(String style) {
    String first = text("first", style.equals("page") ? "1" : "0");
    if (!first.matches("[0-9]{1,9}")) {
      throw refused("first '" + first + "'", "a number");
    }
    return Long.parseLong(first);
  }

  private String text(String key, String otherwise) {
    Object value = stated.get(key);
    return value == null ? otherwise : value.toString();
  }

  /** The value at a pointer as an expression of {@code page}; null if there is none. */
  private @Nullable Access access(String pointer, boolean list) {
    String type = operation.returnType;
    if (type == null) {
      return null;
    }
    if (pointer.isEmpty()) {
      return new Access("page", type);
    }
    if (type.equals("Json")) {
      String at = "(page, " + Literals.quoted(pointer) + ")";
      return list
          ? new Access("PageRule.elements" + at, "List<Json>")
          : new Access("PageRule.at" + at, "Json");
    }
    String code = "page";
    StringBuilder nothing = new StringBuilder();
    for (String step : pointer.substring(1).split("/", -1)) {
      CodegenModel model = models.get(type);
      CodegenProperty property = model == null ? null : property(model, step);
      if (property == null) {
        return null;
      }
      if (!code.equals("page")) {
        nothing
            .append(code)
            .append(" == null ? ")
            .append(list ? "List.of()" : "null")
            .append(" : ");
      }
      code += "." + property.name + "()";
      type = property.datatypeWithEnum;
    }
    return new Access(nothing + code, type);
  }

  private static @Nullable CodegenProperty property(CodegenModel model, String step) {
    String name = Literals.escaped(step.replace("~1", "/").replace("~0", "~"));
    return model.vars.stream().filter(each -> each.baseName.equals(name)).findFirst().orElse(null);
  }

  private IllegalStateException refused(String found, String expected) {
    return new IllegalStateException(
        "%s: x-paging with %s. Expected %s. See specs/docs/extensions.md."
            .formatted(operation.operationId, found, expected));
  }
}
