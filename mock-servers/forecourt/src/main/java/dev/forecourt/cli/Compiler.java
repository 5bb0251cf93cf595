package dev.forecourt.cli;

import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.jdt.core.compiler.batch.BatchCompiler;

/** Compiles generated sources. Brings its compiler along, so that a JRE is enough. */
final class Compiler {

  private static final int SHOWN = 20;

  private Compiler() {}

  /** Compiles all sources of a folder against the class path of this process. */
  static void compile(Path sources, Path classes) throws IOException {
    List<String> arguments =
        new ArrayList<>(
            List.of(
                "-17",
                "-nowarn",
                "-proc:none",
                "-g:none",
                "-encoding",
                "UTF-8",
                "-d",
                classes.toString(),
                "-cp",
                System.getProperty("java.class.path")));
    try (Stream<Path> files = Files.walk(sources)) {
      files
          .map(Path::toString)
          .filter(each -> each.endsWith(".java") && !each.endsWith("package-info.java"))
          .forEach(arguments::add);
    }
    StringWriter problems = new StringWriter();
    PrintWriter out = new PrintWriter(problems);
    if (!BatchCompiler.compile(arguments.toArray(String[]::new), out, out, null)) {
      throw new Refusal(
          "The generated code does not compile, which is a fault of the generator. Leave the operation out with --operations, and report this:%n%s"
              .formatted(
                  problems.toString().lines().limit(SHOWN).collect(Collectors.joining("\n"))));
    }
  }
}
