package dev.forecourt.contract.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.contract.inventory.ContractDocument.Located;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Compares what is said about fields, and the fields in them, with schemas, in both directions. */
final class FieldComparison {
  private final Inventory inventory;
  private final ContractDocument contract;
  private final Findings findings;
  private final Set<Seen> seen = new HashSet<>();

  FieldComparison(Inventory inventory, ContractDocument contract, Findings findings) {
    this.inventory = inventory;
    this.contract = contract;
    this.findings = findings;
  }

  /**
   * Where a field stands.
   *
   * @param address as the inventory writes it
   * @param joint what stands between it and the name of a member
   * @param sent whether it is sent by us: then the contract may not be more lenient than the text
   * @param documented false inside of what the contract calls undocumented
   */
  record Position(Trail address, String joint, boolean sent, boolean documented) {
    private static final String MEMBER = ".";

    /** A body, a form or an answer; its members follow a blank. */
    static Position whole(Trail address, boolean sent, boolean documented) {
      return new Position(address, " ", sent, documented);
    }

    static Position field(Trail address, boolean sent, boolean documented) {
      return new Position(address, MEMBER, sent, documented);
    }

    Position to(String member) {
      boolean items = member.equals(Fact.ITEMS) && joint.equals(MEMBER);
      return field(address.to(items ? member : joint + member), sent, documented);
    }

    Position under(boolean undocumented) {
      return undocumented ? new Position(address, joint, sent, false) : this;
    }
  }

  /** A structure that was compared with a schema before; both by identity. */
  private record Seen(Fact structure, JsonNode schema, boolean sent, boolean documented) {
    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Seen that
          && structure == that.structure
          && schema == that.schema
          && sent == that.sent
          && documented == that.documented;
    }

