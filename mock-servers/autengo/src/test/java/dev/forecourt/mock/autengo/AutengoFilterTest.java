package dev.forecourt.mock.autengo;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.IntPredicate;
import java.util.function.Predicate;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Filters: every operator on every column, and how conditions combine. */
final class AutengoFilterTest extends AbstractAutengoTest {

  private static final Map<String, IntPredicate> OPERATORS =
      Map.of(
          "", order -> order == 0,
          "=|", order -> order == 0,
          "<>|", order -> order != 0,
          "<|", order -> order < 0,
          "<=|", order -> order <= 0,
          ">|", order -> order > 0,
          ">=|", order -> order >= 0);

  /** All columns that the vendor lists, in its order (autengo.txt L131-133). */
  static Stream<String> columns() {
    return Stream.of(
        ("created, updated, makeId, makeName, modelId, modelName, modelVersion, vehicleState,"
                + " firstRegistration, constructionDate, kilometers, vehicleTypeId, trimLine,"
                + " modelRange, climatisationType, conditionType, powerKw, cubicCapacity, doorCount,"
                + " seatCount, pollutionBadge, colorId, isMetallicColor, airbagType, interiorType,"
                + " interiorColorId, fuelType, fuelDetailType, transmissionType, isDamaged,"
                + " hadAccidentDamage, isDrivable, hasFullServiceHistory, cylinders, price,"
                + " isPluginHybrid, isE10Enabled, driveType, previousOwnerCount")
            .split(", "));
  }

  @Test
  void knowsTheTypeOfEveryColumn() {
    assertThat(Column.all())
        .extracting(Column::name)
        .containsExactlyInAnyOrderElementsOf(columns().toList())
        .hasSize(39);
  }

  @ParameterizedTest
  @MethodSource("columns")
  void comparesByEveryOperator(String column) {
    List<Map<String, Object>> stock = stock();
    for (String value : someValues(stock, column)) {
      OPERATORS.forEach(
          (operator, accepts) -> {
            Set<Object> expected = new LinkedHashSet<>();
            for (Map<String, Object> vehicle : stock) {
              Object actual = value(vehicle, column);
              if (actual == null ? operator.equals("<>|") : accepts.test(order(actual, value))) {
                expected.add(vehicle.get("sellingId"));
              }
            }

            Answer answer = vehicles("and[" + column + "]", operator + value, "limit", "200");

            assertThat(answer.each("sellingId"))
                .as("%s %s %s", column, operator, value)
                .containsExactlyInAnyOrderElementsOf(expected);
            assertThat(answer.at("total")).isEqualTo((long) expected.size());
          });
    }
  }

  @ParameterizedTest
  @MethodSource("columns")
  void ordersByEveryColumn(String column) {
    List<Object> up = ordered(column, "asc");
    List<Object> down = ordered(column, "desc");

    assertThat(up).hasSize(200).containsExactlyInAnyOrderElementsOf(down);
    Map<Object, Map<String, Object>> byId = new HashMap<>();
    stock().forEach(each -> byId.put(each.get("sellingId"), each));
    for (int i = 1; i < 200; i++) {
      Object before = value(byId.get(up.get(i - 1)), column);
      Object after = value(byId.get(up.get(i)), column);
      assertThat(after == null || order(before, String.valueOf(after)) <= 0).isTrue();
    }
  }

  private static List<Object> ordered(String column, String dir) {
    return vehicles("order[field]", column, "order[dir]", dir, "limit", "200").each("sellingId");
  }

  /** The stock with plain keys and hidden columns, as the control shows it. */
  @SuppressWarnings("unchecked")
  private static List<Map<String, Object>> stock() {
    return (List<Map<String, Object>>) get("/__mock/state").json().get("vehicles");
  }

  private static Object value(Map<String, Object> vehicle, String column) {
    if (column.equals("price")) {
      return vehicle.get("dealerPrice");
    }
    return vehicle.containsKey(column)
        ? vehicle.get(column)
        : ((Map<?, ?>) vehicle.get("columns")).get(column);
  }

  private static List<String> someValues(List<Map<String, Object>> stock, String column) {
    LinkedHashSet<String> values = new LinkedHashSet<>();
    for (Map<String, Object> vehicle : stock) {
      Object value = value(vehicle, column);
      if (value != null) {
        values.add(value.toString());
      }
    }
    assertThat(values).as("%s has values", column).isNotEmpty();
    List<String> some = new ArrayList<>(values);
    return some.subList(0, Math.min(3, some.size()));
  }

  /** Written apart from the stub's own comparison: numbers by double, all else by its text. */
  private static int order(Object actual, String wanted) {
    if (actual instanceof Number number) {
      return Double.compare(number.doubleValue(), Double.parseDouble(wanted));
    }
    return actual.toString().compareToIgnoreCase(wanted);
  }

