package dev.forecourt.verifier.diff;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.forecourt.verifier.contract.Spot;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** What is inside: properties, other members, items of lists. */
final class MemberComparison {
  private final SchemaComparison walk;
  private final Shape old;
  private final Shape now;

  private MemberComparison(SchemaComparison walk, Shape old, Shape now) {
    this.walk = walk;
    this.old = old;
    this.now = now;
  }

  static void compare(SchemaComparison walk, Shape old, Shape now) {
    MemberComparison comparison = new MemberComparison(walk, old, now);
    comparison.properties();
    comparison.requiredElsewhere();
    comparison.otherMembers();
    List<Spot> was = old.spots("items");
    List<Spot> is = now.spots("items");
    if (!was.isEmpty() || !is.isEmpty()) {
      walk.compare(was, is);
    }
  }

  private void properties() {
    Map<String, List<Spot>> was = old.properties();
    Map<String, List<Spot>> is = now.properties();
    was.forEach(
        (name, spots) -> {
          if (is.containsKey(name)) {
            both(name, spots, is.get(name));
          } else if (isMeant(Shape.of(walk.before(), spots))) {
            Spot spot = spots.get(0);
            boolean stillTaken = walk.isSent() && Others.of(now) == Others.ALLOWED;
            walk.add(
                stillTaken ? SchemaRule.PROPERTY_NO_LONGER_NAMED : SchemaRule.PROPERTY_REMOVED,
                spot,
                gone(spot),
                "",
                "");
          }
        });
    is.forEach(
        (name, spots) -> {
          if (!was.containsKey(name) && isMeant(Shape.of(walk.after(), spots))) {
            walk.add(
                now.names("required").contains(name)
                    ? SchemaRule.REQUIRED_PROPERTY_ADDED
                    : SchemaRule.PROPERTY_ADDED,
                gone(spots.get(0)),
                spots.get(0),
                "",
                "");
          }
        });
  }

  private void both(String name, List<Spot> was, List<Spot> is) {
    boolean wasMeant = isMeant(Shape.of(walk.before(), was));
    boolean isMeant = isMeant(Shape.of(walk.after(), is));
    Spot before = was.get(0);
    Spot after = is.get(0);
    if (wasMeant && !isMeant) {
      walk.add(
          walk.isSent() ? SchemaRule.BECAME_READ_ONLY : SchemaRule.BECAME_WRITE_ONLY,
          before,
          after,
          "",
          "");
    } else if (!wasMeant && isMeant) {
      walk.add(
          walk.isSent() ? SchemaRule.NO_LONGER_READ_ONLY : SchemaRule.NO_LONGER_WRITE_ONLY,
          before,
          after,
          "",
          "");
    }
    boolean wasRequired = wasMeant && old.names("required").contains(name);
    boolean isRequired = isMeant && now.names("required").contains(name);
    if (!wasRequired && isRequired) {
      walk.add(SchemaRule.PROPERTY_BECAME_REQUIRED, before, after, "", "");
    } else if (wasRequired && !isRequired && isMeant) {
      walk.add(SchemaRule.PROPERTY_BECAME_OPTIONAL, before, after, "", "");
    }
    if (isMeant) {
      walk.compare(was, is);
    }
  }

  /** Names in {@code required} whose properties stand elsewhere, as in alternatives. */
  private void requiredElsewhere() {
    Set<String> was = old.names("required");
    Set<String> is = now.names("required");
    is.stream()
        .filter(name -> !was.contains(name) && isUnknown(name))
        .forEach(name -> elsewhere(SchemaRule.PROPERTY_BECAME_REQUIRED, name));
    was.stream()
        .filter(name -> !is.contains(name) && isUnknown(name))
        .forEach(name -> elsewhere(SchemaRule.PROPERTY_BECAME_OPTIONAL, name));
  }

  private boolean isUnknown(String name) {
    return !old.properties().containsKey(name) && !now.properties().containsKey(name);
  }

  private void elsewhere(SchemaRule rule, String name) {
    Spot was = old.spot().to("properties", name);
    Spot is = now.spot().to("properties", name);
    walk.add(rule, was, new Spot(is.pointer(), now.spot().node()), "", "");
  }

  /** Whether this side of a call has the property at all. */
  private boolean isMeant(Shape property) {
    return !property.flag(walk.isSent() ? "readOnly" : "writeOnly");
  }

  private void otherMembers() {
    Others was = Others.of(old);
    Others is = Others.of(now);
    if (was == Others.TYPED && is == Others.TYPED) {
      walk.compare(typed(old), typed(now));
      return;
    }
    if (was == is) {
      return;
    }
    SchemaRule rule;
    if (is == Others.FORBIDDEN) {
      rule = SchemaRule.ADDITIONAL_PROPERTIES_FORBIDDEN;
    } else if (is == Others.TYPED) {
      rule =
          was == Others.FORBIDDEN
              ? SchemaRule.ADDITIONAL_PROPERTIES_ALLOWED
              : SchemaRule.ADDITIONAL_PROPERTIES_TYPED;
    } else if (was == Others.TYPED) {
      rule = SchemaRule.ADDITIONAL_PROPERTIES_UNTYPED;
    } else if (was == Others.ALLOWED) {
      rule = SchemaRule.ADDITIONAL_PROPERTIES_NOT_MENTIONED;
    } else {
      rule = SchemaRule.ADDITIONAL_PROPERTIES_ALLOWED;
    }
    walk.add(rule, "additionalProperties", old, now, "", "");
  }

  private static List<Spot> typed(Shape shape) {
    return shape.spots("additionalProperties").stream()
        .filter(spot -> spot.node().isObject() && !spot.node().isEmpty())
        .toList();
  }

  /** What a schema says of members that it does not name. */
  private enum Others {
    FORBIDDEN,
    NOT_MENTIONED,
    ALLOWED,
    TYPED;

    static Others of(Shape shape) {
      if (shape.values("additionalProperties").stream()
          .anyMatch(node -> node.isBoolean() && !node.booleanValue())) {
        return FORBIDDEN;
      }
      if (!typed(shape).isEmpty()) {
        return TYPED;
      }
      JsonNode value = shape.value("additionalProperties");
      return value.isMissingNode() ? NOT_MENTIONED : ALLOWED;
    }
  }

  private static Spot gone(Spot spot) {
    return new Spot(spot.pointer(), MissingNode.getInstance());
  }
}
