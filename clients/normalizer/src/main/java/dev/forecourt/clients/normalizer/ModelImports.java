package dev.forecourt.clients.normalizer;

import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.openapitools.codegen.CodegenModel;
import org.openapitools.codegen.CodegenProperty;

/** What a model imports: each once, and nothing that it does not name. */
final class ModelImports {
  private static final String JSON = "dev.forecourt.runtime.json.";

  private ModelImports() {}

  /** Qualified names in their order. */
  static List<String> of(CodegenModel model, Map<String, String> known) {
    Set<String> imports = new TreeSet<>();
    boolean hasEnum = model.isEnum;
    if (model.isEnum) {
      add(imports, model.dataType, known);
    } else {
      for (CodegenProperty property : model.vars) {
        types(property.datatypeWithEnum).forEach(type -> add(imports, type, known));
        hasEnum |= property.isEnum;
      }
      if (model.vendorExtensions.containsKey("x-choice")) {
        Stream.of("Choice", "JsonValue").forEach(type -> imports.add(JSON + type));
        imports.add("java.util.List");
      }
      if (model.vendorExtensions.containsKey("x-form")) {
        Stream.of("FormFields", "FormModel", "Style")
            .forEach(type -> imports.add("dev.forecourt.runtime.encode." + type));
      }
      Stream.of("Describe", "Json", "JsonIn", "JsonOut", "Members", "Models")
          .forEach(type -> imports.add(JSON + type));
      imports.add("java.util.Map");
      imports.add("java.util.Objects");
      Map<String, Object> extensions = model.vendorExtensions;
      boolean bare = extensions.containsKey("x-bare-value");
      boolean ordered = extensions.containsKey("x-keeps-order");
      imports.add(JSON + (bare ? "BareModel" : ordered ? "OrderedModel" : "Model"));
      imports.add(JSON + "Model");
      if (extensions.containsKey("x-holds-secrets")) {
        imports.add(JSON + "SecretModel");
        imports.add(JSON + "SecretTexts");
      }
      if (extensions.containsKey("x-checked")) {
        imports.add(JSON + "Checked");
        imports.add(JSON + "RequestChecks");
      }
      if (model.vars.stream().anyMatch(each -> each.vendorExtensions.containsKey("x-pattern"))) {
        imports.add(JSON + "TextPattern");
      }
      if (ordered || extensions.containsKey("x-holds-secrets")) {
        imports.add("java.util.List");
      }
    }
    if (hasEnum) {
      Stream.of("JsonIn", "MapKey", "Models", "OpenEnum").forEach(type -> imports.add(JSON + type));
    }
    imports.add("org.jspecify.annotations.Nullable");
    return List.copyOf(imports);
  }

  private static Set<String> types(String type) {
    return Arrays.stream(type.split("[<>, ]+")).collect(Collectors.toSet());
  }

  private static void add(Set<String> imports, String type, Map<String, String> known) {
    String qualified = known.get(type);
    if (qualified != null && !qualified.startsWith("java.lang.")) {
      imports.add(qualified);
    }
  }
}