  @Test
  void wantsEveryConditionUnderAnd() {
    Answer answer =
        vehicles(
            "and[kilometers][]",
            ">=|25000",
            "and[kilometers][]",
            "<=|100000",
            "and[fuelType]",
            "diesel",
            "limit",
            "200");

    assertThat(answer.list()).isNotEmpty();
    assertThat(answer.each("kilometers")).allSatisfy(between(25_000, 100_000));
    assertThat(answer.each("fuelType")).containsOnly("diesel");
  }

  private static Consumer<Object> between(long least, long most) {
    return each -> assertThat((Long) each).isBetween(least, most);
  }

  @Test
  void wantsOneConditionUnderOr() {
    long three = total("and[colorId]", "3");
    long four = total("and[colorId]", "4");
    long damaged =
        total("and[isDamaged]", "true", "and[colorId][]", "<>|3", "and[colorId][]", "<>|4");

    assertThat(total("or[colorId][]", "3", "or[colorId][]", "4")).isEqualTo(three + four);
    assertThat(total("or[colorId][]", "3", "or[colorId][]", "4", "or[isDamaged]", "true"))
        .isEqualTo(three + four + damaged);
  }

  @Test
  void wantsBothGroups() {
    Answer answer =
        vehicles(
            "and[makeName]", "Ford", "or[colorId][]", "3", "or[colorId][]", "4", "limit", "200");

    assertThat(answer.list()).isNotEmpty();
    assertThat(answer.each("makeName")).containsOnly("Ford");
    assertThat(answer.each("colorId")).containsOnly(3L, 4L);
  }

  @Test
  void findsNothingThatHasTwoValuesAtOnce() {
    assertThat(total("and[colorId][]", "3", "and[colorId][]", "4")).isZero();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "or%5BcolorId%5D%5B%5D=3&or%5BcolorId%5D%5B%5D=4",
        "or%5BcolorId%5D%5B0%5D=3&or%5BcolorId%5D%5B1%5D=4",
        "or%5BcolorId%5D=3&or%5BcolorId%5D=4",
      })
  void meansTheSameByEveryFormOfAnArray(String query) {
    assertThat(get("/v3/vehicle?" + query).at("total"))
        .isEqualTo(total("and[colorId]", "3") + total("and[colorId]", "4"));
  }

  @Test
  void answersTheDocumentedList() {
    // evidence/samples/listVehicles.js
    Answer answer =
        vehicles(
            "search",
            "titanium",
            "and[vehicleState]",
            "inventory",
            "and[makeName]",
            "Ford",
            "and[kilometers][]",
            ">=|25000",
            "and[kilometers][]",
            "<=|250000",
            "and[firstRegistration][]",
            ">=|2017-01-01",
            "and[firstRegistration][]",
            "<|2018-01-01",
            "or[colorId][]",
            "3",
            "or[colorId][]",
            "4",
            "or[colorId][]",
            "5",
            "order[field]",
            "created",
            "order[dir]",
            "desc",
            "offset",
            "0",
            "limit",
            "25");

    assertThat(answer.list()).isNotEmpty();
    Predicate<Map<String, Object>> asked =
        each ->
            each.get("makeName").equals("Ford")
                && each.get("firstRegistration").toString().startsWith("2017-")
                && each.get("modelVersion").toString().contains("Titanium");
    assertThat(answer.list()).allMatch(asked);
  }

  @ParameterizedTest
  @CsvSource({"created, 2018-08-07", "updated, 2018-08-07 15:47:17"})
  void takesADayAsItsMidnight(String column, String time) {
    assertThat(
            total("and[" + column + "]", ">=|" + time) + total("and[" + column + "]", "<|" + time))
        .isEqualTo(200);
    assertThat(total("and[created][]", ">=|2018-08-07", "and[created][]", "<|2018-08-08"))
        .isEqualTo(1);
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      value = {
        "and[kilometers] -> abc -> a number but was 'abc'",
        "and[price] -> >=|1e -> a number but was '1e'",
        "or[isDamaged] -> yes -> true, false, 1 or 0 but was 'yes'",
        "and[firstRegistration] -> >=|2017-02-30 -> a day, YYYY-MM-DD but was '2017-02-30'",
        "and[created] -> <|yesterday -> a day or time, YYYY-MM-DD or YYYY-MM-DD HH:MM:SS but was 'yesterday'",
      })
  void refusesValuesAColumnCannotHold(String name, String value, String reason) {
    Answer answer = vehicles(name, value);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body())
        .isEqualTo(error("query parameter '" + name + "' must compare with " + reason));
  }

  @ParameterizedTest
  @CsvSource({"and[modelName], 320", "and[modelName], =|320", "and[makeName], ford"})
  void takesNumbersAsTextInColumnsOfText(String name, String value) {
    assertThat(total(name, value)).isPositive();
  }

  @ParameterizedTest
  @CsvSource({"and[kilometers], 1e999999999", "and[makeName], nobody", "and[trimLine], ''"})
  void findsNothingForValuesThatNoVehicleHas(String name, String value) {
    assertThat(total(name, value)).isZero();
  }

  private static long total(String... query) {
    Answer answer = vehicles(query);
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return (Long) answer.at("total");
  }
}
