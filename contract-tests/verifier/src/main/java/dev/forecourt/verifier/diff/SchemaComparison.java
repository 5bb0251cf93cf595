package dev.forecourt.verifier.diff;

import dev.forecourt.verifier.contract.ContractTree;
import dev.forecourt.verifier.contract.Spot;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Walks two versions of a schema side by side, through references, {@code allOf}, alternatives,
 * properties and items. A pair of places is visited once, so that schemas may contain themselves.
 */
final class SchemaComparison {
  private final Changes changes;
  private final CallPart part;
  private final String operation;
  private final Set<List<String>> seen = new HashSet<>();

  /** Where something else stands now than before: the schema that was there, and the place. */
  private final Map<String, String> places = new HashMap<>();

  SchemaComparison(Changes changes, CallPart part, String operation) {
    this.changes = changes;
    this.part = part;
    this.operation = operation;
  }

  ContractTree before() {
    return changes.before();
  }

  ContractTree after() {
    return changes.after();
  }

  boolean isSent() {
    return part.isSent();
  }

  void compare(Spot was, Spot is) {
    compare(List.of(was), List.of(is));
  }

  void compare(List<Spot> was, List<Spot> is) {
    compare(was, is, true);
  }

  private void compare(List<Spot> was, List<Spot> is, boolean whole) {
    Shape old = Shape.of(before(), was);
    Shape now = Shape.of(after(), is);
    List<String> pair =
        Stream.of(old, now)
            .flatMap(shape -> Stream.concat(Stream.of("|"), pointers(shape)))
            .toList();
    if (seen.add(pair)) {
      named(
          old, now, was.isEmpty() ? old.spot() : was.get(0), is.isEmpty() ? now.spot() : is.get(0));
      compare(old, now, whole);
    }
  }

  private static Stream<String> pointers(Shape shape) {
    return shape.parts().stream().map(Spot::pointer);
  }

  /** One of several forms of a place, whose words and null are told of outside. */
  void compareForm(Spot was, Spot is) {
    compare(List.of(was), List.of(is), false);
  }

  private void named(Shape old, Shape now, Spot was, Spot is) {
    String wasClass = old.className();
    String isClass = now.className();
    boolean objects = old.type().equals("object") && now.type().equals("object");
    boolean noClass = wasClass.isEmpty() || isClass.isEmpty();
    boolean otherClass =
        !wasClass.equals(isClass) && (!noClass || objects && (old.isNamed() || now.isNamed()));
    if (otherClass) {
      add(SchemaRule.CLASS_CHANGED, was, is, inJava(wasClass), inJava(isClass));
      // the old class may live on elsewhere, so nothing inside is told of as a change of it
      Stream.concat(pointers(old), pointers(now))
          .filter(pointer -> !pointer.equals(is.pointer()))
          .forEach(pointer -> places.put(pointer, is.pointer()));
    }
  }

  /** What an object without a class of its own is there. */
  private static String inJava(String className) {
    return className.isEmpty() ? "Json" : className;
  }

  private void compare(Shape old, Shape now, boolean whole) {
    if (!TypeComparison.compare(this, old, now)) {
      return;
    }
    ExtensionComparison.compare(this, old, now, whole);
    ValueComparison.compare(this, old, now, whole);
    MemberComparison.compare(this, old, now);
    AlternativeComparison.compare(this, old, now);
  }

  void add(SchemaRule rule, String keyword, Shape old, Shape now, String from, String to) {
    Spot was = old.spotOf(keyword);
    Spot is =
        now.parts().stream()
            .filter(part -> !now.says(keyword) && part.pointer().equals(was.pointer()))
            .findFirst()
            .orElse(now.spotOf(keyword));
    add(rule, was, is, from, to);
  }

  void add(SchemaRule rule, Spot was, Spot is, String from, String to) {
    changes.add(rule.at(part), operation, placed(was), placed(is), from, to);
  }

  private Spot placed(Spot spot) {
    String start = spot.pointer().replaceFirst("^(/components/schemas/[^/]+).*", "$1");
    String place = places.get(start);
    return place == null
        ? spot
        : new Spot(place + spot.pointer().substring(start.length()), spot.node());
  }
}
