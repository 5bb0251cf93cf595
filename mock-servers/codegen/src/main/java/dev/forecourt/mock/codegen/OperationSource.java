package dev.forecourt.mock.codegen;

import io.swagger.v3.oas.models.media.Schema;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** Writes the method that takes one request apart, checks it and calls the vendor's behaviour. */
final class OperationSource {

  private final Schemas schemas;
  private final CheckMethods checks;
  private final RouteTrie routes;
  private final String prefix;
  private final Map<String, String> parameters = new LinkedHashMap<>();
  private final Map<String, String> bodies = new LinkedHashMap<>();
  private final Map<String, String> places = new LinkedHashMap<>();
  private final Map<String, String> sets = new LinkedHashMap<>();
  private final Map<String, String> lists = new LinkedHashMap<>();
  private final Map<String, String> objects = new LinkedHashMap<>();

  OperationSource(Schemas schemas, CheckMethods checks, RouteTrie routes, String prefix) {
    this.schemas = schemas;
    this.checks = checks;
    this.routes = routes;
    this.prefix = prefix;
  }

  /** Parameters that are more than plain texts: initialiser to name. */
  Map<String, String> parameters() {
    return parameters;
  }

  /** Media types of bodies that come in several: initialiser to name. */
  Map<String, String> bodies() {
    return bodies;
  }

  /** Sets of names the methods use: initialiser to name. */
  Map<String, String> sets() {
    return sets;
  }

  /** Lists of texts the methods use: initialiser to name. */
  Map<String, String> lists() {
    return lists;
  }

  /** How members of objects in a query are read: initialiser to name. */
  Map<String, String> objects() {
    return objects;
  }

  /** Constants the methods use: name to initialiser. */
  Map<String, String> places() {
    return places;
  }

  String method(
      String operationId, List<String> segments, Inputs inputs, Set<String> securityParameters) {
    Source out = new Source(1);
    out.open("private MockResponse " + Java.variable(operationId) + "(Inputs in)");
    out.line("Violations out = in.violations();");
    Map<Field, String> values = new LinkedHashMap<>();
    for (Field field : inputs.in("path")) {
      values.put(field, readPath(field, segments, operationId, out));
    }
    emitQuery(inputs, operationId, securityParameters, values, out);
    for (Field field : inputs.in("header")) {
      values.put(
          field,
          field.isStyled()
              ? readStyled(field, "header(in)", operationId, out)
              : readOne(field, header(field), operationId, out));
    }
    for (Field field : inputs.in("cookie")) {
      values.put(field, readStyled(field, "cookie(in)", operationId, out));
    }
    emitBody(inputs, operationId, values, out);
    out.line("in.refuseIfAny();");
    List<String> arguments = new ArrayList<>(List.of("in.caller(Caller.class)"));
    values.forEach((field, value) -> arguments.add(field.take(schemas, value)));
    String record = prefix + "Api." + Java.type(operationId) + "Request";
    out.line("%s request = new %s(%s);".formatted(record, record, String.join(", ", arguments)));
    out.open("synchronized (in.monitor())")
        .line("return api." + Java.variable(operationId) + "(request);")
        .close();
    return out.close().text();
  }

  private String readPath(Field field, List<String> segments, String operationId, Source out) {
    String text = segment(field.name(), segments);
    return field.isStyled()
        ? readStyled(field, "path(in, " + text + ")", operationId, out)
        : readOne(field, text, operationId, out);
  }

  /** The text in the place of a variable, which may be a segment or a part of one. */
  private String segment(String name, List<String> segments) {
    for (int i = 0; i < segments.size(); i++) {
      int variable = Inputs.variables(List.of(segments.get(i))).indexOf(name);
      if (variable >= 0 && RouteTrie.isPartly(segments.get(i))) {
        return "%s.value(in.segment(%d), %d)"
            .formatted(routes.pattern(segments.get(i)), i, variable);
      }
      if (variable >= 0) {
        return "in.segment(" + i + ")";
      }
    }
    throw new UnsupportedContract(name, "a path parameter that is not in the path");
  }

