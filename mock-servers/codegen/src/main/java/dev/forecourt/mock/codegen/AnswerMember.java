package dev.forecourt.mock.codegen;

import java.util.Map;

/**
 * One member of an answer record.
 *
 * @param name as on the wire
 * @param component its name in Java
 * @param kind what it holds
 * @param shows the record it shows, or its items show; empty for others
 * @param required whether it is always written
 * @param nullable whether it may be written as null
 * @param secret whether it is not to be seen in logs
 * @param comment what the contract says of it
 */
record AnswerMember(
    String name,
    String component,
    Kind kind,
    String shows,
    boolean required,
    boolean nullable,
    boolean secret,
    String comment) {

  /** The kinds of value that are told apart. */
  enum Kind {
    TEXT,
    WHOLE,
    NUMBER,
    FLAG,
    RECORD,
    RECORDS,
    LIST,
    MAP,
    TREE
  }

  private static final Map<Kind, String> PLAIN =
      Map.of(
          Kind.TEXT, "String",
          Kind.WHOLE, "Long",
          Kind.NUMBER, "BigDecimal",
          Kind.FLAG, "Boolean",
          Kind.LIST, "List<? extends @Nullable Object>",
          Kind.MAP, "Map<String, ? extends @Nullable Object>",
          Kind.TREE, "Object");

  /** The constant that holds its prepared name. */
  String constant() {
    return Java.constant(component);
  }

  /** True for one that is written as null or left out, as whoever makes the record likes. */
  boolean isEither() {
    return !required && nullable;
  }

  /** Its type where null stands for nothing. */
  String boxed() {
    return switch (kind) {
      case RECORD -> "JsonValue<" + shows + ">";
      case RECORDS -> "List<? extends JsonValue<" + shows + ">>";
      default -> PLAIN.get(kind);
    };
  }

  /** Its type in the record. */
  String type() {
    if (isSure()) {
      return kind == Kind.WHOLE ? "long" : kind == Kind.FLAG ? "boolean" : boxed();
    }
    return "@Nullable " + boxed();
  }

  /** True when it always has a value. */
  boolean isSure() {
    return required && !nullable;
  }

  /** The call that writes its value. */
  String write() {
    return switch (kind) {
      case RECORDS -> "values(" + component + ")";
      case TEXT, RECORD -> "value(" + component + ")";
      default -> isSure() && isPrimitive() ? "value(" + component + ")" : "tree(" + component + ")";
    };
  }

  private boolean isPrimitive() {
    return kind == Kind.WHOLE || kind == Kind.FLAG;
  }

  /** How it is taken from a tree. */
  String take() {
    String quoted = Java.string(name);
    return switch (kind) {
      case TEXT -> "JsonMember.text(" + quoted + ", value)";
      case WHOLE -> "JsonMember.whole(" + quoted + ", value)";
      case NUMBER -> "JsonMember.number(" + quoted + ", value)";
      case FLAG -> "JsonMember.flag(" + quoted + ", value)";
      case MAP -> "JsonMember.object(" + quoted + ", value)";
      case LIST -> "JsonMember.list(" + quoted + ", value)";
      case RECORD -> "JsonMember.shown(" + quoted + ", value, " + shows + "::of)";
      case RECORDS -> "JsonMember.shownList(" + quoted + ", value, " + shows + "::of)";
      case TREE -> "value";
    };
  }
}
