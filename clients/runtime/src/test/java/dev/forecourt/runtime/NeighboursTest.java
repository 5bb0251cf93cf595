package dev.forecourt.runtime;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;

import java.io.IOException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Old versions themselves are rows of scripts/matrix; here is what needs none. */
class NeighboursTest {
  private static final Library FEIGN =
      new Library("io.github.openfeign", "feign-core", "10.6.0", "13.13");
  private static final Supplier<List<Object>> WORKS = List::of;

  @Test
  void acceptsTheLibrariesOfThisBuild() {
    assertThatCode(Neighbours::check).doesNotThrowAnyException();
  }

  @Test
  void namesAllMissingLibrariesInOneMessage() throws Exception {
    URL runtime = Neighbours.class.getProtectionDomain().getCodeSource().getLocation();

    try (URLClassLoader bare =
        new URLClassLoader(new URL[] {runtime}, ClassLoader.getPlatformClassLoader())) {
      assertThat(refusal(bare))
          .startsWith("The Forecourt clients do not work with the libraries of this application.\n")
          .contains(
              "\n- io.github.openfeign:feign-core is missing: 10.6.0 or newer is needed.\n",
              "\n- org.apache.httpcomponents.core5:httpcore5 is missing: 5.1 or newer is needed.\n",
              "\n- com.fasterxml.jackson.core:jackson-core is missing: 2.10.0 or newer is needed.\n");
    }
  }

  @Test
  void advisesTheVersionsOfThisBuild() throws Exception {
    URL runtime = Neighbours.class.getProtectionDomain().getCodeSource().getLocation();
    String pom = Files.readString(Path.of("../../pom.xml"));

    try (URLClassLoader bare =
        new URLClassLoader(new URL[] {runtime}, ClassLoader.getPlatformClassLoader())) {
      assertThat(refusal(bare))
          .contains(
              ":feign-core:" + property(pom, "dep.feign.version") + "\")",
              ":httpcore5:" + property(pom, "dep.httpcore.version") + "\")",
              ":jackson-core:" + property(pom, "dep.jackson.version") + "\")");
    }
  }

  @Test
  void saysWhichVersionIsTooOldAndWhatToDo() {
    UnfitLibrary unfit = FEIGN.check(() -> "10.5.1", WORKS);

    assertThat(UnfitLibrary.exception(List.of(unfit)))
        .hasMessage(
            """
            The Forecourt clients do not work with the libraries of this application.
            - io.github.openfeign:feign-core 10.5.1 is too old: 10.6.0 or newer is needed.
              Maven, in <dependencyManagement> before all imports: <dependency><groupId>io.github.openfeign</groupId>\
            <artifactId>feign-core</artifactId><version>13.13</version></dependency>
              Gradle: implementation("io.github.openfeign:feign-core:13.13")
              Who chose it: mvn dependency:tree -Dincludes=io.github.openfeign:feign-core, gradle dependencyInsight \
            --dependency feign-core""");
  }

  @Test
  void believesTheUseWhereNoVersionIsStated() {
    NoSuchMethodError tooOld = new NoSuchMethodError("of an older one");

    UnfitLibrary unfit =
        FEIGN.check(
            () -> null,
            () -> {
              throw tooOld;
            });

    assertThat(FEIGN.check(() -> null, WORKS)).isNull();
    assertThat(UnfitLibrary.exception(List.of(unfit)))
        .hasMessageContaining("- io.github.openfeign:feign-core is too old: 10.6.0 or newer")
        .hasSuppressedException(tooOld);
  }

  @ParameterizedTest
  @CsvSource({
    "10.5.1, true",
    "10.6, false",
    "10.6.0, false",
    "9.7.0, true",
    "10.12, false",
    "13.13, false",
    "13.0-rc1, false",
    "10.6.0.redhat-1, false",
    "14, false",
    "10, true",
    "unknown, false"
  })
  void comparesVersionsByTheirNumbers(String version, boolean older) {
    assertThat(FEIGN.isOlder(version)).isEqualTo(older);
  }

  @Test
  void readsTheVersionInTheJarOfTheClassOnly(@TempDir Path other) throws Exception {
    URL classes = Neighbours.class.getProtectionDomain().getCodeSource().getLocation();
    Path note = other.resolve("META-INF/maven/io.github.openfeign/feign-core/pom.properties");
    Files.createDirectories(note.getParent());
    Files.writeString(note, "version=1.0.0\n");

    try (URLClassLoader both =
        new URLClassLoader(
            new URL[] {classes, other.toUri().toURL()}, ClassLoader.getPlatformClassLoader())) {
      Class<?> ofClasses = both.loadClass(Neighbours.class.getName());

      assertThat(FEIGN.statedBeside(ofClasses)).isNull();
    }
    assertThat(FEIGN.statedBeside(feign.Contract.class)).isEqualTo(FEIGN.advised());
  }

  private static String refusal(ClassLoader loader) throws ReflectiveOperationException {
    Method check = loader.loadClass(Neighbours.class.getName()).getDeclaredMethod("check");
    check.setAccessible(true);
    try {
      check.invoke(null);
      return "nothing";
    } catch (InvocationTargetException e) {
      return e.getCause().getMessage();
    }
  }

  private static String property(String pom, String name) throws IOException {
    Matcher found = Pattern.compile("<" + name + ">(.*?)</" + name + ">").matcher(pom);
    assertThat(found.find()).as(name).isTrue();
    return found.group(1);
  }
}
