package dev.forecourt.contract.importer.overlay;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.forecourt.contract.importer.place.Place;
import dev.forecourt.contract.importer.text.TreeReader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class ApplierTest {
  private final ObjectNode document =
      (ObjectNode)
          tree(
              "{a: {b: {c: 1}}, list: [{n: 1}, {n: 2}, {n: 3}], \"it's /x\": {c: 1}, paths: {/pets: {get: {tags: [P]}, post: {}}}}");

  private static JsonNode tree(String yaml) {
    return TreeReader.read("t", yaml.getBytes(StandardCharsets.UTF_8)).tree();
  }

  private static Action update(String target, String value) {
    return Action.update(target, "Why.", false, tree(value));
  }

  @ParameterizedTest(name = "{0} with {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "$|{a: {b: {d: 2}}}|/a|{b: {c: 1, d: 2}}",
        "$.a.b|{c: 2}|/a|{b: {c: 2}}",
        "$['a']['b']|{c: {x: 1}}|/a|{b: {c: {x: 1}}}",
        "$[\"it's /x\"]|{d: 1}|/it's ~1x|{c: 1, d: 1}",
        "$['it\\'s /x']|{d: 1}|/it's ~1x|{c: 1, d: 1}",
        "$.list|{n: 4}|/list|[{n: 1}, {n: 2}, {n: 3}, {n: 4}]",
        "$.list[1]|{m: 1}|/list|[{n: 1}, {n: 2, m: 1}, {n: 3}]",
        "$.list[*]|{m: 1}|/list|[{n: 1, m: 1}, {n: 2, m: 1}, {n: 3, m: 1}]",
        "$.list[?(@.n > 1)]|{m: 1}|/list|[{n: 1}, {n: 2, m: 1}, {n: 3, m: 1}]",
        "$.list[?@.n == 2]|{m: 1}|/list|[{n: 1}, {n: 2, m: 1}, {n: 3}]",
        "$.paths[*][*]|{x: 1}|/paths/~1pets|{get: {tags: [P], x: 1}, post: {x: 1}}",
        "$.paths.*.get|{tags: [Q]}|/paths/~1pets/get|{tags: [P, Q]}",
      })
  void merges(String target, String value, String place, String result) {
    boolean matched = Applier.apply(update(target, value), document);

    assertThat(matched).isTrue();
    assertThat(document.at(place)).isEqualTo(tree(result));
  }

  @Test
  void removesSeveralElementsOfAList() {
    Applier.apply(Action.remove("$.list[?(@.n < 3)]", "Why.", false), document);

    assertThat(document.path("list")).isEqualTo(tree("[{n: 3}]"));
  }

  @Test
  void removesAScalar() {
    Applier.apply(Action.remove("$.a.b.c", "Why.", false), document);

    assertThat(document.at("/a/b")).isEmpty();
  }

  @Test
  void doesNothingWhereNothingIsSelected() {
    ObjectNode before = document.deepCopy();

    boolean matched = Applier.apply(update("$.nowhere", "{a: 1}"), document);

    assertThat(matched).isFalse();
    assertThat(document).isEqualTo(before);
  }

  @Test
  void doesNotMergeIntoAScalar() {
    assertThatThrownBy(() -> Applier.apply(update("$.a.b.c", "{d: 1}"), document))
        .isInstanceOf(BadOverlay.class)
        .hasMessageContaining("$['a']['b']['c'] is a number. Target what holds it.");
  }

  @Test
  void doesNotRemoveTheDocument() {
    assertThatThrownBy(() -> Applier.apply(Action.remove("$", "Why.", false), document))
        .isInstanceOf(BadOverlay.class);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "paths",
        "$.list[?(@.n =~ /1/)]",
        "$.list.length()",
        "$.list[",
        "$..[?(@.n in [1])]"
      })
  void refusesWhatIsNotJsonPathOfTheRfc(String target) {
    assertThatThrownBy(() -> Applier.apply(update(target, "{a: 1}"), document))
        .isInstanceOf(BadOverlay.class)
        .hasMessageContaining(target);
  }

  @Test
  void everyKeyIsFoundAgainByItsNormalizedPath() {
    for (String key : List.of("a'b", "a\\b", "a\"b", "a\nb", "a,b", "", "ä", "a]['b", "\u0001")) {
      ObjectNode one = document.objectNode();
      one.putObject(key).put("x", 1);

      Applier.apply(update(Place.of(key).jsonPath(), "{y: 2}"), one);

      assertThat(one.path(key)).as(key).isEqualTo(tree("{x: 1, y: 2}"));
    }
  }

  @Test
  void anOverlayIsReadAsItWasWritten() {
    List<Action> actions =
        List.of(
            Action.update("$.a", "One.", true, tree("{x: '012', y: 1.50, z: 'yes'}")),
            Action.remove("$.b", "Two.", false),
            Action.update("$.c", "Three.", false, tree("{n: {}}")).copying("/c/o"));

    String text = Overlay.write("Acme", "vendor/acme.yaml", actions);

    assertThat(Overlay.read(text)).isEqualTo(actions);
  }

  @Test
  void saysEverythingThatIsWrongWithAnOverlay() {
    assertThatThrownBy(
            () -> Overlay.read("overlay: 2.0.0\nactions: [{target: a}, {target: $.b}]\n"))
        .isInstanceOf(BadOverlay.class)
        .hasMessage(
            """
            overlay.yaml: 'overlay' is not 1.0.x.
            overlay.yaml, action 1: target 'a' is no JSONPath.
            overlay.yaml, action 1: has neither update nor remove.
            overlay.yaml, action 2: has neither update nor remove.""");
  }
}
