package dev.forecourt.trials.mutation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.forecourt.trials.mutation.Jury.Verdict;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SurvivorsTest {
  private static final String HEADER = "facts | vendor | kind | places | reason\n";

  @TempDir Path temp;

  @Test
  void explainsWhatALineCovers() throws IOException {
    Survivors survivors =
        survivors(
            "documented | acme | drop-pattern | /components/*/plate/pattern | any plate is a plate");

    assertThat(survivors.reason("acme", survivor(Kind.DROP_PATTERN, "plate", true)))
        .isEqualTo("any plate is a plate");
  }

  @Test
  void explainsNothingElse() throws IOException {
    Survivors survivors =
        survivors("documented | acme | drop-pattern | */plate/pattern | a reason");

    assertThat(survivors.reason("other", survivor(Kind.DROP_PATTERN, "plate", true))).isNull();
    assertThat(survivors.reason("acme", survivor(Kind.CHANGE_TYPE, "plate", true))).isNull();
    assertThat(survivors.reason("acme", survivor(Kind.DROP_PATTERN, "vin", true))).isNull();
    assertThat(survivors.reason("acme", survivor(Kind.DROP_PATTERN, "plate", false))).isNull();
  }

  @Test
  void namesLinesThatNoSurvivorNeeds() throws IOException {
    Survivors survivors =
        survivors("own | acme | drop-pattern | * | a reason\nown | * | change-type | * | another");

    assertThat(survivors.unused(Set.of("acme"), true))
        .containsExactly("survivors.psv:2", "survivors.psv:3");
    assertThat(survivors.unused(Set.of("acme"), false)).containsExactly("survivors.psv:2");

    survivors.reason("acme", survivor(Kind.DROP_PATTERN, "plate", false));

    assertThat(survivors.unused(Set.of("acme"), true)).containsExactly("survivors.psv:3");
  }

  @Test
  void refusesALineWithoutAReason() {
    assertThatThrownBy(() -> survivors("own | acme | drop-pattern | *"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("survivors.psv:2: expected");
  }

  private Survivors survivors(String lines) throws IOException {
    return Survivors.read(Files.writeString(temp.resolve("survivors.psv"), HEADER + lines));
  }

  private static Verdict survivor(Kind kind, String property, boolean documented) {
    String place = "/components/schemas/Car/properties/" + property + "/pattern";
    return new Verdict(
        new Mutant(kind, place, "^A -> none", place, all -> {}, documented, Set.of()), "", "");
  }
}
