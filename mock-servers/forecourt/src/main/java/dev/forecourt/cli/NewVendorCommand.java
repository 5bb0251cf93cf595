package dev.forecourt.cli;

import dev.forecourt.contract.importer.ImportResult;
import dev.forecourt.vendors.Changes;
import dev.forecourt.vendors.FreePort;
import dev.forecourt.vendors.ListedVendor;
import dev.forecourt.vendors.Scaffold;
import dev.forecourt.vendors.VendorId;
import dev.forecourt.vendors.VendorList;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** What {@code scripts/new-vendor} does in a checkout. */
@Command(
    name = "new-vendor",
    hidden = true,
    mixinStandardHelpOptions = true,
    description = "Adds a vendor to a checkout of Forecourt: scripts/new-vendor.")
final class NewVendorCommand implements Callable<Integer> {

  private static final int LAST_PORT = 65_535;

  @Spec CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "ID", description = "lower-case id of the vendor")
  String id = "";

  @Parameters(
      index = "1",
      arity = "0..1",
      paramLabel = "FILE",
      description = "the vendor's OpenAPI file; without it, a contract to write by hand")
  @Nullable Path file;

  @Option(names = "--root", paramLabel = "DIR", description = "the checkout; default: this folder")
  Path root = Path.of("");

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "port of its stub; default: the lowest that is free")
  @Nullable Integer port;

  @Option(names = "--yes", description = "takes every guess and asks nothing")
  boolean yes;

  @Option(names = "--update", description = "takes the vendor's next version of the file")
  boolean update;

  @Option(names = "--mend", description = "writes what a vendor with a contract still lacks")
  boolean mend;

  @Mixin final ContractOptions options = new ContractOptions();

  @Override
  public Integer call() throws IOException {
    Path checkout = root.toAbsolutePath().normalize();
    checkCheckout(checkout);
    if (mend) {
      print(write(Scaffold.mend(checkout, id)));
    } else if (update) {
      print(updated(checkout));
    } else {
      VendorId.checkFree(id, checkout);
      int free = freePort(VendorList.of(checkout));
      print(file == null ? byHand(checkout, free) : imported(checkout, file, free));
    }
    return 0;
  }

  private static void checkCheckout(Path folder) {
    if (!Files.isDirectory(folder.resolve("specs")) || Files.notExists(folder.resolve("pom.xml"))) {
      throw new Refusal(
          "%s is no checkout of Forecourt: it has no pom.xml with a folder specs beside it. Name one with --root DIR; without a checkout: import FILE --to DIR, serve FILE or generate."
              .formatted(folder));
    }
  }

  private String imported(Path checkout, Path vendorFile, int free) throws IOException {
    ImportResult contract = options.importer(vendorFile, id, free).run();
    Questions questions = Questions.of(spec.commandLine(), yes);
    if (questions.change(contract, options)) {
      contract = options.importer(vendorFile, id, free).run();
    }
    ListedVendor vendor = listed(contract);
    Changes changes = new Changes(checkout);
    Scaffold.addImported(changes, checkout, vendor, ContractFiles.of(contract));
    if (!questions.agreed(changes.files())) {
      return "Nothing was written.\n";
    }
    changes.write();
    return new ImportSummary(contract).text()
        + """

        Written: %d files; the report is specs/%2$s/REPORT.md. Next:
          scripts/test --vendor %2$s      builds client and stub, writes the pacts and verifies them
          scripts/update-pacts %2$s       accepts the pacts
          scripts/lint                    says if anything is missing
          scripts/mock                    serves it at http://127.0.0.1:%3$d with the others
        """
            .formatted(changes.files().size(), id, vendor.port());
  }

  private String byHand(Path checkout, int free) throws IOException {
    Changes changes = new Changes(checkout);
    Scaffold.addByHand(changes, checkout, id, free);
    if (!Questions.of(spec.commandLine(), yes).agreed(changes.files())) {
      return "Nothing was written.\n";
    }
    changes.write();
    return """
    Written: %d files. The contract has one operation, as an example of the form. Next:
      specs/%2$s/                     write the contract; specs/docs/adding-a-vendor.md says how
      scripts/lint                    says what is wrong with it
      scripts/test --vendor %2$s      builds client and stub, writes the pacts and verifies them
    """
        .formatted(changes.files().size(), id);
  }

  private String updated(Path checkout) throws IOException {
    ListedVendor known = VendorList.of(checkout).named(id);
    if (!known.imported()) {
      throw new Refusal(
          "The contract of %s is written by hand: specs/%1$s has no overlay.yaml. Change its files, and compare them with: scripts/diff-contracts HEAD"
              .formatted(id));
    }
    if (file == null) {
      throw new Refusal(
          "Which file is the next version? scripts/new-vendor %s FILE --update".formatted(id));
    }
    Path folder = checkout.resolve("specs").resolve(id);
    ImportResult contract =
        options
            .importer(file, id, port == null ? known.port() : port)
            .update(Files.readString(folder.resolve("overlay.yaml")));
    List<String> gone = new GoneOperations(checkout, id).in(contract);
    Changes changes = new Changes(checkout);
    Scaffold.replaceImported(changes, checkout, listed(contract), ContractFiles.of(contract));
    changes.write();
    StringBuilder text = new StringBuilder(new ImportSummary(contract).text());
    contract
        .unmatched()
        .forEach(
            action ->
                text.append(
                    "  taken out of overlay.yaml, as nothing is there any more: %s (%s)%n"
                        .formatted(action.target(), action.description())));
    gone.forEach(line -> text.append("  next version: %s%n".formatted(line)));
    if (!contract.kept().isEmpty()) {
      text.append("  %d actions of overlay.yaml still apply%n".formatted(contract.kept().size()));
    }
    return text.append("Written: specs/%s.%n".formatted(id)).toString();
  }

  private int freePort(VendorList vendors) {
    if (port == null) {
      return FreePort.of(vendors);
    }
    if (port < 1 || port > LAST_PORT) {
      throw new Refusal("A port is a number from 1 to 65535 but was %d.".formatted(port));
    }
    for (ListedVendor vendor : vendors.all()) {
      if (vendor.port() == port) {
        throw new Refusal(
            "Port %d is taken by %s. Free is: --port %d"
                .formatted(port, vendor.id(), FreePort.of(vendors)));
      }
    }
    return port;
  }

  private static ListedVendor listed(ImportResult contract) {
    return new ListedVendor(
        contract.id(),
        contract.title().lines().findFirst().orElse(contract.id()),
        contract.port(),
        contract.operations().size(),
        true);
  }

  private static String write(Changes changes) throws IOException {
    changes.write();
    return changes.files().isEmpty()
        ? "Nothing is missing.\n"
        : "Written:\n  " + String.join("\n  ", changes.files()) + "\n";
  }

  private void print(String text) {
    PrintWriter out = spec.commandLine().getOut();
    out.print(text);
    out.flush();
  }
}
