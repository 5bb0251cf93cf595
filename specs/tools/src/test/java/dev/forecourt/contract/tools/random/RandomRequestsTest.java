package dev.forecourt.contract.tools.random;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.forecourt.contract.tools.Contracts;
import dev.forecourt.contract.tools.random.Defect.Rule;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

final class RandomRequestsTest {

  private static final Path SPECS = Path.of(System.getProperty("forecourt.specs"));
  private static final RandomRequests FIDCAR = RandomRequests.of(SPECS.resolve("fidcar"));

  private static final Set<String> RARE = Set.of("notifyCustomers", "importAppointments");

  @Test
  void makesTheSameRequestOfTheSameSeed() {
    RandomRequest first = FIDCAR.broken("createDealership", 42);
    RandomRequest again = FIDCAR.broken("createDealership", 42);
    RandomRequest other = FIDCAR.broken("createDealership", 43);

    assertThat(again.curl("")).isEqualTo(first.curl(""));
    assertThat(other.curl("")).isNotEqualTo(first.curl(""));
  }

  @Test
  void breaksEveryRuleSomewhere() throws IOException {
    Set<Rule> broken = EnumSet.noneOf(Rule.class);
    for (String vendor : Contracts.vendors(SPECS)) {
      RandomRequests requests = RandomRequests.of(SPECS.resolve(vendor));
      for (String operation : requests.operations()) {
        // two have rules that no other operation has, and many more
        for (long seed = 0; seed < (RARE.contains(operation) ? 300 : 20); seed++) {
          Defect defect = requests.broken(operation, seed).defect();
          broken.add(defect == null ? Rule.UNKNOWN : defect.rule());
        }
      }
    }

    assertThat(broken).containsExactlyInAnyOrder(Rule.values());
  }

  @Test
  void sendsEveryDocumentedParameterSometimesAndNoOther() {
    Set<String> sent = new TreeSet<>();
    for (long seed = 0; seed < 200; seed++) {
      FIDCAR.valid("listDealerships", seed).query().forEach(each -> sent.add(each.getKey()));
    }

    assertThat(sent).containsExactly("bridge", "code", "limit", "page", "siret");
  }

  @Test
  void reachesTheLimitsAndPassesThemOnlyWhenBroken() {
    List<Long> limits =
        LongStream.range(0, 500)
            .mapToObj(seed -> FIDCAR.valid("listDealerships", seed))
            .flatMap(each -> each.query().stream())
            .filter(each -> each.getKey().equals("limit"))
            .map(each -> Long.valueOf(each.getValue()))
            .toList();

    assertThat(limits).contains(1L, 100L).allMatch(each -> each >= 1 && each <= 100);
    assertThat(found("listDealerships", Rule.ABOVE_MAXIMUM)).containsOnly("101");
    assertThat(found("listDealerships", Rule.BELOW_MINIMUM)).containsOnly("0");
  }

  @Test
  void leavesOutEachRequiredFieldOfAForm() {
    Set<String> places = new TreeSet<>();
    for (long seed = 0; seed < 2000; seed++) {
      Defect defect = FIDCAR.broken("createDealership", seed).defect();
      if (defect != null && defect.rule() == Rule.MISSING) {
        places.add(defect.place());
      }
    }

    assertThat(places)
        .containsExactly(
            "body", "form city", "form phone", "form street", "form title", "form zipcode");
  }

  @Test
  void writesALineThatAShellReads() {
    RandomRequest request =
        new RandomRequest(
            "x",
            1,
            "POST",
            "/a",
            List.of(Map.entry("b c", "d&é")),
            List.of(Map.entry("Accept", "")),
            "it's\n".getBytes(StandardCharsets.UTF_8),
            null,
            Set.of());

    assertThat(request.curl("http://h"))
        .isEqualTo(
            "curl -X POST -H 'Accept;' --data-binary $'it\\'s\\x0a' 'http://h/a?b+c=d%26%C3%A9'");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "^(all|[<>]?\\d{1,2})$",
        "^([01]\\d|2[0-3]):[0-5]\\d$",
        "^-?\\d+(\\.\\d+)?$",
        "^([^|]*|(=|<>|<=?|>=?)\\|[\\s\\S]*)$",
        "^(?:\\w+\\s[\\d.]{2})$"
      })
  void makesTextsForAPattern(String pattern) {
    Random random = new Random(1);

    for (int i = 0; i < 500; i++) {
      assertThat(PatternText.of(pattern, random)).containsPattern(pattern);
    }
  }

  @Test
  void refusesAPatternThatItCannotRead() {
    assertThatThrownBy(() -> PatternText.of("^\\p{L}+$", new Random(1)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("Cannot make texts for the pattern ^\\p{L}+$");
  }

  private static Set<String> found(String operation, Rule rule) {
    Set<String> found = new TreeSet<>();
    for (long seed = 0; seed < 1000; seed++) {
      Defect defect = FIDCAR.broken(operation, seed).defect();
      if (defect != null && defect.rule() == rule && defect.place().equals("query limit")) {
        found.add(defect.found());
      }
    }
    return found;
  }
}
