package dev.forecourt.cli;

import dev.forecourt.contract.importer.ImportResult;
import java.io.IOException;
import java.io.PrintWriter;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jspecify.annotations.Nullable;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;
import picocli.CommandLine.Spec;

/** {@code generate stub FILE --to DIR}: sources, for a build of one's own. */
@Command(
    name = "generate",
    mixinStandardHelpOptions = true,
    description = "Writes the Java sources of a stub or a client of an OpenAPI file.")
final class GenerateCommand implements Callable<Integer> {

  /** What can be generated. */
  enum Kind {
    CLIENT,
    STUB
  }

  @Spec CommandSpec spec = CommandSpec.create();

  @Parameters(index = "0", paramLabel = "client|stub", description = "what to generate")
  Kind kind = Kind.STUB;

  @Parameters(index = "1", paramLabel = "FILE", description = "the vendor's OpenAPI file")
  Path file = Path.of("");

  @Option(
      names = "--to",
      paramLabel = "DIR",
      required = true,
      description = "a new or empty folder for the sources")
  Path to = Path.of("");

  @Option(
      names = "--id",
      paramLabel = "ID",
      description = "what to call the vendor; default: made of the file's name")
  @Nullable String id;

  @Mixin final ContractOptions options = new ContractOptions();

  @Override
  public Integer call() throws IOException {
    Target.checkEmpty(to);
    PrintWriter out = spec.commandLine().getOut();
    try (Progress progress = Progress.on(spec.commandLine().getErr())) {
      progress.step("Reading " + file);
      ImportResult contract = options.contract(file, id, OpenPort.FIRST);
      progress.step("Generating the " + kind.name().toLowerCase(Locale.ROOT));
      List<String> notes = generated(contract);
      out.print(new ImportSummary(contract).text() + ImportSummary.ofStub(notes));
    }
    out.printf("Written to %s.%n", to);
    out.flush();
    return 0;
  }

  private List<String> generated(ImportResult contract) throws IOException {
    Path work = Workspace.create();
    Path openapi = work.resolve("openapi.yaml");
    Target.write(work, Map.of("openapi.yaml", contract.openapi().getBytes(StandardCharsets.UTF_8)));
    Files.createDirectories(to);
    if (kind == Kind.STUB) {
      return new StubBuild(contract.id(), openapi).generate(to);
    }
    ClientSources.generate(contract.id(), openapi, to);
    return List.of();
  }
}
