package dev.forecourt.verifier.contract;

import com.networknt.schema.Error;
import com.networknt.schema.path.NodePath;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Stream;

/**
 * What is wrong with a value that fits none of several alternatives: only what the alternative that
 * was meant complains about, for validators list what each of them does.
 */
final class Alternatives {
  private static final Set<String> CHOICES = Set.of("anyOf", "oneOf");

  private Alternatives() {}

  /**
   * An error with its ways into the schema and into the value.
   *
   * @param keyword keyword that is not kept; {@code anyOf} or {@code oneOf} for a whole choice
   * @param path keywords and names from the schema that was asked, the error's keyword at the end
   * @param instance names and numbers from the value that was asked
   * @param error as the validator has it
   */
  record Fault(String keyword, List<String> path, List<String> instance, Error error) {
    static Fault of(Error error) {
      return new Fault(
          Objects.toString(error.getKeyword(), ""),
          names(error.getEvaluationPath()),
          names(error.getInstanceLocation()),
          error);
    }
  }

  private record Choice(List<String> path, List<String> instance) {}

  static List<Fault> narrowed(Collection<Error> errors) {
    return narrowed(errors.stream().map(Fault::of).toList(), 0);
  }

  private static List<Fault> narrowed(List<Fault> faults, int from) {
    List<Fault> kept = new ArrayList<>();
    Map<Choice, Map<String, List<Fault>>> choices = new LinkedHashMap<>();
    for (Fault fault : faults) {
      int at = choice(fault, from);
      if (at < 0) {
        kept.add(fault);
      } else {
        List<String> path = fault.path().subList(0, at + 1);
        int depth = steps(fault.path().subList(at + 2, Math.max(at + 2, fault.path().size() - 1)));
        List<String> instance =
            fault.instance().subList(0, Math.max(0, fault.instance().size() - depth));
        choices
            .computeIfAbsent(new Choice(path, instance), absent -> new LinkedHashMap<>())
            .computeIfAbsent(fault.path().get(at + 1), absent -> new ArrayList<>())
            .add(fault);
      }
    }
    // a validator says of the choice itself, too, that nothing fits
    kept.removeIf(fault -> choices.containsKey(new Choice(fault.path(), fault.instance())));
    choices.forEach((choice, branches) -> kept.addAll(best(choice, branches)));
    return kept;
  }

  private static List<Fault> best(Choice choice, Map<String, List<Fault>> branches) {
    List<List<Fault>> all =
        branches.values().stream()
            .map(each -> narrowed(each, choice.path().size() + 1))
            .sorted(
                Comparator.comparingInt((List<Fault> each) -> distance(each, choice))
                    .thenComparingInt(List::size))
            .toList();
    List<Fault> best = all.get(0);
    boolean otherType = distance(best, choice) == 2;
    boolean oneIsMissing =
        all.stream()
            .flatMap(List::stream)
            .allMatch(each -> each.keyword().equals("required") && isAt(each, choice));
    if (all.size() == 1 || !otherType && !oneIsMissing) {
      return best;
    }
    Fault any = best.get(0);
    String keyword = choice.path().get(choice.path().size() - 1);
    return List.of(new Fault(keyword, choice.path(), choice.instance(), any.error()));
  }

  /** 0: wrong further in; 1: wrong value; 2: wrong type. */
  private static int distance(List<Fault> faults, Choice choice) {
    return faults.stream()
        .filter(each -> isAt(each, choice))
        .mapToInt(each -> each.keyword().equals("type") ? 2 : 1)
        .max()
        .orElse(0);
  }

  private static boolean isAt(Fault fault, Choice choice) {
    return fault.instance().equals(choice.instance());
  }

  /** Where the first choice stands that the error is within; -1 if it is in none. */
  private static int choice(Fault fault, int from) {
    for (int i = from; i < fault.path().size() - 1; i++) {
      if (CHOICES.contains(fault.path().get(i))) {
        return i;
      }
      i += fault.path().get(i).equals("properties") ? 1 : 0;
    }
    return -1;
  }

  /** How far keywords lead into a value. */
  private static int steps(List<String> path) {
    int steps = 0;
    for (int i = 0; i < path.size(); i++) {
      boolean members = path.get(i).equals("properties");
      steps += members || Set.of("items", "additionalProperties").contains(path.get(i)) ? 1 : 0;
      i += members ? 1 : 0;
    }
    return steps;
  }

  private static List<String> names(NodePath path) {
    return Stream.iterate(0, i -> i + 1)
        .limit(path.getNameCount())
        .map(i -> String.valueOf(path.getElement(i)))
        .toList();
  }
}
