package dev.forecourt.mock.store;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
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

  @Test
  void readsEachCellAsItsColumnSays() {
    List<Map<String, @Nullable Object>> rows = SeedRows.objects(SeedRowsTest.class, "cells.psv");

    assertThat(rows)
        .containsExactly(
            row("7", 7L, true, new BigDecimal("4.5")),
            row("n", new BigDecimal("2.50"), false, "4.5"),
            row(null, null, null, true),
            row("hsn", 0L, true, "0588"));
  }

  @Test
  void readsRowsAsRecords() {
    List<Visit> visits = SeedRows.records(Visit.class, "visits.psv");

    assertThat(visits)
        .containsExactly(
            new Visit(-1, "08:00", new BigDecimal("4.5")), new Visit(2, null, new BigDecimal("0")));
  }

  private record Visit(long day, @Nullable String time, BigDecimal price) {}

  private static Map<String, @Nullable Object> row(@Nullable Object... cells) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    List<String> names = Arrays.asList("name", "size", "new", "tread");
    for (int i = 0; i < cells.length; i++) {
      row.put(names.get(i), cells[i]);
    }
    return row;
  }
}
