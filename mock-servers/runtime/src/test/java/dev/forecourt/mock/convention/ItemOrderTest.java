package dev.forecourt.mock.convention;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class ItemOrderTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "n | [2, 9, 10]",
        "+n | [2, 9, 10]",
        "-n | [10, 9, 2]",
        "n:desc | [10, 9, 2]",
        "n desc | [10, 9, 2]",
        "n,DESC | [10, 9, 2]",
        "n:asc | [2, 9, 10]",
        "n,other | [2, 9, 10]",
        "other | [9, 10, 2]",
      })
  void sortsInTheSpellingsOfVendors(String wanted, String order) {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>(List.of(row(9), row(10), row(2)));

    ItemOrder.sort(rows, wanted);

    assertThat(rows.stream().map(each -> ConventionState.item(each).get("n")).toList().toString())
        .isEqualTo(order);
  }

  private static Map<String, @Nullable Object> row(long n) {
    Map<String, @Nullable Object> row = new LinkedHashMap<>();
    row.put("item", new LinkedHashMap<>(Map.of("n", n)));
    return row;
  }
}
