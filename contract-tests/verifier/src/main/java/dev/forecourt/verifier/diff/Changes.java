package dev.forecourt.verifier.diff;

import dev.forecourt.verifier.contract.ContractTree;
import dev.forecourt.verifier.contract.Spot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;

/**
 * Collects changes. A schema that several operations share changes once, whoever walks through it.
 */
final class Changes {
  private static final int LONGEST = 160;

  private final ContractTree before;
  private final ContractTree after;
  private final Map<List<String>, Set<String>> operations = new LinkedHashMap<>();
  private final Map<List<String>, Change> found = new LinkedHashMap<>();

  Changes(ContractTree before, ContractTree after) {
    this.before = before;
    this.after = after;
  }

  ContractTree before() {
    return before;
  }

  ContractTree after() {
    return after;
  }

  /** {@code was} or {@code is}: where it stands in the older and the newer version. */
  void add(Rule rule, String operation, Spot was, Spot is, String from, String to) {
    boolean gone = !is.exists();
    Spot spot = gone ? was : is;
    PlaceName name = PlaceName.of(gone ? before : after, spot.pointer());
    String owner = name.owner().isEmpty() ? operation : name.owner();
    String text = (name.text().strip() + " " + filled(rule.sentence(), from, to)).strip();
    List<String> key = List.of(rule.id(), spot.pointer(), text);
    Set<String> touched = operations.computeIfAbsent(key, absent -> new LinkedHashSet<>());
    if (!operation.isEmpty()) {
      touched.add(operation);
    }
    found.putIfAbsent(
        key,
        new Change(
            rule,
            owner,
            spot.pointer(),
            Collections.unmodifiableSet(touched),
            text,
            filled(rule.advice(), from, to)));
  }

  List<Change> all() {
    return new ArrayList<>(found.values());
  }

  private static String filled(String template, String from, String to) {
    return template.replace("{from}", shortened(from)).replace("{to}", shortened(to));
  }

  private static String shortened(String value) {
    return value.length() <= LONGEST ? value : value.substring(0, LONGEST) + "…";
  }
}
