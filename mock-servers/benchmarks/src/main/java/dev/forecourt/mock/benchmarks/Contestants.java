package dev.forecourt.mock.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * How each server is started.
 *
 * @param jar the runnable JAR of the mocks
 * @param options the flags they are shipped with
 * @param archive their class-data archive
 * @param prism the command of Prism, for Node
 * @param contract FIDCAR's, for Prism
 * @param folder for logs and bodies
 */
record Contestants(Path jar, Path options, Path archive, Path prism, Path contract, Path folder) {

  /** How many vendors the mocks serve, one port above the other. */
  static final int VENDORS = 5;

  private static final String JAVA = ProcessHandle.current().info().command().orElse("java");

  /** All five vendors; FIDCAR on the first port. */
  Server startMocks(boolean withArchive, String... more) throws IOException {
    List<String> command = new ArrayList<>(List.of(JAVA, "@" + options));
    command.addAll(List.of(more));
    if (withArchive) {
      command.add("-XX:SharedArchiveFile=" + archive);
    }
    command.addAll(List.of("-jar", jar.toString(), "--port-base", "PORT"));
    return Server.start("the mocks", log("mocks"), Server.freePort(), command);
  }

  /**
   * The bare server, with the flags of the mocks and the bytes that these have answered, on so many
   * event loops.
   */
  Server startBare(Server mocks, int loops) throws Exception {
    List<String> command = new ArrayList<>(List.of(JAVA, "@" + options));
    command.addAll(
        List.of("-cp", System.getProperty("java.class.path"), BareServer.class.getName(), "PORT"));
    command.add(Integer.toString(loops));
    for (Target target : Target.values()) {
      Path body = folder.resolve(target.label() + ".json");
      Files.write(body, mocks.body(target));
      command.add(body.toString());
    }
    return Server.start("the bare server", log("bare-" + loops), Server.freePort(), command);
  }

  /** Prism as it answers quickest: from the examples, without its log. */
  Server startPrism() throws IOException {
    return Server.start(
        "Prism",
        log("prism"),
        Server.freePort(),
        List.of(
            "node",
            prism.toString(),
            "mock",
            "--host",
            "127.0.0.1",
            "--port",
            "PORT",
            "-v",
            "silent",
            contract.toString()));
  }

  /** One vendor inside a JVM that does nothing else, as in a test; with the JDK's own server. */
  Server startEmbedded() throws IOException {
    return Server.start(
        "the embedded mock",
        log("embedded"),
        Server.freePort(),
        List.of(
            JAVA, "-cp", System.getProperty("java.class.path"), Embedded.class.getName(), "PORT"));
  }

  private Path log(String name) {
    return folder.resolve(name + ".log");
  }

  /** Makes the archive anew, as the first start of scripts/mock does. */
  void makeArchive() throws Exception {
    Files.deleteIfExists(archive);
    Process process =
        new ProcessBuilder(
                JAVA,
                "@" + options,
                "-Xlog:cds=off",
                "-XX:ArchiveClassesAtExit=" + archive,
                "-jar",
                jar.toString(),
                "--self-test")
            .redirectErrorStream(true)
            .redirectOutput(log("archive").toFile())
            .start();
    if (process.waitFor() != 0 || !Files.exists(archive)) {
      throw new IllegalStateException("No class-data archive was made; see " + log("archive"));
    }
  }
}
