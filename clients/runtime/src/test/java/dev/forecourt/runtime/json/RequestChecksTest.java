package dev.forecourt.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.math.BigDecimal;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Consumer;
import java.util.function.Predicate;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RequestChecksTest {

  private static void check(Consumer<RequestChecks> rules) {
    RequestChecks checks = new RequestChecks("Thing");
    rules.accept(checks);
    checks.refuse();
  }

  private static void assertRefused(Consumer<RequestChecks> rule, String violation) {
    assertThatThrownBy(() -> check(rule))
        .isInstanceOf(IllegalStateException.class)
        .hasMessage("Thing: " + violation + " before build().");
  }

  @ParameterizedTest
  @CsvSource({
    "atLeast, 1, 1, true",
    "atLeast, 0, 1, false",
    "atLeast, 0.999, 1, false",
    "atMost, 100, 100, true",
    "atMost, 101, 100, false",
    "atMost, 100.0001, 100, false",
    "above, 1, 1, false",
    "above, 1.1, 1, true",
    "below, 5, 5, false",
    "below, 4.9, 5, true",
    "multipleOf, 10, 2.5, true",
    "multipleOf, 10.1, 2.5, false"
  })
  void comparesNumbersExactly(String rule, BigDecimal value, String bound, boolean fits) {
    Consumer<RequestChecks> checked =
        checks -> {
          switch (rule) {
            case "atLeast" -> checks.atLeast("n", value, bound);
            case "atMost" -> checks.atMost("n", value, bound);
            case "above" -> checks.above("n", value, bound);
            case "below" -> checks.below("n", value, bound);
            default -> checks.multipleOf("n", value, bound);
          }
        };

    if (fits) {
      check(checked);
    } else {
      assertThatThrownBy(() -> check(checked)).hasMessageStartingWith("Thing: 'n' must be ");
    }
  }

  @Test
  void comparesNumbersOfEveryType() {
    check(
        checks -> {
          checks.atMost("n", Long.MAX_VALUE, "9223372036854775807");
          checks.atLeast("n", 0.1f, "0.1");
          checks.atMost("n", (Integer) null, "1");
          checks.above("n", RequestChecks.number(LooseNumber.of("x")), "1");
        });
    assertRefused(
        checks -> checks.atMost("n", Double.POSITIVE_INFINITY, "5"),
        "'n' must be 5 or less. Change it");
    assertRefused(
        checks -> checks.atLeast("n", RequestChecks.number(LooseNumber.of("-1")), "0"),
        "'n' must be 0 or more. Change it");
  }

  @Test
  void countsCharactersAsCodePoints() {
    check(checks -> checks.maxLength("t", "😀😀", 2));
    assertRefused(checks -> checks.minLength("t", "", 1), "'t' must not be empty. Change it");
    assertRefused(
        checks -> checks.minLength("t", "😀", 2),
        "'t' must have 2 characters or more, and has 1. Change it");
    assertRefused(
        checks -> checks.maxLength("t", "😀😀😀", 2),
        "'t' must have 2 characters or less, and has 3. Change it");
  }

  private record Tongue(String value, boolean isListed) implements OpenEnum<String> {}

  @Test
  void looksAtTheTextOfAnEnumerationThatTakesOthers() {
    TextPattern pattern = new TextPattern("^[a-z]*$", "^[a-z]*\\z");

    check(checks -> checks.pattern("l", new Tongue("fr", false), pattern));
    assertRefused(
        checks -> checks.pattern("l", new Tongue("fr\n", false), pattern),
        "'l' must match ^[a-z]*$. Change it");
  }

  @Test
  void looksAtEveryTextOfAFilter() {
    TextPattern pattern = new TextPattern("^a", "^a");

    check(checks -> checks.pattern("f", FilterValue.of(5), pattern));
    check(
        checks ->
            checks.pattern("f", FilterValue.all(FilterValue.of("a"), FilterValue.of(1)), pattern));
    assertRefused(
        checks -> checks.pattern("f", FilterValue.all(FilterValue.of("b")), pattern),
        "'f' must match ^a. Change it");
  }

  @Test
  void countsElementsAndMembers() {
    check(checks -> checks.uniqueItems("l", List.of(1, 2)));
    assertRefused(
        checks -> checks.uniqueItems("l", List.of(1, 1)), "'l' must hold nothing twice. Change it");
    assertRefused(
        checks -> checks.minItems("l", List.of(), 1),
        "'l' must hold 1 or more, and holds 0. Change it");
    assertRefused(
        checks -> checks.maxItems("l", Arrays.asList(null, null), 1),
        "'l' must hold 1 or less, and holds 2. Change it");
    assertRefused(
        checks -> checks.minProperties("m", Map.of(), 1),
        "'m' must have 1 or more members, and has 0. Change it");
    assertRefused(
        checks -> checks.only("b", false, true), "'b' must be true or not set. Change it");
  }

  @Test
  void takesAMemberSetAsJsonForSet() {
    Members.Builder json = new Members.Builder();
    json.unknown("id", Json.of(1));
    Members.Builder none = new Members.Builder();
    none.given("id", null);

    check(checks -> checks.required("id", null, json.build()));
    check(checks -> checks.present("id", null, none.build()));
    assertRefused(
        checks -> checks.required("id", null, none.build()),
        "'id' is required and not set. Set it");
    assertRefused(
        checks -> checks.present("id", null, Members.NONE), "'id' is required and not set. Set it");
  }

  @Test
  void asksForOneOfSeveral() {
    Predicate<String> a = Set.of("a")::contains;

    check(checks -> checks.oneOf(a, "a", "b"));
    check(checks -> checks.anyOf(a, "b", "a"));
    assertRefused(
        checks -> checks.oneOf(member -> true, "a", "b"),
        "exactly one of 'a', 'b' is required and 'a', 'b' are set. Set one");
    assertRefused(
        checks -> checks.anyOf(a, "b", "c"),
        "one of 'b', 'c' is required and none is set. Set one");
    assertRefused(checks -> checks.allOf(a, "a", "b"), "'b' is required and not set. Set it");
  }

  @Test
  void namesAllViolationsAtAnyDepthInOneMessage() {
    Checked inner = checks -> checks.minLength("name", "", 1);

    assertThatThrownBy(
            () ->
                RequestChecks.refuse(
                    "Thing",
                    checks -> {
                      checks.within("one", inner);
                      checks.within("list", List.of(inner, inner));
                      checks.within("map", Map.of("k", inner));
                      checks.atMost("n", 7, "5");
                    }))
        .hasMessage(
            "Thing: 5 things are not as the contract asks: 'one.name' must not be empty;"
                + " 'list[0].name' must not be empty; 'list[1].name' must not be empty;"
                + " 'map.k.name' must not be empty; 'n' must be 5 or less. Change them before"
                + " build().");
  }

  @Test
  void refusesArgumentsOfACall() {
    RequestChecks checks = new RequestChecks("getThing");
    checks.minLength("id", "", 1);

    assertThatThrownBy(checks::refuseArguments)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("getThing: 'id' must not be empty. Change it before the call.");
  }

  @Test
  void doesNotShowTheValue() {
    assertThatThrownBy(
            () ->
                check(
                    checks -> checks.pattern("iban", "DE02 s3cret", new TextPattern("^x$", "^x$"))))
        .message()
        .doesNotContain("s3cret");
    assertThat(new TextPattern("^x$", "^x$")).hasToString("^x$");
  }
}
