package dev.forecourt.mock.convention;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.mock.contract.Operation;
import dev.forecourt.mock.json.JsonTree;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Pages of ten rows, by each style of paging. */
final class ItemPageTest {

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "offset | 0 | 4 | 0 3 | 4",
        "offset | 8 | 4 | 8 9 | -",
        "offset | 99 | 4 | none | -",
        "page | 1 | 4 | 0 3 | 2",
        "page | 3 | 4 | 8 9 | -",
        "cursor | - | 6 | 0 5 | 6",
        "cursor | 6 | 6 | 6 9 | -",
        "link | 2 | 5 | 5 9 | -",
        "offset | x | 0 | 0 0 | 1",
      })
  void cutsByItsStyle(
      String style,
      @Nullable String at,
      @Nullable String size,
      String rows,
      @Nullable String next) {
    Call call = new Call().query("at", at).query("size", size);

    ItemPage page = ItemPage.of(rows(), plan(style), call);

    assertThat(shown(page)).isEqualTo(rows);
    assertThat(page.next()).isEqualTo(next);
    assertThat(page.total()).isEqualTo(10);
  }

  @Test
  void hasAllRowsWhereNothingPages() {
    ItemPlan plan = new ItemPlan(operation(), 0, "{\"role\":\"list\"}", "{}");

    assertThat(shown(ItemPage.of(rows(), plan, new Call()))).isEqualTo("0 9");
  }

  @Test
  void countsPages() {
    ItemPage page = ItemPage.of(rows(), plan("page"), new Call().query("size", 4L));

    assertThat(page.pages()).isEqualTo(3);
  }

  @Test
  void linksToTheNextPageWithAllThatWasAsked() {
    Call call = new Call().path("id", "a b").query("q", List.of("x&y", "z")).query("size", 4L);
    ItemPlan plan = plan("link");

    assertThat(ItemPage.of(rows(), plan, call).link(plan, call))
        .isEqualTo("/pets/a+b?q=x%26y&q=z&size=4&at=2");
  }

  private static ItemPlan plan(String style) {
    return new ItemPlan(
        operation(),
        0,
        "{\"role\":\"list\"}",
        "{\"style\":\"%s\",\"parameter\":\"at\",\"size\":\"size\"}".formatted(style));
  }

  private static Operation operation() {
    return new Operation("listPets", "GET", "/pets/{id}", List.of(200), List.of(), List.of());
  }

  private static List<Map<String, @Nullable Object>> rows() {
    List<Map<String, @Nullable Object>> rows = new ArrayList<>();
    for (long i = 0; i < 10; i++) {
      Map<String, @Nullable Object> row = new LinkedHashMap<>();
      row.put("item", new LinkedHashMap<>(Map.of("n", i)));
      rows.add(row);
    }
    return rows;
  }

  private static String shown(ItemPage page) {
    if (page.rows().isEmpty()) {
      return "none";
    }
    List<Object> numbers = new ArrayList<>();
    page.rows().forEach(each -> numbers.add(String.valueOf(JsonTree.at(each, "item", "n"))));
    return numbers.get(0) + " " + numbers.get(numbers.size() - 1);
  }
}
