package dev.forecourt.mock.codegen;

import dev.forecourt.mock.codegen.document.Findings;
import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * One Java method per schema that reports everything a value breaks: their names, and where they
 * are.
 */
final class CheckMethods {

  // a class file holds 65535 constants, and each method takes some ten
  private static final int METHODS_OF_A_CLASS = 800;

  private final CheckScope scope;
  private final CheckBody body;
  private final Map<String, String> namesByRef = new LinkedHashMap<>();
  private final Set<String> taken = new TreeSet<>();
  private final Map<Integer, List<String>> methodsByPart = new TreeMap<>();

  private CheckMethods(CheckScope scope) {
    this.scope = scope;
    body = new CheckBody(scope, this);
  }

  static CheckMethods ofRequests(Schemas schemas, Findings findings) {
    return new CheckMethods(new CheckScope(schemas, false, new CheckConstants(), findings));
  }

  static CheckMethods ofAnswers(Schemas schemas, Findings findings) {
    return new CheckMethods(new CheckScope(schemas, true, new CheckConstants(), findings));
  }

  /** All methods written so far; those that one class cannot hold are in classes inside it. */
  List<String> methods() {
    List<String> all = new ArrayList<>();
    methodsByPart.forEach(
        (part, methods) -> {
          if (part == 0) {
            all.addAll(methods);
          } else {
            all.add(
                "  static final class %s {\n    private %s() {}\n\n%s\n  }"
                    .formatted(partName(part), partName(part), String.join("\n\n", methods)));
          }
        });
    return all;
  }

  /** The constants the methods use. */
  CheckConstants constants() {
    return scope.constants();
  }

  /**
   * The name of the method that checks a schema; {@code hint} names it when the schema has no name
   * of its own.
   */
  String methodFor(Schema<?> schema, String hint) {
    String ref = Schemas.name(schema);
    if (ref == null) {
      return emitted(Java.variable(hint), schema, hint, null);
    }
    String known = namesByRef.get(ref);
    return known == null
        ? emitted(Java.variable(ref), scope.schemas().resolve(schema), ref, ref)
        : known;
  }

  /** A schema as a judge of a value that stands at this place. */
  String lambda(Schema<?> schema, String hint) {
    return "(each, inner) -> " + methodFor(schema, hint) + "(each, at, inner)";
  }

  /** A schema as a judge of a value at a place of its own. */
  String lambdaHere(Schema<?> schema, String hint) {
    return "(each, place, inner) -> " + methodFor(schema, hint) + "(each, place, inner)";
  }

  private String emitted(String wanted, Schema<?> schema, String where, @Nullable String ref) {
    String name = unique(wanted);
    int part = (taken.size() - 1) / METHODS_OF_A_CLASS;
    String called = part == 0 ? name : partName(part) + "." + name;
    if (ref != null) {
      namesByRef.put(ref, called); // before the body, because a schema may contain itself
    }
    String text;
    try {
      text = body.text(name, schema, where);
    } catch (UnsupportedContract e) {
      scope.findings().refuse(String.valueOf(e.getMessage()));
      text = signature(name).close().text();
    }
    methodsByPart.computeIfAbsent(part, each -> new ArrayList<>()).add(text);
    return called;
  }

  static Source signature(String name) {
    return new Source(1)
        .open("static void " + name + "(@Nullable Object value, Place at, Violations out)");
  }

  private String unique(String wanted) {
    String name = wanted;
    for (int i = 2; !taken.add(name); i++) {
      name = wanted + i;
    }
    return name;
  }

  private static String partName(int part) {
    return "Part" + part;
  }
}