  private String readStyled(Field field, String call, String operationId, Source out) {
    String constant =
        parameters.computeIfAbsent(field.reader(), each -> "PARAMETER_" + (parameters.size() + 1));
    String variable = field.in() + Java.type(field.component());
    out.line("Object " + variable + " = " + constant + "." + call + ";");
    emitCheck(field, variable, operationId, out);
    return variable;
  }

  private String header(Field field) {
    List<?> languages = known(field);
    if (!field.name().equalsIgnoreCase("Accept-Language") || languages == null) {
      return "in.header(" + place(field) + ")";
    }
    List<String> names = languages.stream().map(String::valueOf).toList();
    return "in.language(" + place(field) + ", " + listConstant(names) + ")";
  }

  /** The values of an enumeration, also where any other text may stand in their place. */
  private @Nullable List<?> known(Field field) {
    Schema<?> schema = schemas.core(field.schema());
    for (Schema<?> choice : Schemas.all(schema.getAnyOf())) {
      List<?> values = schemas.core(choice).getEnum();
      if (values != null) {
        return values;
      }
    }
    return schema.getEnum();
  }

  private void emitQuery(
      Inputs inputs,
      String operationId,
      Set<String> security,
      Map<Field, String> values,
      Source out) {
    Set<String> allowed = new TreeSet<>(security);
    Set<String> objectNames = new TreeSet<>();
    inputs
        .in("query")
        .forEach(each -> (each.type().equals("object") ? objectNames : allowed).add(each.name()));
    allowed.addAll(inputs.memberNames());
    if (!inputs.takesAnyQuery()) {
      out.line(
          "in.onlyQuery("
              + setConstant(allowed)
              + (objectNames.isEmpty() ? "" : ", " + setConstant(objectNames))
              + ");");
    }
    for (Field field : inputs.in("query")) {
      if (field.isStyled()) {
        values.put(field, readStyled(field, "query(in)", operationId, out));
      } else if (field.type().equals("object")) {
        values.put(field, readObject(field, operationId, out));
      } else {
        String source = "in." + queryMethod(field, allowed) + "(" + place(field) + ")";
        values.put(field, readOne(field, source, operationId, out));
      }
    }
  }

  private static String queryMethod(Field field, Set<String> allowed) {
    if (!field.type().equals("array")) {
      return "one";
    }
    if (field.commaSeparated()) {
      return "commaSeparated";
    }
    // ids[0] and ids are other spellings of ids[], unless they are parameters of their own
    String plain = field.name().replace("[]", "");
    return field.bracketed() && !allowed.contains(plain) ? "bracketed" : "many";
  }

  private String readObject(Field field, String operationId, Source out) {
    Map<String, Schema<?>> members = new LinkedHashMap<>();
    schemas.core(field.schema()).getProperties().forEach(members::put);
    List<String> entries = new ArrayList<>();
    members.forEach(
        (name, schema) ->
            entries.add(
                "Map.entry("
                    + Java.string(name)
                    + ", "
                    + queryField(schema, operationId + " " + field.name() + "[" + name + "]")
                    + ")"));
    String initialiser = "Map.ofEntries(\n          " + String.join(",\n          ", entries) + ")";
    String constant =
        objects.computeIfAbsent(initialiser, each -> "OBJECT_" + (objects.size() + 1));
    String variable = field.in() + Java.type(field.component());
    out.line("Object " + variable + " = in.object(" + place(field) + ", " + constant + ");");
    emitCheck(field, variable, operationId, out);
    return variable;
  }

  private String queryField(Schema<?> schema, String where) {
    Schemas.Reading reading = schemas.reading(schema, where);
    String method = !reading.several() ? "one" : reading.single() ? "oneOrMany" : "many";
    return "QueryField." + method + "(Coerce::" + Field.coercion(reading.type(), where) + ")";
  }

  private String readOne(Field field, String source, String operationId, Source out) {
    String variable = field.in() + Java.type(field.component());
    String coercion = field.coercion(schemas);
    String read =
        field.type().equals("array")
            ? "Coerce.list(" + source + ", Coerce::" + coercion + ")"
            : "Coerce." + coercion + "(" + source + ")";
    out.line("Object " + variable + " = " + read + ";");
    emitCheck(field, variable, operationId, out);
    return variable;
  }

