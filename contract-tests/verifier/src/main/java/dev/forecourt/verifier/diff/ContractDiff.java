package dev.forecourt.verifier.diff;

import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/**
 * What changed between two versions of contracts, and whom it breaks.
 *
 * <pre>{@code
 * ContractDiff diff = ContractDiff.between(Path.of("older/specs"), Path.of("specs"), false);
 * diff.vendors().forEach(vendor -> vendor.unjustified().forEach(System.out::println));
 * }</pre>
 *
 * @param vendors each vendor of either version, sorted by id
 */
public record ContractDiff(List<VendorDiff> vendors) {

  /**
   * Compares two checkouts, folders of contracts, or single contracts. Throws {@link
   * IllegalArgumentException} that names what cannot be read.
   *
   * @param pacts whether to verify the pacts of each checkout against the contracts of the other
   */
  public static ContractDiff between(Path before, Path after, boolean pacts) throws IOException {
    ContractVersion old = ContractVersion.at(before);
    ContractVersion now = ContractVersion.at(after);
    if (old.isSingle() && now.isSingle()) {
      return new ContractDiff(
          List.of(both(now.vendors().get(0), old, old.vendors().get(0), now, false)));
    }
    Set<String> ids = new TreeSet<>(old.vendors());
    ids.addAll(now.vendors());
    List<VendorDiff> vendors = new ArrayList<>();
    for (String id : ids) {
      if (!old.vendors().contains(id)) {
        vendors.add(whole(id, OperationRule.VENDOR_ADDED));
      } else if (!now.vendors().contains(id)) {
        vendors.add(whole(id, OperationRule.VENDOR_REMOVED));
      } else {
        vendors.add(both(id, old, id, now, pacts));
      }
    }
    return new ContractDiff(vendors);
  }

  private static VendorDiff whole(String id, OperationRule rule) {
    Change change =
        new Change(rule.rule(), id, "", Set.of(), rule.rule().sentence(), rule.rule().advice());
    return new VendorDiff(id, List.of(change), Set.of(), List.of());
  }

  private static VendorDiff both(
      String id, ContractVersion old, String oldId, ContractVersion now, boolean pacts)
      throws IOException {
    List<Change> changes = ContractComparison.between(old.contract(oldId), now.contract(id));
    Justifications reasons = Justifications.between(old.changelog(oldId), now.changelog(id));
    Set<Change> justified =
        changes.stream()
            .filter(change -> change.level() == Level.BREAKING && reasons.cover(change))
            .collect(Collectors.toUnmodifiableSet());
    return new VendorDiff(
        id,
        changes,
        justified,
        pacts && !changes.isEmpty() ? new BrokenConsumers(old, now).of(id) : List.of());
  }

  /** Number of breaking changes without a reason. */
  public int unjustified() {
    return vendors.stream().mapToInt(ContractDiff::unjustified).sum();
  }

  private static int unjustified(VendorDiff vendor) {
    return (int) vendor.unjustified().stream().map(TextOutput::headline).distinct().count();
  }

  /** Number of interactions of pacts that break. */
  public int broken() {
    return vendors.stream().mapToInt(vendor -> vendor.broken().size()).sum();
  }

  /** Whether all that breaks has a reason. */
  public boolean isRight() {
    return vendors.stream().allMatch(VendorDiff::isRight);
  }
}
