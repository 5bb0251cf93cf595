package dev.forecourt.verifier.traffic;

import dev.forecourt.verifier.output.Level;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A change of contracts that allows what was seen.
 *
 * @param text a unified diff; empty if nothing is to be changed
 * @param proposed how many differences it settles
 * @param left what it does not settle, in words
 */
public record Patch(String text, int proposed, List<String> left) {

  static Patch of(Traffic traffic, Path specs, ReviewedDrift reviewed) {
    StringBuilder text = new StringBuilder();
    List<String> left = new ArrayList<>();
    int proposed = 0;
    String prefix = prefix(specs.toAbsolutePath().normalize());
    DriftText words = new DriftText(false);
    for (Map.Entry<String, VendorTraffic> vendor : traffic.vendors().entrySet()) {
      ContractSource source =
          new ContractSource(specs.toAbsolutePath().normalize().resolve(vendor.getKey()));
      Proposal proposal = new Proposal(source, vendor.getValue());
      for (Drift each : wanted(vendor.getKey(), vendor.getValue(), reviewed)) {
        if (proposal.add(each)) {
          proposed++;
        } else {
          left.add(words.of(each));
        }
      }
      for (Drift each : proposal.finish()) {
        proposed--;
        left.add(words.of(each));
      }
      text.append(source.diff(prefix + vendor.getKey() + "/"));
    }
    return new Patch(text.toString(), proposed, left);
  }

  /** What counts, once for all operations that share the place in the contract. */
  private static Collection<Drift> wanted(
      String vendor, VendorTraffic traffic, ReviewedDrift reviewed) {
    Map<DriftKey, Drift> wanted = new LinkedHashMap<>();
    for (OperationTraffic operation : traffic.operations()) {
      String id = operation.operation().text("operationId");
      for (Drift each : operation.drifts()) {
        String rule = each.first().rule();
        if (each.level() == Level.ERROR
            && !reviewed.explains(vendor, id, rule, DriftText.pointer(each))) {
          wanted.merge(DriftKey.ofChange(each.first()), each, Drift::with);
        }
      }
    }
    return wanted.values();
  }

  /** The folder as the root of the checkout sees it. */
  private static String prefix(Path specs) {
    Path root = root(specs);
    return root == null
        ? specs.getFileName() + "/"
        : root.equals(specs) ? "" : root.relativize(specs).toString().replace('\\', '/') + "/";
  }

  private static @Nullable Path root(@Nullable Path folder) {
    return folder == null || Files.exists(folder.resolve(".git"))
        ? folder
        : root(folder.getParent());
  }

  /** In words, for people. */
  public String summary(Path file) {
    if (proposed == 0) {
      return "Nothing to propose";
    }
    String rest =
        left.isEmpty()
            ? ""
            : " Left to you, for no change of the contract follows from them: "
                + String.join("; ", left);
    return "%d change(s) of the contract proposed. Read them, then: git apply %s%s%s"
        .formatted(proposed, file, rest.isEmpty() ? "" : ".", rest);
  }
}
