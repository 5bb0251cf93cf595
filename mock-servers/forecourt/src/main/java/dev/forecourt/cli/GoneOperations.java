package dev.forecourt.cli;

import dev.forecourt.contract.importer.ImportResult;
import dev.forecourt.contract.importer.report.OperationRow;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Operations that a vendor's next version does not have any more, and who still names them. */
final class GoneOperations {

  private static final Pattern OPERATION_ID =
      Pattern.compile("^ +operationId: *\"?(\\w+)\"?", Pattern.MULTILINE);
  // behaviour of the stub, a client class, tests of pacts
  private static final List<String> BY_HAND =
      List.of(
          "mock-servers/%s/src",
          "clients/%s/src", "contract-tests/clients/src/test/java/dev/forecourt/contracttests/%s");

  private final Path checkout;
  private final String vendor;

  GoneOperations(Path checkout, String vendor) {
    this.checkout = checkout;
    this.vendor = vendor;
  }

  /** One line for each that the contract at hand has and the new one has not, and for each use. */
  List<String> in(ImportResult contract) throws IOException {
    Set<String> gone = known();
    contract.operations().stream().map(OperationRow::operationId).forEach(gone::remove);
    // webhooks and callbacks have a name as well, and no row
    gone.removeAll(named(contract.openapi()));
    List<String> lines = new ArrayList<>();
    gone.forEach(each -> lines.add(each + " is gone, or has another name"));
    for (String folder : BY_HAND) {
      Path sources = checkout.resolve(folder.formatted(vendor));
      if (!gone.isEmpty() && Files.isDirectory(sources)) {
        lines.addAll(uses(sources, Pattern.compile("\\b(" + String.join("|", gone) + ")\\b")));
      }
    }
    return lines;
  }

  private Set<String> known() throws IOException {
    Path contract = checkout.resolve("specs").resolve(vendor).resolve("openapi.yaml");
    return named(Files.readString(contract));
  }

  private static Set<String> named(String contract) {
    return OPERATION_ID
        .matcher(contract)
        .results()
        .map(each -> each.group(1))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private List<String> uses(Path folder, Pattern name) throws IOException {
    List<String> uses = new ArrayList<>();
    try (Stream<Path> files = Files.walk(folder)) {
      for (Path file : files.filter(each -> each.toString().endsWith(".java")).sorted().toList()) {
        List<String> lines = Files.readAllLines(file);
        for (int i = 0; i < lines.size(); i++) {
          Matcher found = name.matcher(lines.get(i));
          if (found.find()) {
            uses.add(
                "%s:%d names %s: change it, or take it out"
                    .formatted(checkout.relativize(file), i + 1, found.group(1)));
          }
        }
      }
    }
    return uses;
  }
}
