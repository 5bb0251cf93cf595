package dev.forecourt.mock.json;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class JsonTreeTest {

  private final Map<String, @Nullable Object> tree =
      JsonTree.object(read("{\"a\":{\"b\":[{\"c\":1},2]},\"n\":null}"));

  @Test
  void findsWhatIsInside() {
    assertThat(JsonTree.at(tree, "a", "b")).isEqualTo(List.of(Map.of("c", 1L), 2L));
    assertThat(JsonTree.at(tree)).isSameAs(tree);
    assertThat(JsonTree.at(tree, "n", "x")).isNull();
  }

  @Test
  void takesWhatIsNoObjectForAnEmptyOne() {
    assertThat(JsonTree.object(null)).isEmpty();
    assertThat(JsonTree.objects("x")).isEmpty();
    assertThat(JsonTree.objects(JsonTree.at(tree, "a", "b")))
        .containsExactly(Map.of("c", 1L), Map.of());
  }

  @Test
  void copiesWhatIsInsideToo() {
    Map<String, @Nullable Object> copy = JsonTree.copy(tree);

    assertThat(copy).isEqualTo(tree);
    JsonTree.object(copy.get("a")).clear();
    assertThat(JsonTree.at(tree, "a", "b")).isNotNull();
  }

  private static @Nullable Object read(String json) {
    try {
      return JsonReader.read(json.getBytes(StandardCharsets.UTF_8));
    } catch (JsonProblem e) {
      throw new AssertionError(e);
    }
  }
}
