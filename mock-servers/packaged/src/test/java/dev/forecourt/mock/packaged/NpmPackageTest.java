package dev.forecourt.mock.packaged;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * The npm package as a front-end project meets it: packed, installed from the tarball, started.
 * Runs once the JAR of the process is packed.
 */
@Tag("node")
class NpmPackageTest {
  private static final Path SOURCE = Path.of("../npm").toAbsolutePath().normalize();

  @TempDir Path folder;

  @Test
  void startsResetsTellsAndStops() throws Exception {
    Path tarball =
        Path.of(
            run(
                    folder,
                    List.of(
                        "node",
                        SOURCE.resolve("pack.mjs").toString(),
                        "0.1.0-test",
                        System.getProperty("forecourt.jar"),
                        folder.resolve("packed").toString()))
                .strip());
    Path project = Files.createDirectories(folder.resolve("project"));
    Files.writeString(project.resolve("package.json"), "{\"private\": true, \"type\": \"module\"}");
    run(project, List.of("npm", "install", "--offline", "--no-audit", tarball.toString()));
    for (String each : List.of("start.test.mjs", "readme.test.mjs")) {
      Files.copy(SOURCE.resolve("test").resolve(each), project.resolve(each));
    }

    String told = run(project, List.of("node", "--test"));

    assertThat(told).contains("# pass 16").contains("# fail 0");
    try (Stream<Path> files = Files.walk(project.resolve("node_modules/forecourt-mocks"))) {
      assertThat(files.filter(Files::isRegularFile).map(each -> each.getFileName().toString()))
          .contains("LICENSE", "README.md", "index.d.ts", "forecourt-mocks.jar", "jvm.options");
    }
  }

  private static String run(Path folder, List<String> command)
      throws IOException, InterruptedException {
    Process process =
        new ProcessBuilder(command).directory(folder.toFile()).redirectErrorStream(true).start();
    String told = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    assertThat(process.waitFor()).as(told).isZero();
    return told;
  }
}
