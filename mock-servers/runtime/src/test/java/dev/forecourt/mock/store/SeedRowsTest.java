package dev.forecourt.mock.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import org.junit.jupiter.api.Test;

final class SeedRowsTest {

  @Test
  void readsColumnsAndLeavesOutCommentsAndBlankLines() {
    assertThat(SeedRows.of(SeedRowsTest.class, "people.psv"))
        .containsExactly(new String[] {"Zoé", "29"}, new String[] {"O'Connor", ""});
  }

  @Test
  void namesAFileThatIsMissing() {
    assertThatIllegalStateException()
        .isThrownBy(() -> SeedRows.of(SeedRowsTest.class, "none.psv"))
        .withMessage("The JAR has no seed file none.psv");
  }
}
