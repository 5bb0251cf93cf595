package dev.forecourt.contract.importer.text;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.yaml.snakeyaml.Yaml;

class TreeWriterTest {
  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        " ",
        "a",
        "yes",
        "No",
        "null",
        "~",
        "1",
        "012",
        "0x1F",
        "1e3",
        ".5",
        "1_000",
        "12:30:00",
        "2026-01-01",
        "a: b",
        "a #b",
        "- a",
        "*a",
        "&a",
        "!a",
        "%a",
        "@a",
        "`a",
        "a\nb",
        "a\n\nb\n",
        " a\nb",
        "a \nb",
        "\ta",
        "a\n\n\n",
        "{a}",
        "[a]",
        "'a'",
        "\"a\"",
        "a\\b",
        "ä€😀",
        "\u0007",
        "\u0085",
        "\u2028",
        "=",
        "<<",
        "y",
        "on",
        "#",
        "a:",
        ":",
        "?",
        "a\r\nb"
      })
  void textStaysTextForReadersOf11And12(String text) {
    ObjectNode tree = JsonNodeFactory.instance.objectNode();
    tree.put("value", text);
    tree.put(text, "key");

    String yaml = TreeWriter.yaml(tree);

    assertThat(TreeReader.read("t.yaml", yaml.getBytes(StandardCharsets.UTF_8)).tree())
        .isEqualTo(tree);
    assertThat(new Yaml().<java.util.Map<Object, Object>>load(yaml))
        .containsEntry("value", text)
        .containsEntry(text, "key");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "1",
        "-1",
        "0",
        "1.50",
        "0.1",
        "-1.0",
        "123456789012345678901234567890",
        "1.7976931348623157"
      })
  void numbersKeepTheirDigits(String number) {
    JsonNode tree =
        TreeReader.read("t.json", ("{\"n\": " + number + "}").getBytes(StandardCharsets.UTF_8))
            .tree();

    assertThat(TreeWriter.yaml(tree)).isEqualTo("\"n\": " + number + "\n");
  }
}