  private void emitCheck(Field field, String variable, String operationId, Source out) {
    out.open("if (" + variable + " != null)");
    out.line(
        check(field.schema(), operationId + " " + field.name())
            + "("
            + variable
            + ", "
            + place(field)
            + ", out);");
    if (field.required() && !field.in().equals("path")) {
      out.close().open("else").line("out.missing(" + place(field) + ");");
    }
    out.close();
  }

  private void emitBody(Inputs inputs, String operationId, Map<Field, String> values, Source out) {
    Schema<?> form = inputs.formSchema();
    if (form != null) {
      emitForm(inputs, form, operationId, values, out);
    } else if (!inputs.bodyTypes().isEmpty()) {
      emitAnyBody(inputs, operationId, values, out);
    } else if (!inputs.in("body").isEmpty()) {
      Field body = inputs.in("body").get(0);
      places.put("BODY", "Place.body()");
      out.line(
          "Object body = in.json("
              + listConstant(inputs.mediaTypes())
              + ", "
              + body.required()
              + ");");
      out.open("if (body != null)")
          .line(check(body.schema(), operationId + " body") + "(body, BODY, out);")
          .close();
      values.put(body, "body");
    } else {
      out.line("in.noBody();");
    }
  }

  private void emitAnyBody(
      Inputs inputs, String operationId, Map<Field, String> values, Source out) {
    places.put("BODY", "Place.body()");
    places.put("FORM", "Place.form()");
    String constant =
        bodies.computeIfAbsent(inputs.bodyTypes(), each -> "BODIES_" + (bodies.size() + 1));
    out.line("Body sent = in.body(" + constant + ", " + inputs.bodyRequired() + ");");
    out.line("Object body = sent.value();");
    if (!inputs.bodySchemas().isEmpty()) {
      out.open("if (body != null)").open("switch (sent.type())");
      inputs
          .bodySchemas()
          .forEach(
              (number, schema) ->
                  out.line(
                      "case %d -> %s(body, %s.get(%d).kind() == BodyType.Kind.FORM ? FORM : BODY, out);"
                          .formatted(
                              number, check(schema, operationId + " body"), constant, number)));
      out.line("default -> {}").close().close();
    }
    values.put(inputs.in("body").get(0), "body");
  }

  private void emitForm(
      Inputs inputs, Schema<?> schema, String operationId, Map<Field, String> values, Source out) {
    places.put("FORM", "Place.form()");
    Set<String> names = new TreeSet<>();
    inputs.in("form").forEach(each -> names.add(each.name()));
    out.line(
        "FormFields form = in.form("
            + listConstant(inputs.mediaTypes())
            + ", "
            + setConstant(names)
            + ");");
    out.line("Map<String, @Nullable Object> fields = Map.of();");
    out.open("if (form != null" + (inputs.bodyRequired() ? "" : " && !form.isEmpty()") + ")");
    for (Field field : inputs.in("form")) {
      String read = field.type().equals("array") ? "many" : "one";
      out.line("form." + read + "(" + place(field) + ", Coerce::" + field.coercion(schemas) + ");");
      values.put(field, "fields.get(" + Java.string(field.name()) + ")");
    }
    out.line("fields = form.values();");
    out.line(check(schema, operationId + " form") + "(fields, FORM, out);");
    out.close();
  }

  private String listConstant(List<String> texts) {
    return lists.computeIfAbsent(Java.listOfStrings(texts), each -> "TEXTS_" + (lists.size() + 1));
  }

  private String setConstant(Set<String> names) {
    return sets.computeIfAbsent(Java.setOfStrings(names), each -> "NAMES_" + (sets.size() + 1));
  }

  private String check(Schema<?> schema, String hint) {
    return prefix + "Checks." + checks.methodFor(schema, hint);
  }

  private String place(Field field) {
    String kind =
        switch (field.in()) {
          case "form" -> "Place.form().field";
          case "query" -> field.type().equals("object") ? "Place.queryObject" : "Place.query";
          default -> "Place." + field.in();
        };
    String initialiser = kind + "(" + Java.string(field.name()) + ")";
    String name = field.place();
    // two names may differ only in punctuation, such as ids and ids[]
    for (int i = 2; !places.getOrDefault(name, initialiser).equals(initialiser); i++) {
      name = field.place() + "_" + i;
    }
    places.put(name, initialiser);
    return name;
  }
}
