package dev.forecourt.verifier.diff;

import dev.forecourt.verifier.contract.Spot;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Types and formats. */
final class TypeComparison {
  /** Formats that give a Java type of their own. */
  private static final Set<String> JAVA_FORMATS =
      Set.of(
          "binary",
          "byte",
          "date",
          "date-time",
          "double",
          "float",
          "int64",
          "local-date-time",
          "password",
          "uri",
          "uuid");

  private static final Map<String, Integer> WIDTHS =
      Map.of("int32", 1, "int64", 2, "float", 3, "double", 4);

  private TypeComparison() {}

  /** Whether the two are alike enough to look further in. */
  static boolean compare(SchemaComparison walk, Shape old, Shape now) {
    String was = old.type();
    String is = now.type();
    if (was.equals(is)) {
      formats(walk, old, now);
      return true;
    }
    if (!old.alternatives().isEmpty() && !now.alternatives().isEmpty()) {
      return forms(walk, old, now);
    }
    if (was.isEmpty() && !old.alternatives().isEmpty()) {
      return unwrapped(walk, old, now);
    }
    if (is.isEmpty() && !now.alternatives().isEmpty()) {
      return wrapped(walk, old, now);
    }
    SchemaRule rule = SchemaRule.TYPE_CHANGED;
    if (was.isEmpty() || was.equals("number") && is.equals("integer")) {
      rule = SchemaRule.TYPE_NARROWED;
    } else if (is.isEmpty() || was.equals("integer") && is.equals("number")) {
      rule = SchemaRule.TYPE_WIDENED;
    }
    add(walk, rule, old, now);
    return rule != SchemaRule.TYPE_CHANGED;
  }

  /** Both have several forms; a type beside them that all of them have says nothing new. */
  private static boolean forms(SchemaComparison walk, Shape old, Shape now) {
    boolean saidNow = old.type().isEmpty();
    Shape forms = saidNow ? old : now;
    String type = saidNow ? now.type() : old.type();
    boolean same =
        forms.alternatives().stream()
            .anyMatch(
                list ->
                    forms.alternativesOf(list).stream()
                        .map(each -> forms.at(each).type())
                        .allMatch(type::equals));
    if (!same) {
      add(walk, saidNow ? SchemaRule.TYPE_NARROWED : SchemaRule.TYPE_WIDENED, old, now);
    }
    return true;
  }

  /** One of several types was left. */
  private static boolean unwrapped(SchemaComparison walk, Shape old, Shape now) {
    Optional<Spot> kept = alternativeLike(old, now, walk, true);
    add(walk, kept.isPresent() ? SchemaRule.TYPE_NARROWED : SchemaRule.TYPE_CHANGED, old, now);
    kept.ifPresent(spot -> walk.compareForm(spot, now.spotOf("type")));
    return false;
  }

  /** Other types came beside the one. */
  private static boolean wrapped(SchemaComparison walk, Shape old, Shape now) {
    Optional<Spot> kept = alternativeLike(now, old, walk, false);
    add(walk, kept.isPresent() ? SchemaRule.TYPE_WIDENED : SchemaRule.TYPE_CHANGED, old, now);
    kept.ifPresent(spot -> walk.compareForm(old.spotOf("type"), spot));
    return false;
  }

  /** A type of the Java runtime stays that type, with more forms or with fewer. */
  private static void add(SchemaComparison walk, SchemaRule rule, Shape old, Shape now) {
    SchemaRule told = rule;
    if (old.isOfRuntime() && old.className().equals(now.className())) {
      told =
          switch (rule) {
            case TYPE_NARROWED -> SchemaRule.FORMS_NARROWED;
            case TYPE_WIDENED -> SchemaRule.FORMS_WIDENED;
            default -> rule;
          };
    }
    walk.add(told, "type", old, now, old.summary(), now.summary());
  }

  private static Optional<Spot> alternativeLike(
      Shape many, Shape one, SchemaComparison walk, boolean manyAreOld) {
    return many.alternatives().stream()
        .flatMap(list -> many.alternativesOf(list).stream())
        .filter(
            each ->
                Shape.of(manyAreOld ? walk.before() : walk.after(), List.of(each))
                    .type()
                    .equals(one.type()))
        .findFirst();
  }

  private static void formats(SchemaComparison walk, Shape old, Shape now) {
    String was = old.text("format");
    String is = now.text("format");
    if (was.equals(is)) {
      return;
    }
    walk.add(format(old.type(), was, is), "format", old, now, words(old, was), words(now, is));
  }

  private static String words(Shape shape, String format) {
    return format.isEmpty() ? shape.type() : format;
  }

  private static SchemaRule format(String type, String was, String is) {
    boolean inJava = JAVA_FORMATS.contains(was) || JAVA_FORMATS.contains(is);
    @Nullable Integer widthBefore = width(type, was);
    @Nullable Integer widthAfter = width(type, is);
    if (widthBefore != null && widthAfter != null) {
      return widthAfter > widthBefore
          ? SchemaRule.INTEGER_RANGE_WIDENED
          : SchemaRule.INTEGER_RANGE_NARROWED;
    }
    if (was.isEmpty()) {
      return inJava ? SchemaRule.FORMAT_ADDED : SchemaRule.TEXT_FORMAT_ADDED;
    }
    if (is.isEmpty()) {
      return inJava ? SchemaRule.FORMAT_REMOVED : SchemaRule.TEXT_FORMAT_REMOVED;
    }
    return inJava ? SchemaRule.FORMAT_CHANGED : SchemaRule.TEXT_FORMAT_CHANGED;
  }

  private static @Nullable Integer width(String type, String format) {
    return type.equals("string") ? null : WIDTHS.get(format);
  }
}
