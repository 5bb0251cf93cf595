package dev.forecourt.runtime.kit;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.jar.Attributes;
import java.util.jar.JarOutputStream;
import java.util.jar.Manifest;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/**
 * What a client finds by reflection stands in the metadata for native images in its JAR, and
 * nothing else does: all its operations and all its models are used in a JVM that is watched.
 *
 * <p>It does not prove that a native image works, for which a GraalVM would be needed.
 */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
public abstract class AbstractNativeImageTest {
  private final Class<?>[] tests;
  private NativeImageMetadata metadata;
  private List<ReflectionUse> uses;
  private String run;

  /** With the tests that call each operation, and those that read and write each model. */
  protected AbstractNativeImageTest(Class<?>... tests) {
    this.tests = tests;
  }

  @BeforeAll
  void watch(@TempDir Path folder) throws IOException {
    Path agent = folder.resolve("agent.jar");
    Manifest manifest = new Manifest();
    manifest.getMainAttributes().put(Attributes.Name.MANIFEST_VERSION, "1.0");
    manifest.getMainAttributes().putValue("Premain-Class", ReflectionTracer.class.getName());
    manifest.getMainAttributes().putValue("Can-Retransform-Classes", "true");
    try (OutputStream out = Files.newOutputStream(agent)) {
      new JarOutputStream(out, manifest).close();
    }
    try (JvmProcess jvm =
        JvmProcess.start(
            List.of(
                "-javaagent:" + agent,
                "-Dforecourt.specs=" + System.getProperty("forecourt.specs")),
            ReflectionTracer.class,
            Stream.of(tests).map(Class::getName).toArray(String[]::new))) {
      run = jvm.next(ReflectionTracer.TESTS);
      uses =
          jvm.lines().stream()
              .filter(line -> line.startsWith(ReflectionTracer.NOTE))
              .map(line -> ReflectionUse.parse(line.substring(ReflectionTracer.NOTE.length())))
              .toList();
    }
    metadata = NativeImageMetadata.ofClassPath();
  }

  @Test
  void watchedTestsThatPass() {
    assertThat(run.split(" of ")).hasSize(2).doesNotContain("0").containsOnly(run.split(" of ")[0]);
  }

  @Test
  void namesWhatIsFoundByReflection() {
    assertThat(uses).filteredOn(use -> !metadata.covers(use)).isEmpty();
  }

  @Test
  void namesTheProxiesThatAreMadeAndNoOthers() {
    assertThat(metadata.proxies())
        .containsExactlyInAnyOrderElementsOf(
            uses.stream()
                .filter(use -> use.kind().equals("proxy"))
                .map(ReflectionUse::name)
                .toList());
  }

  @Test
  void namesOnlyWhatExists() {
    assertThat(metadata.missing()).isEmpty();
  }

  @Test
  void saysTheSameToOlderNativeImages() {
    assertThat(metadata.older()).isEqualTo(metadata.newer());
  }
}
