package dev.forecourt.mock.codegen;

import java.util.ArrayList;
import java.util.List;

/** Writes the source of one answer record: its members, its JSON, and how it is made. */
final class AnswerRecordSource {

  private static final String ADDITIONAL = "Map<String, ? extends @Nullable Object>";

  private final String where;
  private final AnswerShape shape;
  private final Source out = new Source(0);

  AnswerRecordSource(String where, AnswerShape shape) {
    this.where = where;
    this.shape = shape;
  }

  String text() {
    comment();
    out.line("record " + shape.name() + "(");
    List<String> components = components();
    for (int i = 0; i < components.size(); i++) {
      out.line("    " + components.get(i) + (i == components.size() - 1 ? ")" : ","));
    }
    out.open("    implements JsonValue<" + shape.name() + ">");
    constants();
    constructors();
    makers();
    write();
    if (shape.hasSecrets()) {
      out.line("").line("/** Without the members, of which some are secrets. */");
      out.line("@Override").open("public String toString()");
      out.line("return \"" + shape.name() + "[****]\";").close();
    }
    new AnswerBuilderSource(shape, out).write();
    return head(out.close().text()) + "\n";
  }

  private String head(String body) {
    Source head = new Source(0).line("package " + where + ";").line("");
    imported(
        "dev.forecourt.mock.json.", List.of("JsonMember", "JsonValue", "JsonWriter"), body, head);
    imported("java.math.", List.of("BigDecimal"), body, head);
    imported("java.util.", List.of("ArrayList", "LinkedHashMap", "List", "Map", "Set"), body, head);
    imported("org.jspecify.annotations.", List.of("Nullable"), body, head);
    return head.line(body).text();
  }

  private static void imported(String from, List<String> types, String body, Source head) {
    List<String> used =
        types.stream().filter(each -> body.matches("(?s).*\\b" + each + "\\b.*")).toList();
    used.forEach(each -> head.line("import " + from + each + ";"));
    if (!used.isEmpty()) {
      head.line("");
    }
  }

  private void comment() {
    out.line("/**");
    out.line(" * " + (shape.comment().isEmpty() ? "What answers show." : shape.comment()));
    out.line(" * Generated from the contract.").line(" *");
    for (AnswerMember each : shape.members()) {
      if (!each.comment().isEmpty()) {
        out.line(" * @param " + each.component() + " " + each.comment());
      }
    }
    if (shape.open()) {
      out.line(" * @param additional members that the contract does not name");
    }
    if (!shape.either().isEmpty()) {
      out.line(" * @param leftOut names of members that are not written although they may be null");
    }
    out.line(" */");
  }

  private List<String> components() {
    List<String> components = new ArrayList<>();
    shape.members().forEach(each -> components.add(each.type() + " " + each.component()));
    if (shape.open()) {
      components.add(ADDITIONAL + " additional");
    }
    if (!shape.either().isEmpty()) {
      components.add("Set<String> leftOut");
    }
    return components;
  }

  private void constants() {
    out.line("");
    for (AnswerMember each : shape.members()) {
      out.line(
          "private static final byte[] %s = JsonWriter.fieldName(%s);"
              .formatted(each.constant(), Java.string(each.name())));
    }
    if (!shape.open()) {
      out.line("").line("/** Names of all members on the wire. */");
      List<String> names = shape.members().stream().map(AnswerMember::name).toList();
      out.line("static final List<String> NAMES = " + Java.listOfStrings(names) + ";");
    }
  }

  private void constructors() {
    List<AnswerMember> needed =
        shape.members().stream()
            .filter(each -> each.isSure() && each.type().equals(each.boxed()))
            .toList();
    if (!needed.isEmpty()) {
      out.line("")
          .line("/** Throws {@link IllegalStateException} for a required member that is null. */");
      out.open(shape.name());
      for (AnswerMember each : needed) {
        out.line(required(each, each.component()) + ";");
      }
      out.close();
    }
    if (shape.isSmall() && !shape.either().isEmpty()) {
      out.line("").line("/** Writes null for every member that may be null; leaves none out. */");
      List<String> components = components();
      components.remove(components.size() - 1);
      out.open(shape.name() + "(" + String.join(", ", components) + ")");
      List<String> names = new ArrayList<>();
      shape.members().forEach(each -> names.add(each.component()));
      if (shape.open()) {
        names.add("additional");
      }
      names.add("Set.of()");
      out.line("this(" + String.join(", ", names) + ");").close();
    }
  }

  private String required(AnswerMember member, String value) {
    return required(shape, member, value);
  }

  static String required(AnswerShape shape, AnswerMember member, String value) {
    return "JsonMember.required(%s, %s, %s)"
        .formatted(Java.string(shape.name()), Java.string(member.name()), value);
  }

  private void makers() {
    out.line("").line("/** Nothing set yet: what is not set is left out. */");
    out.open("static Builder builder()").line("return new Builder();").close();
    out.line("").line("/**");
    out.line(" * The record that a tree shows, such as an example of the contract. Throws");
    out.line(" * {@link IllegalArgumentException} for what does not fit.").line(" */");
    out.open("static " + shape.name() + " of(" + ADDITIONAL + " tree)");
    out.line("Builder made = new Builder();").line("tree.forEach(made::set);");
    out.line("return made.build();").close();
    out.line("").line("/** The same with one member changed, by its name on the wire. */");
    out.open(shape.name() + " with(String name, @Nullable Object changed)");
    out.line("return toBuilder().set(name, changed).build();").close();
    byName();
    out.line("").line("/** The same, to be changed. */");
    out.open("Builder toBuilder()").line("Builder copy = new Builder();");
    for (AnswerMember each : shape.members()) {
      if (each.isEither()) {
        out.open("if (" + written(each) + ")");
        out.line("copy.%1$s(%1$s);".formatted(each.component())).close();
      } else {
        out.line("copy.%1$s = %1$s;".formatted(each.component()));
      }
    }
    if (shape.open()) {
      out.line("copy.additional.putAll(additional);");
    }
    out.line("return copy;").close();
  }

  private void byName() {
    out.line("").line("/** A member by its name on the wire; null when it has no value. */");
    out.open("@Nullable Object get(String name)").open("return switch (name)");
    for (AnswerMember each : shape.members()) {
      out.line("case %s -> this.%s;".formatted(Java.string(each.name()), each.component()));
    }
    out.line(
        shape.open()
            ? "default -> additional.get(name);"
            : "default -> throw JsonMember.unknown(%s, name, NAMES);"
                .formatted(Java.string(shape.name())));
    out.close(";").close();
  }

  private void write() {
    out.line("").line("@Override").open("public void write(JsonWriter out)");
    out.line("out.startObject();");
    for (AnswerMember each : shape.members()) {
      String line = "out.name(" + each.constant() + ")." + each.write() + ";";
      if (each.required()) {
        out.line(line);
      } else {
        out.open("if (" + written(each) + ")").line(line).close();
      }
    }
    if (shape.open()) {
      out.line("additional.forEach((name, each) -> out.name(name).tree(each));");
    }
    out.line("out.endObject();").close();
  }

  private static String written(AnswerMember member) {
    return member.component()
        + " != null"
        + (member.isEither() ? " || !leftOut.contains(" + Java.string(member.name()) + ")" : "");
  }
}