    @Override
    public int hashCode() {
      return 31 * System.identityHashCode(structure) + System.identityHashCode(schema);
    }
  }

  /** Compares a field with its schema; whether it is required is the caller's to compare. */
  void compare(Fact fact, Located schema, Position at) {
    Located meant = contract.meant(schema);
    SchemaView view = contract.view(meant);
    Position here = at.under(view.undocumented());
    InventoryLine line = fact.line();
    Fact structure = line == null ? null : inventory.structureOf(line.type());
    if (line != null) {
      nullability(line, structure, view, meant, here);
      content(line, view, meant, here, structure != null);
    }
    Located list = contract.listed(meant);
    if (line == null || structure == null) {
      members(List.of(fact), view, list, here);
    } else if (fact.members().isEmpty()) {
      if (seen.add(new Seen(structure, list.node(), here.sent(), here.documented()))) {
        Trail name = Trail.of("schema " + line.type().structure());
        Position inside = Position.field(name, here.sent(), here.documented());
        if (structure.line() != null) {
          content(structure.line(), view, list, inside, false);
        }
        members(List.of(structure), view, list, inside);
      }
    } else {
      if (structure.line() != null) {
        content(structure.line(), view, list, here, false);
      }
      members(List.of(fact, structure), view, list, here);
    }
  }

  private void members(List<Fact> facts, SchemaView view, Located schema, Position at) {
    Set<String> covered = new HashSet<>();
    for (Fact fact : facts) {
      for (Map.Entry<String, Fact> each : fact.members().entrySet()) {
        if (covered.add(each.getKey())) {
          member(each.getKey(), each.getValue(), view, schema, at);
        }
      }
    }
    boolean open = covered.contains(Fact.EACH);
    for (Map.Entry<String, Located> property : view.properties().entrySet()) {
      if (!covered.contains(property.getKey()) && !open && isClaimed(property.getValue(), at)) {
        findings.uncovered(
            at.to(property.getKey()).address(),
            "address",
            property.getValue().place(),
            "it exists");
      }
    }
  }

  private boolean isClaimed(Located schema, Position at) {
    return at.documented()
        && !ContractDocument.isUndocumented(schema.node())
        && !contract.view(schema).undocumented();
  }

  private void member(String name, Fact fact, SchemaView view, Located schema, Position at) {
    Located property = view.member(name);
    InventoryLine line = fact.line();
    if (property == null) {
      // an array or a map of anything needs no schema of its items
      if (line != null && !(line.type().isAny() && !isName(name))) {
        findings.differs(line, "address", "it exists", schema.place(), "nothing");
      } else if (line == null) {
        fact.members().values().stream()
            .filter(each -> each.line() != null)
            .forEach(
                each ->
                    findings.differs(
                        each.line(), "address", "it exists", schema.place(), "nothing"));
      }
      return;
    }
    Position here = at.to(name);
    if (isName(name)) {
      required(
          line,
          view.required().contains(name),
          schema.place(),
          here.under(!isClaimed(property, at)));
    }
    compare(fact, property, here);
  }

  private static boolean isName(String member) {
    return !member.equals(Fact.ITEMS) && !member.equals(Fact.EACH);
  }

  /** Compares whether something has to be there. */
  void required(@Nullable InventoryLine line, boolean found, Trail place, Position at) {
    if (line != null && line.required() != null) {
      if (line.required() != found) {
        findings.differs(line, "required", yesOrNo(!found), place, yesOrNo(found));
      }
    } else if (found && at.documented()) {
      findings.uncovered(at.address(), "required", place, yesOrNo(true));
    }
  }

  private static String yesOrNo(boolean required) {
    return required ? "yes" : "no";
  }

  /** Answers may be null where no sample shows it, requests may not. */
  private void nullability(
      InventoryLine line, @Nullable Fact structure, SchemaView view, Located schema, Position at) {
    InventoryLine general = structure == null ? null : structure.line();
    boolean said = line.type().nullable() || general != null && general.type().nullable();
    boolean any = line.type().isAny() || general != null && general.type().isAny();
    if (said && !view.nullable() && view.types() != null) {
      findings.differs(line, "null", "allowed", schema.place(), "not allowed");
    } else if (!said
        && !any
        && at.sent()
        && line.type().isSaid()
        && view.nullable()
        && at.documented()) {
      findings.differs(line, "null", "not allowed", schema.place(), "allowed");
    }
  }

  private void content(
      InventoryLine line, SchemaView view, Located schema, Position at, boolean elsewhere) {
    Trail place = schema.place();
    if (!elsewhere) {
      types(line, view, place);
      values(line, view, place, at);
    }
    standard(line, view, place, at, elsewhere);
    line.bounds()
        .forEach(
            (name, limit) -> {
              String found = view.bounds().get(Bounds.keyword(name));
              if (found == null || !Bounds.same(limit, found)) {
                findings.differs(
                    line,
                    "bounds",
                    name + " " + limit,
                    place,
                    found == null ? "no " + name : name + " " + found);
              }
            });
  }

  private void standard(
      InventoryLine line, SchemaView view, Trail place, Position at, boolean elsewhere) {
    String found = view.standard();
    if (line.standard() != null) {
      String given = found == null ? InventoryLine.NONE : found;
      if (!line.standard().equals(given)) {
        findings.differs(line, "default", line.standard(), place, given);
      }
    } else if (found != null && at.documented() && !elsewhere) {
      findings.uncovered(at.address(), "default", place, found);
    }
  }

  private void types(InventoryLine line, SchemaView view, Trail place) {
    FieldType type = line.type();
    if (!type.isSaid() || type.isNone()) {
      return;
    }
    Set<String> found = view.types();
    if (type.isAny() ? found != null : !type.names().equals(found)) {
      findings.differs(
          line,
          "type",
          type.text(),
          place,
          found == null ? FieldType.ANY : String.join(" or ", found.stream().sorted().toList()));
      return;
    }
    String format = type.plainFormat();
    if (format != null && !view.formats().contains(format)) {
      findings.differs(line, "type", type.text(), place, "format " + view.formats());
    }
    String pattern = type.pattern();
    if (pattern != null && !view.patterns().contains(pattern)) {
      findings.differs(line, "type", type.text(), place, "pattern " + view.patterns());
    }
  }

  private void values(InventoryLine line, SchemaView view, Trail place, Position at) {
    Set<String> said = line.values();
    Set<String> found = view.values();
    if (said == null) {
      if (found != null && at.documented()) {
        findings.uncovered(at.address(), "values", place, String.join(", ", found));
      }
      return;
    }
    Set<String> given = found == null ? Set.of() : found;
    if (!said.equals(given)) {
      findings.differs(
          line, "values", listed(minus(said, given)), place, listed(minus(given, said)));
    }
  }

  private static List<String> minus(Set<String> all, Set<String> others) {
    Set<String> rest = new LinkedHashSet<>(all);
    rest.removeAll(others);
    return new ArrayList<>(rest);
  }

  private static String listed(List<String> only) {
    return only.isEmpty() ? "none that the other lacks" : String.join(", ", only);
  }
}
