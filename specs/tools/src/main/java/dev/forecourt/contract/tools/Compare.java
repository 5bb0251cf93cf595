package dev.forecourt.contract.tools;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/**
 * Lists the changes between two folders of contracts; exit code 1 if a breaking one is not
 * justified.
 */
public final class Compare {
  private Compare() {}

  /** Takes the older and the newer {@code specs/} folder. */
  public static void main(String[] args) throws IOException {
    if (args.length != 2) {
      System.err.println(
          "Expected two folders: the older specs/ and the newer one. See scripts/diff-contracts --help.");
      System.exit(2);
    }
    System.exit(run(Path.of(args[0]), Path.of(args[1]), System.out) == 0 ? 0 : 1);
  }

  /** Prints every change and gives the number of breaking ones that no changelog justifies. */
  static int run(Path before, Path after, Appendable out) throws IOException {
    Set<String> vendors = new TreeSet<>(Contracts.vendors(before));
    vendors.addAll(Contracts.vendors(after));
    int unjustified = 0;
    for (String vendor : vendors) {
      unjustified += vendor(vendor, before, after, out);
    }
    out.append(
        unjustified == 0
            ? "No breaking change without a reason.\n"
            : "%d breaking change(s) without a reason.%n".formatted(unjustified));
    return unjustified;
  }

  private static int vendor(String vendor, Path before, Path after, Appendable out)
      throws IOException {
    if (!Contracts.vendors(before).contains(vendor)) {
      out.append(vendor).append(": new\n");
      return 0;
    }
    if (!Contracts.vendors(after).contains(vendor)) {
      out.append(vendor).append(": gone. BREAKING for all who use it\n");
      return 1;
    }
    List<ContractChange> changes =
        ContractComparison.changes(
            Contracts.read(before.resolve(vendor)), Contracts.read(after.resolve(vendor)));
    Justifications reasons =
        Justifications.between(changelog(before, vendor), changelog(after, vendor));
    out.append(vendor).append(changes.isEmpty() ? ": no change\n" : ":\n");
    int unjustified = 0;
    for (ContractChange change : changes) {
      boolean open = change.breaking() && !reasons.cover(change);
      out.append("  ")
          .append(change.toString())
          .append(change.breaking() && !open ? "  (justified)\n" : "\n");
      if (open) {
        unjustified++;
        out.append(
            "            justify it in specs/%s/CHANGELOG.md: - Breaking: `%s`: what changed and why%n"
                .formatted(vendor, change.operation()));
      }
    }
    return unjustified;
  }

  private static Path changelog(Path specs, String vendor) {
    return specs.resolve(vendor).resolve("CHANGELOG.md");
  }
}
