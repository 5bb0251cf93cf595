package dev.forecourt.mock.codegen;

import java.util.ArrayList;
import java.util.List;

/** Writes the builder of an answer record. */
final class AnswerBuilderSource {

  private final AnswerShape shape;
  private final Source out;
  private final List<AnswerMember> either;

  AnswerBuilderSource(AnswerShape shape, Source out) {
    this.shape = shape;
    this.out = out;
    either = shape.either();
  }

  void write() {
    out.line("").line("/**");
    out.line(
        " * Makes a {@link "
            + shape.name()
            + "}. A member that is not set is left out; one set to");
    out.line(" * null is written as null where the contract allows it, and left out where not.");
    out.line(" */").open("static final class Builder");
    for (AnswerMember each : shape.members()) {
      out.line("private @Nullable " + each.boxed() + " " + each.component() + ";");
    }
    if (shape.open()) {
      out.line("private final Map<String, @Nullable Object> additional = new LinkedHashMap<>();");
    }
    if (!either.isEmpty()) {
      out.line("// those set to null, in the order of the record");
      out.line("private final boolean[] nulls = new boolean[" + either.size() + "];");
    }
    shape.members().forEach(this::setter);
    set();
    build();
    if (!either.isEmpty()) {
      leftOut();
    }
    out.close();
  }

  private void setter(AnswerMember member) {
    out.line("");
    if (!member.comment().isEmpty()) {
      out.line("/** " + member.comment() + " */");
    }
    String type = member.required() ? member.type() : "@Nullable " + member.boxed();
    out.open("Builder %s(%s value)".formatted(member.component(), type));
    out.line(member.component() + " = value;");
    int number = either.indexOf(member);
    if (number >= 0) {
      out.line("nulls[" + number + "] = value == null;");
    }
    out.line("return this;").close();
  }

  private void set() {
    out.line("").line("/** Sets a member by its name on the wire, from a tree or a record. */");
    out.open("Builder set(String name, @Nullable Object value)").open("switch (name)");
    for (AnswerMember each : shape.members()) {
      String take =
          each.isSure() ? AnswerRecordSource.required(shape, each, each.take()) : each.take();
      out.line("case %s -> %s(%s);".formatted(Java.string(each.name()), each.component(), take));
    }
    out.line(
        shape.open()
            ? "default -> additional.put(name, value);"
            : "default -> throw JsonMember.unknown(%s, name, NAMES);"
                .formatted(Java.string(shape.name())));
    out.close().line("return this;").close();
  }

  private void build() {
    out.line("")
        .line("/** Throws {@link IllegalStateException} when a required member was not set. */");
    out.open(shape.name() + " build()").line("return new " + shape.name() + "(");
    List<String> values = new ArrayList<>();
    for (AnswerMember each : shape.members()) {
      values.add(
          each.isSure()
              ? AnswerRecordSource.required(shape, each, each.component())
              : each.component());
    }
    if (shape.open()) {
      values.add("additional");
    }
    if (!either.isEmpty()) {
      values.add("leftOut()");
    }
    for (int i = 0; i < values.size(); i++) {
      out.line("    " + values.get(i) + (i == values.size() - 1 ? ");" : ","));
    }
    out.close();
  }

  private void leftOut() {
    out.line("").open("private Set<String> leftOut()");
    out.line("List<String> names = new ArrayList<>(0);");
    for (int i = 0; i < either.size(); i++) {
      AnswerMember each = either.get(i);
      out.open("if (" + each.component() + " == null && !nulls[" + i + "])");
      out.line("names.add(" + Java.string(each.name()) + ");").close();
    }
    out.line("return JsonMember.names(names);").close();
  }
}
