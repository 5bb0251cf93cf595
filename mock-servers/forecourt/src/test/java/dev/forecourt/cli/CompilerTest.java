package dev.forecourt.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URL;
import java.net.URLClassLoader;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.function.Supplier;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Sources become classes without a JDK. */
class CompilerTest {

  @TempDir Path folder;
  private Path sources;
  private Path classes;

  @BeforeEach
  void makeFolders() throws IOException {
    sources = Files.createDirectories(folder.resolve("java/acme"));
    classes = Files.createDirectories(folder.resolve("classes"));
  }

  @Test
  void compilesAgainstTheClassPathOfThisProcess() throws Exception {
    Files.writeString(
        sources.resolve("Acme.java"),
        """
        package acme;
        public final class Acme implements java.util.function.Supplier<Object> {
          public Acme() {}
          @Override public Object get() {
            return dev.forecourt.mock.http.MockResponse.empty(204).status() + " é";
          }
        }
        """);

    Compiler.compile(sources, classes);

    try (URLClassLoader loader =
        new URLClassLoader(
            new URL[] {classes.toUri().toURL()}, CompilerTest.class.getClassLoader())) {
      Supplier<?> made = (Supplier<?>) loader.loadClass("acme.Acme").getConstructor().newInstance();
      assertThat(made.get()).isEqualTo("204 é");
    }
  }

  @Test
  void saysWhatDoesNotCompile() throws IOException {
    Files.writeString(sources.resolve("Acme.java"), "package acme; class Acme { int a = \"b\"; }");

    assertThatThrownBy(() -> Compiler.compile(sources, classes))
        .isInstanceOf(Refusal.class)
        .hasMessageStartingWith("The generated code does not compile")
        .hasMessageContaining("Acme.java")
        .hasMessageContaining("cannot convert from String to int");
  }
}
