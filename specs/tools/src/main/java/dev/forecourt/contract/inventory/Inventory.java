package dev.forecourt.contract.inventory;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * What a vendor's text says, read a second time and without the contract: a table in {@code
 * specs/<vendor>/evidence/inventory.psv}, described in {@code specs/docs/inventory.md}.
 *
 * <pre>{@code
 * Inventory inventory = Inventory.read(folder.resolve("evidence/inventory.psv"));
 * List<InventoryFinding> differences = inventory.compare(Bundle.of(folder));
 * }</pre>
 *
 * <p>Read once, compare as often as wanted: a comparison takes about a millisecond and changes
 * nothing.
 */
public final class Inventory {
  private final Map<String, InventoryLine> servers = new LinkedHashMap<>();
  private final Map<String, Fact> structures = new LinkedHashMap<>();
  private final Map<String, Fact> reduced = new HashMap<>();
  private final Map<String, OperationFacts> operations = new LinkedHashMap<>();
  private final OperationFacts everyOperation = new OperationFacts("*");
  private int lines;

  private Inventory() {}

  /** Throws {@link IllegalArgumentException} that names the line that cannot be read. */
  public static Inventory read(Path file) throws IOException {
    return of(file.toString(), Files.readString(file));
  }

  /**
   * An inventory that is not in a file.
   *
   * @param name what messages call it
   */
  public static Inventory of(String name, String text) {
    Inventory inventory = new Inventory();
    AddressReader addresses = new AddressReader(inventory);
    int number = 0;
    boolean header = true;
    for (String row : text.lines().toList()) {
      number++;
      if (row.isBlank() || row.startsWith("#")) {
        continue;
      }
      if (header) {
        header = false;
        continue;
      }
      try {
        addresses.take(InventoryLine.parse(number, row));
        inventory.lines++;
      } catch (IllegalArgumentException e) {
        throw new IllegalArgumentException("%s:%d: %s".formatted(name, number, e.getMessage()), e);
      }
    }
    inventory.reduceStructures(name);
    return inventory;
  }

  /**
   * Every difference between the text and this contract, each once, in the order of the contract.
   */
  public List<InventoryFinding> compare(JsonNode bundledContract) {
    return new InventoryComparison(this, bundledContract).findings();
  }

  /** Number of facts: lines that are neither comments nor the header. */
  public int size() {
    return lines;
  }

  Map<String, InventoryLine> servers() {
    return servers;
  }

  Collection<OperationFacts> operations() {
    return operations.values();
  }

  /** What is said about an operation, whatever its path parameters are called. */
  @Nullable OperationFacts operation(String verb, String path) {
    return operations.get(key(verb, path));
  }

  OperationFacts named(String verb, String path) {
    return operations.computeIfAbsent(
        key(verb, path), absent -> new OperationFacts(verb + " " + path));
  }

  OperationFacts everyOperation() {
    return everyOperation;
  }

  Fact structure(String name) {
    return structures.computeIfAbsent(name, absent -> new Fact());
  }

  /** The structure that a type names, without the members that it excepts. */
  @Nullable Fact structureOf(@Nullable FieldType type) {
    if (type == null || type.structure() == null) {
      return null;
    }
    return type.without().isEmpty()
        ? structures.get(type.structure())
        : reduced.get(reducedName(type));
  }

  private static String key(String verb, String path) {
    return verb + " " + path.replaceAll("\\{[^}]*}", "{}");
  }

  private static String reducedName(FieldType type) {
    return type.structure() + " without " + List.copyOf(type.without()).stream().sorted().toList();
  }

  /** Makes what {@code = X without y} means, once, so that comparing changes nothing. */
  private void reduceStructures(String name) {
    for (Fact structure : List.copyOf(structures.values())) {
      reduce(name, structure);
    }
    everyFact(everyOperation, name);
    operations.values().forEach(each -> everyFact(each, name));
  }

  private void everyFact(OperationFacts operation, String name) {
    for (String in : AddressReader.PARAMETERS) {
      operation.parameters(in).values().forEach(fact -> reduce(name, fact));
    }
    reduce(name, operation.body());
    reduce(name, operation.form());
    for (OperationFacts.Answer answer : operation.answers().values()) {
      reduce(name, answer.body());
      answer.headers().values().forEach(fact -> reduce(name, fact));
    }
    operation.callbacks().values().forEach(each -> everyFact(each, name));
  }

  private void reduce(String name, Fact fact) {
    InventoryLine line = fact.line();
    if (line != null && line.type().structure() != null) {
      FieldType type = line.type();
      Fact structure = structures.get(type.structure());
      if (structure == null) {
        throw new IllegalArgumentException(
            "%s:%d: no line begins with 'schema %s'. Write down what it is made of."
                .formatted(name, line.number(), type.structure()));
      }
      if (!type.without().isEmpty()) {
        reduced.computeIfAbsent(reducedName(type), absent -> structure.without(type.without()));
      }
    }
    fact.members().values().forEach(member -> reduce(name, member));
  }
}
