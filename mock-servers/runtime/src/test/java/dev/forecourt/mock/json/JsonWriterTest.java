package dev.forecourt.mock.json;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

final class JsonWriterTest {

  @Test
  void setsCommasAndBrackets() {
    byte[] json =
        JsonWriter.object(
            out -> {
              out.field("a", 1).field("b", true).field("c", (String) null);
              out.object("d", inner -> {});
              out.array("e", List.of("x", "y"), out::value);
              out.name("f").raw("[1]".getBytes(StandardCharsets.UTF_8));
            });

    assertThat(text(json))
        .isEqualTo("{\"a\":1,\"b\":true,\"c\":null,\"d\":{},\"e\":[\"x\",\"y\"],\"f\":[1]}");
  }

  @Test
  void writesWhatItsReaderReads() throws JsonProblem {
    Map<String, Object> tree = new LinkedHashMap<>();
    tree.put("quotes \" \\ / \u0000 \u001f \r\n\t", "é ß 中 😀 \u007f \u2028");
    tree.put("numbers", List.of(0L, -5L, Long.MAX_VALUE));
    tree.put("nested", Map.of("list", List.of(List.of(), Map.of())));

    byte[] json =
        JsonWriter.object(out -> tree.forEach((name, value) -> out.name(name).tree(value)));

    assertThat(JsonReader.read(json)).isEqualTo(tree);
  }

  @Test
  void escapesHalfACharacter() {
    byte[] json = JsonWriter.object(out -> out.field("x", "a\ud83db"));

    assertThat(text(json)).isEqualTo("{\"x\":\"a\\ud83db\"}");
  }

  @Test
  void writesAnObjectWhileItWritesAnother() {
    byte[] json =
        JsonWriter.object(
            out -> {
              out.field("before", 1);
              out.name("inner").raw(JsonWriter.object(inner -> inner.field("x", "y".repeat(2000))));
              out.name("second").raw(JsonWriter.object(inner -> inner.field("z", 2)));
              out.field("after", 3);
            });

    assertThat(text(json))
        .isEqualTo(
            "{\"before\":1,\"inner\":{\"x\":\"%s\"},\"second\":{\"z\":2},\"after\":3}",
            "y".repeat(2000));
  }

  @Test
  void keepsNothingOfWhatItWroteBefore() {
    byte[] large = JsonWriter.object(out -> out.field("x", "y".repeat(200_000)));
    assertThatThrownBy(
            () ->
                JsonWriter.object(
                    out -> {
                      throw new IllegalStateException("half written");
                    }))
        .hasMessage("half written");
    byte[] small = JsonWriter.object(out -> out.field("x", 1));
    JsonWriter.object(out -> out.field("x", 2));

    assertThat(large).hasSize(200_008);
    assertThat(text(small)).isEqualTo("{\"x\":1}");
  }

  private static String text(byte[] json) {
    return new String(json, StandardCharsets.UTF_8);
  }
}
