package dev.forecourt.contract.tools;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class ParsedOnceTest {
  @TempDir Path folder;

  private final List<String> texts = new ArrayList<>();
  private final ParsedOnce trees = new ParsedOnce(this::parse);

  @Test
  void parsesTheSameTextOfTwoFilesOnce() throws IOException {
    Path one = write("one.json", "{\"a\": 1}");
    Path two = write("two.json", "{\"a\": 1}");

    JsonNode first = trees.read(one);
    JsonNode second = trees.read(two);

    assertThat(texts).containsExactly("{\"a\": 1}");
    assertThat(second).isEqualTo(first);
  }

  @Test
  void readsAFileAnewOnceItsTextChanges() throws IOException {
    trees.read(write("one.json", "{\"a\": 1}"));

    JsonNode changed = trees.read(write("one.json", "{\"a\": 2}"));

    assertThat(changed.path("a").asInt()).isEqualTo(2);
  }

  @Test
  void keepsChangesOfATreeFromOthers() throws IOException {
    Path file = write("one.json", "{\"a\": {\"b\": 1}}");
    ((ObjectNode) trees.read(file).path("a")).put("b", 2);

    JsonNode again = trees.read(file);

    assertThat(again.at("/a/b").asInt()).isEqualTo(1);
  }

  private JsonNode parse(String text) throws IOException {
    texts.add(text);
    return new ObjectMapper().readTree(text);
  }

  private Path write(String file, String text) throws IOException {
    return Files.writeString(folder.resolve(file), text);
  }
}
