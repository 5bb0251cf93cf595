package dev.forecourt.contracttests.examples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

final class LanguagesTest {

  @TempDir Path folder;

  @Test
  @Tag("node")
  void runsTheSameModuleAgain() throws Exception {
    String code = "console.log(await Promise.resolve(200), '{}\\n');";

    try (Language fetch = new Fetch()) {
      assertThat(fetch.run(0, code)).isEqualTo("200 {}\n");
      assertThat(fetch.run(1, code)).isEqualTo("200 {}\n");
    }
  }

  @Test
  @Tag("node")
  void endsWithAModuleThatFails() throws Exception {
    try (Language fetch = new Fetch()) {
      assertThatThrownBy(() -> fetch.run(0, "throw new Error('as the test wants it');"))
          .isInstanceOf(IllegalStateException.class)
          .hasMessageContaining("run-module.mjs ended");
    }
  }

  @Test
  void printsWhatAShellPrints() throws Exception {
    assertThat(new Curl(folder).run(0, "printf '%s' \"$CURL_HOME\"")).isEqualTo("" + folder);
  }

  @Test
  void refusesACommandThatFails() {
    assertThatThrownBy(() -> new Curl(folder).run(0, "echo no such host >&2; exit 6"))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("no such host")
        .hasMessageContaining("exit 6");
  }

  @Test
  void refusesJavaThatDoesNotCompile() {
    assertThatThrownBy(
            () -> new JavaCalls(List.of("import java.util.List;\n\nList.none();"), folder))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("does not compile")
        .hasMessageContaining("none()");
  }

  @Test
  void refusesJavaThatThrows() throws Exception {
    String code = "import java.util.List;\n\nList.of().get(0);";

    try (JavaCalls java = new JavaCalls(List.of(code), folder)) {
      assertThatThrownBy(() -> java.run(0, code))
          .isInstanceOf(IllegalStateException.class)
          .hasCauseInstanceOf(IndexOutOfBoundsException.class);
    }
  }
}
