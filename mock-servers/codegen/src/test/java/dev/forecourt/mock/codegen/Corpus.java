package dev.forecourt.mock.codegen;

import dev.forecourt.mock.codegen.document.ContractReader;
import dev.forecourt.mock.codegen.document.Findings;
import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.oas.models.PathItem;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * Tries the generator on a folder of files that are not ours: a table of what generates, compiles
 * and answers. Run by hand: {@code -Dcorpus=FOLDER}, and {@code -Dcorpus.details=true} for each
 * fault.
 */
final class Corpus {

  private static final String LINE = "%-34s %4s %-9s %-9s %6s %6s %6s %6s %6s%n";

  private final PrintStream out;
  private final Path scratch;
  private final boolean details = Boolean.getBoolean("corpus.details");
  private int files;
  private int compiled;
  private int operations;
  private int answered;
  private int gets;
  private int valid;

  Corpus(PrintStream out, Path scratch) {
    this.out = out;
    this.scratch = scratch;
  }

  /** Tries all files below a folder, and prints as it goes. */
  void run(Path folder) throws IOException {
    out.printf(LINE, "file", "ops", "generates", "compiles", "ms", "ms", "2xx", "GETs", "valid");
    List<Path> all;
    try (Stream<Path> walk = Files.walk(folder)) {
      all =
          walk.filter(
                  each ->
                      each.toString()
                          .matches(System.getProperty("corpus.files", ".*\\.(ya?ml|json)")))
              .filter(Corpus::isContract)
              .sorted()
              .toList();
    }
    for (Path each : all) {
      run(folder, each);
    }
    out.printf(
        "%d files, %d compile; %d operations, %d answer 2xx or 3xx; %d GETs, %d valid%n",
        files, compiled, operations, answered, gets, valid);
  }

  private static boolean isContract(Path file) {
    try {
      String text = Files.readString(file);
      return text.substring(0, Math.min(3000, text.length()))
          .matches("(?s).*[\"']?openapi[\"']?\\s*:\\s*[\"']?3\\..*");
    } catch (IOException e) {
      return false;
    }
  }

  private void run(Path folder, Path file) throws IOException {
    files++;
    String name = folder.relativize(file).toString();
    Path target = Files.createDirectories(scratch.resolve("f" + files));
    long begin = System.nanoTime();
    List<String> notes;
    try {
      notes = Harness.generate(withPort(file, target), target);
    } catch (RuntimeException e) {
      out.printf(LINE, name, "", "no", "", "", "", "", "", "");
      tell(e.toString());
      if (!(e instanceof IllegalArgumentException)) {
        e.printStackTrace(out);
      }
      return;
    }
    long generated = System.nanoTime();
    try {
      Harness.compile(target);
    } catch (AssertionError e) {
      out.printf(LINE, name, "", "yes", "no", ms(generated - begin), "", "", "", "");
      tell(e.getMessage());
      return;
    }
    compiled++;
    long end = System.nanoTime();
    int[] counts = new int[4];
    try (Harness stub = Harness.open(notes, target)) {
      calls(target.resolve("openapi.json"), stub, counts);
    }
    operations += counts[0];
    answered += counts[1];
    gets += counts[2];
    valid += counts[3];
    out.printf(
        LINE,
        name,
        counts[0],
        "yes",
        "yes",
        ms(generated - begin),
        ms(end - generated),
        counts[1],
        counts[2],
        counts[3]);
  }

  private static Path withPort(Path file, Path target) throws IOException {
    var root = (com.fasterxml.jackson.databind.node.ObjectNode) new Independent(file).root();
    if (!root.has("x-mock-port")) {
      root.put("x-mock-port", 4999);
    }
    return Files.writeString(target.resolve("openapi.json"), root.toString());
  }

  private static String ms(long nanos) {
    return Long.toString(nanos / 1_000_000);
  }

  private void tell(String text) {
    if (details) {
      out.println(
          "    " + text.substring(0, Math.min(text.length(), 1500)).replace("\n", "\n    "));
    }
  }

  private void calls(Path file, Harness stub, int[] counts) {
    OpenAPI contract = ContractReader.read(file, new Findings());
    Independent judge = new Independent(file);
    Schemas schemas = new Schemas(contract);
    Samples samples = new Samples(schemas, false);
    new OperationNames(new Findings()).give(contract);
    List<Runnable> calls = new ArrayList<>();
    List<Runnable> deletions = new ArrayList<>();
    contract.getPaths().keySet().removeIf(template -> template.contains("#"));
    contract
        .getPaths()
        .forEach(
            (template, path) ->
                path.readOperationsMap()
                    .forEach(
                        (verb, operation) -> {
                          Requests request =
                              new Requests(schemas, samples, template, path, operation)
                                  .with(Opening.of(contract, operation));
                          (verb == PathItem.HttpMethod.DELETE ? deletions : calls)
                              .add(() -> call(stub, judge, template, verb, request, counts));
                        }));
    calls.forEach(Runnable::run);
    deletions.forEach(Runnable::run); // last: what is deleted is not there for the others
  }

  private void call(
      Harness stub,
      Independent judge,
      String template,
      PathItem.HttpMethod verb,
      Requests request,
      int[] counts) {
    Harness.Answer answer =
        stub.send(verb + " " + request.target(), request.headers(), request.body());
    counts[0]++;
    boolean good = answer.status() < 400;
    counts[1] += good ? 1 : 0;
    String wrong = judge.wrong(template, verb.name(), answer);
    if (verb == PathItem.HttpMethod.GET) {
      counts[2]++;
      counts[3] += good && wrong.isEmpty() ? 1 : 0;
    }
    if (!good || !wrong.isEmpty()) {
      String text = good ? "" : answer.text();
      tell("%s %s: %d %s %s".formatted(verb, request.target(), answer.status(), wrong, text));
    }
  }
}
