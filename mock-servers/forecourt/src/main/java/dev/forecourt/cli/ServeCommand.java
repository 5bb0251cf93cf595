package dev.forecourt.cli;

import dev.forecourt.contract.importer.ImportResult;
import dev.forecourt.mock.vendor.Vendor;
import java.io.IOException;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code serve FILE}: a stub of a vendor's file, without a trace on the disk. */
@Command(
    name = "serve",
    mixinStandardHelpOptions = true,
    description = "Serves a stub of an OpenAPI file until Ctrl-C.",
    footer = {
      "",
      "Options of the mock process follow after --, such as",
      "  forecourt serve acme.json -- --state DIR --check-responses"
    })
final class ServeCommand implements Callable<Integer> {

  /** The process goes on. */
  static final int SERVING = -1;

  @Parameters(index = "0", paramLabel = "FILE", description = "the vendor's OpenAPI file")
  Path file = Path.of("");

  @Parameters(index = "1..*", hidden = true, description = "options of the mock process")
  List<String> more = new ArrayList<>();

  @Option(
      names = "--id",
      paramLabel = "ID",
      description = "what to call the vendor; default: made of the file's name")
  @Nullable String id;

  @Option(
      names = "--port",
      paramLabel = "N",
      description = "port on this machine, 0 for any; default: the lowest free one from 4016")
  @Nullable Integer port;

  @Option(names = "--quiet", description = "prints no report of the import")
  boolean quiet;

  @Mixin final ContractOptions options = new ContractOptions();

  @Override
  public Integer call() throws IOException {
    PrintStream out = new PrintStream(System.out, true, StandardCharsets.UTF_8);
    PrintStream err = new PrintStream(System.err, true, StandardCharsets.UTF_8);
    if (port != null) {
      OpenPort.check(port);
    }
    int chosen = port == null ? OpenPort.lowest() : port;
    Vendor vendor;
    try (Progress progress = Progress.on(new PrintWriter(err, true))) {
      progress.step("Reading " + file);
      ImportResult contract = options.contract(file, id, chosen == 0 ? OpenPort.FIRST : chosen);
      if (!quiet) {
        out.print(new ImportSummary(contract).text());
      }
      vendor = stub(contract, progress, out);
    }
    List<String> arguments = new ArrayList<>(more);
    arguments.addAll(List.of("--port", vendor.id() + "=" + chosen));
    int code = dev.forecourt.mock.server.Main.serve(List.of(vendor), arguments, out, err);
    return code == 0 ? SERVING : code;
  }

  /** Made in a folder that goes with the process. */
  Vendor stub(ImportResult contract, Progress progress, PrintStream out) throws IOException {
    Path folder = Workspace.create();
    Path openapi = Files.writeString(folder.resolve("openapi.yaml"), contract.openapi());
    StubBuild build = new StubBuild(contract.id(), openapi);
    progress.step("Generating the stub");
    List<String> notes = build.generate(folder);
    if (!quiet) {
      out.print(ImportSummary.ofStub(notes));
    }
    ServedContract.write(contract, folder.resolve("resources"));
    progress.step("Compiling the stub");
    return build.vendor(folder);
  }
}
