package dev.forecourt.cli;

import dev.forecourt.contract.importer.ImportResult;
import dev.forecourt.contract.importer.Importer;
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
    Questions questions = Questions.of(spec.commandLine(), yes);
    ImportResult contract = run(options.importer(vendorFile, id, free));
    if (questions.change(contract, options)) {
      contract = run(options.importer(vendorFile, id, free));
    }
    ListedVendor vendor = listed(contract);
    Changes changes = new Changes(checkout);
    List<String> notes = notes(contract);
    Scaffold.addImported(changes, checkout, vendor, ContractFiles.of(contract, notes));
    if (!questions.agreed(changes.files())) {
      return "Nothing was written.\n";
    }
    changes.write();
    return new ImportSummary(contract).text()
        + ImportSummary.ofStub(notes)
        + "%nWritten: %d files; the report is specs/%s/REPORT.md. Next:%n"
            .formatted(changes.files().size(), id)
        + columns(
            "scripts/test --vendor " + id,
            "builds client and stub, writes the pacts and verifies them",
            "scripts/update-pacts " + id,
            "accepts the pacts",
            "scripts/lint",
            "says if anything is missing",
            "scripts/mock",
            "serves it at http://127.0.0.1:%d with the others".formatted(vendor.port()));
  }

  private ImportResult run(Importer importer) throws IOException {
    try (Progress progress = Progress.on(spec.commandLine().getErr())) {
      progress.step("Reading " + file);
      return importer.run();
    }
  }

  private List<String> notes(ImportResult contract) throws IOException {
    try (Progress progress = Progress.on(spec.commandLine().getErr())) {
      progress.step("Looking at what a stub makes of it");
      return StubBuild.notes(contract);
    }
  }

  /** Commands, each with what it does, one below the other. */
  private static String columns(String... pairs) {
    int width = 0;
    for (int i = 0; i < pairs.length; i += 2) {
      width = Math.max(width, pairs[i].length());
    }
    StringBuilder text = new StringBuilder();
    for (int i = 0; i < pairs.length; i += 2) {
      text.append(("  %-" + width + "s  %s%n").formatted(pairs[i], pairs[i + 1]));
    }
    return text.toString();
  }

  private String byHand(Path checkout, int free) throws IOException {
    Changes changes = new Changes(checkout);
    Scaffold.addByHand(changes, checkout, id, free);
    if (!Questions.of(spec.commandLine(), yes).agreed(changes.files())) {
      return "Nothing was written.\n";
    }
    changes.write();
    return "Written: %d files. The contract has one operation, as an example of the form. Next:%n"
            .formatted(changes.files().size())
        + columns(
            "specs/%s/".formatted(id),
            "write the contract; specs/docs/adding-a-vendor.md says how",
            "scripts/lint",
            "says what is wrong with it",
            "scripts/test --vendor " + id,
            "builds client and stub, writes the pacts and verifies them");
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
    List<String> notes = notes(contract);
    Scaffold.replaceImported(
        changes, checkout, listed(contract), ContractFiles.of(contract, notes));
    changes.write();
    StringBuilder text = new StringBuilder(new ImportSummary(contract).text());
    text.append(ImportSummary.ofStub(notes));
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
