package dev.forecourt.trials.mutation;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Consumer;

/** Collects mutants; what they have in common is worked out here. */
final class MutantList {
  private final Usage usage;
  private final List<Mutant> all = new ArrayList<>();

  MutantList(Usage usage) {
    this.usage = usage;
  }

  Usage usage() {
    return usage;
  }

  List<Mutant> all() {
    return List.copyOf(all);
  }

  /**
   * An object of the contract whose members are changed.
   *
   * @param pointer where it stands in the bundled contract
   * @param node the object
   */
  record Holder(String pointer, ObjectNode node) {
    /** The object under a key. */
    Holder at(String key) {
      return new Holder(pointer + "/" + escaped(key), (ObjectNode) node.path(key));
    }

    static String escaped(String key) {
      return key.replace("~", "~0").replace("/", "~1");
    }
  }

  /**
   * Adds a mutant.
   *
   * @param key member that is changed, by which it is named; empty for the holder itself
   * @param subject what the vendor's text may state or not, such as a property
   * @param change what it was and what it becomes
   */
  void add(
      Kind kind,
      Holder holder,
      String key,
      JsonNode subject,
      String change,
      Consumer<ObjectNode> edit) {
    boolean documented = usage.isDocumented(holder.node()) && usage.isDocumented(subject);
    Set<String> operations = usage.operations(holder.node());
    all.add(
        new Mutant(
            kind,
            key.isEmpty() ? holder.pointer() : holder.pointer() + "/" + key,
            change,
            holder.pointer(),
            edit,
            documented,
            operations.isEmpty() ? usage.operations(subject) : operations));
  }
}
