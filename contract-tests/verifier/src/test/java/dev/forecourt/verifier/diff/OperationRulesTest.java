package dev.forecourt.verifier.diff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonPointer;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Matcher;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Each change of {@code operation-rules.psv} in the contract of a garage. */
class OperationRulesTest {
  /** Rules of more than one place: they have tests of their own. */
  private static final Set<String> ELSEWHERE =
      Set.of("operation-moved", "path-parameter-renamed", "vendor-added", "vendor-removed");

  static Stream<String[]> cases() {
    return Psv.read("operation-rules.psv");
  }

  @ParameterizedTest(name = "{0}: {1} -> {2}")
  @MethodSource("cases")
  void meansWhatTheTableSays(
      String place, String before, String after, String rules, String backwards) {
    JsonNode old = garage(place, before);
    JsonNode now = garage(place, after);

    assertThat(rules(old, now)).isEqualTo(expected(rules));
    assertThat(rules(now, old)).isEqualTo(expected(backwards));
  }

  @Test
  void everyRuleHasACase() {
    Set<String> planted =
        cases()
            .flatMap(line -> Arrays.stream(line).skip(3))
            .flatMap(cell -> expected(cell).stream())
            .map(rule -> rule.split(" ")[0])
            .collect(Collectors.toCollection(TreeSet::new));
    planted.addAll(ELSEWHERE);
    // a parameter or header may be deprecated, and so may its schema
    planted.removeIf(rule -> rule.matches("(request-parameter|response-header)-.*deprecated"));

    assertThat(planted)
        .isEqualTo(
            Arrays.stream(OperationRule.values())
                .map(rule -> rule.rule().id())
                .collect(Collectors.toCollection(TreeSet::new)));
  }

  @Test
  void takesARenamedSchemaForTheSameKindIfTheContractListsTheKinds() {
    String kinds =
        """
        CarPage:
              oneOf: [{$ref: '#/components/schemas/Car'}, {$ref: '#/components/schemas/Bus'}]
              discriminator: {propertyName: kind, mapping: {b: '#/components/schemas/Bus'}}
            Bus: {type: object, properties: {seats: {type: integer}}}
        """;
    String old =
        Psv.text("garage.yaml")
            .replaceFirst("CarPage: \\{type.*\n", Matcher.quoteReplacement(kinds));
    List<String> ofJava =
        List.of("class-added HH", "class-removed HB", "response-body-class-changed HB");

    assertThat(rules(Psv.yaml(old), Psv.yaml(old.replace("Bus", "Coach"))))
        .containsExactlyInAnyOrderElementsOf(ofJava);
    assertThat(rules(Psv.yaml(old), Psv.yaml(old.replace("{b:", "{Car: Car, b:")))).isEmpty();

    String unlisted = old.replaceFirst(", mapping: \\{.*?}", "");
    assertThat(rules(Psv.yaml(unlisted), Psv.yaml(unlisted.replace("Bus", "Coach"))))
        .containsAll(ofJava)
        .contains(
            "response-body-discriminator-mapping-added BA",
            "response-body-discriminator-mapping-removed HH");
  }

  @Test
  void seesAnOperationThatMoved() {
    JsonNode now = Psv.yaml(Psv.text("garage.yaml").replace("/cars/{id}:", "/vehicles/{id}:"));

    assertThat(rules(garage(), now)).containsExactly("operation-moved BH");
  }

  @Test
  void comparesAnOperationThatMoved() {
    JsonNode now =
        Psv.yaml(
            Psv.text("garage.yaml")
                .replace("/cars/{id}:", "/vehicles/{id}:")
                .replace("operationId: getCar", "operationId: getCar\n      deprecated: true"));

    assertThat(rules(garage(), now))
        .containsExactly("operation-deprecated AA", "operation-moved BH");
  }

  @Test
  void seesThatAPathParameterOnlyHasAnotherName() {
    JsonNode now =
        Psv.yaml(
            Psv.text("garage.yaml")
                .replace("/cars/{id}:", "/cars/{car}:")
                .replace("{name: id,", "{name: car,"));

    assertThat(rules(garage(), now)).containsExactly("path-parameter-renamed HH");
  }

  @Test
  void seesThatACredentialOnlyHasAnotherName() {
    JsonNode now =
        Psv.yaml(
            Psv.text("garage.yaml")
                .replace("- Key: []", "- ApiKey: []")
                .replace("    Key: {", "    ApiKey: {"));

    assertThat(rules(garage(), now))
        .containsExactly("security-scheme-added HH", "security-scheme-removed HA");
  }

  @Test
  void comparesTheBodiesOfASuccessThatHasAnotherStatus() {
    JsonNode now =
        Psv.yaml(
            Psv.text("garage.yaml")
                .replace("\"201\":", "\"202\":")
                .replace(
                    "description: Created.\n          content: {application/json: {schema: {$ref: '#/components/schemas/Car'}}}",
                    "description: Created.\n          content: {application/json: {schema: {type: string}}}"));

    assertThat(rules(garage(), now))
        .containsExactly(
            "response-body-type-changed BB",
            "success-status-added AH",
            "success-status-removed BH");
  }

  private static JsonNode garage() {
    return Psv.yaml(Psv.text("garage.yaml"));
  }

  private static JsonNode garage(String place, String value) {
    JsonNode garage = garage();
    JsonPointer pointer = JsonPointer.compile(place);
    JsonNode parent = garage.at(pointer.head());
    assertThat(parent.isMissingNode()).as(place).isFalse();
    String name = pointer.last().getMatchingProperty();
    boolean nothing = value.equals("-");
    if (parent instanceof ArrayNode list) {
      int index = Integer.parseInt(name);
      if (index < list.size()) {
        list.remove(index);
      }
      if (!nothing) {
        list.insert(index, Psv.yaml(value));
      }
    } else {
      ((ObjectNode) parent).remove(name);
      if (!nothing) {
        ((ObjectNode) parent).set(name, Psv.yaml(value));
      }
    }
    return garage;
  }

  private static Set<String> rules(JsonNode before, JsonNode after) {
    return ContractComparison.between(before, after).stream()
        .map(change -> change.rule())
        .map(
            rule ->
                "%s %s%s"
                    .formatted(
                        rule.id(), rule.http().name().charAt(0), rule.java().name().charAt(0)))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> expected(String cell) {
    return Arrays.stream(cell.split(", "))
        .filter(rule -> !rule.equals("-"))
        .collect(Collectors.toCollection(TreeSet::new));
  }
}
