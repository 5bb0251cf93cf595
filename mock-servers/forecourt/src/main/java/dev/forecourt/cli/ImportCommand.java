package dev.forecourt.cli;

import dev.forecourt.contract.importer.ImportResult;
import java.io.IOException;
import java.io.PrintWriter;
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

/** {@code import FILE --to DIR}: the contract of a vendor's file, and what was changed. */
@Command(
    name = "import",
    mixinStandardHelpOptions = true,
    description = "Makes a contract of an OpenAPI file, and an overlay that holds every change.")
final class ImportCommand implements Callable<Integer> {

  @Spec CommandSpec spec = CommandSpec.create();

  @Parameters(paramLabel = "FILE", description = "the vendor's OpenAPI file")
  Path file = Path.of("");

  @Option(
      names = "--to",
      paramLabel = "DIR",
      required = true,
      description = "a new or empty folder for openapi.yaml, overlay.yaml, REPORT.md and vendor/")
  Path to = Path.of("");

  @Option(
      names = "--id",
      paramLabel = "ID",
      description = "what to call the vendor; default: made of the file's name")
  @Nullable String id;

  @Option(
      names = "--port",
      paramLabel = "N",
      defaultValue = "" + OpenPort.FIRST,
      description = "port of its stub; default: ${DEFAULT-VALUE}")
  int port;

  @Mixin final ContractOptions options = new ContractOptions();

  @Override
  public Integer call() throws IOException {
    Target.checkEmpty(to);
    ImportResult contract;
    List<String> notes;
    try (Progress progress = Progress.on(spec.commandLine().getErr())) {
      progress.step("Reading " + file);
      contract = options.contract(file, id, port);
      progress.step("Looking at what a stub makes of it");
      notes = StubBuild.notes(contract);
    }
    Target.write(to, ContractFiles.of(contract, notes));
    PrintWriter out = spec.commandLine().getOut();
    out.print(new ImportSummary(contract).text() + ImportSummary.ofStub(notes));
    out.printf("Written to %s; the report is %s.%n", to, to.resolve("REPORT.md"));
    out.flush();
    return 0;
  }
}
