package dev.forecourt.contract.rules;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ParsedDocumentsTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @Test
  void givesEachDocumentItselfForItsText() throws IOException {
    JsonNode one = JSON.createObjectNode();
    JsonNode two = JSON.createObjectNode();
    ParsedDocuments documents =
        new ParsedDocuments(Map.of("https://a.invalid/1", one, "https://a.invalid/2", two));

    JsonNode first = read(documents, documents.texts().get("https://a.invalid/1"));
    JsonNode second = read(documents, documents.texts().get("https://a.invalid/2"));

    assertThat(first).isSameAs(one);
    assertThat(second).isSameAs(two);
  }

  /** Such as the schema of a dialect. */
  @Test
  void parsesAnyOtherText() throws IOException {
    ParsedDocuments documents = new ParsedDocuments(Map.of());

    JsonNode read = read(documents, "{\"type\": \"object\"}");

    assertThat(read).isEqualTo(JSON.readTree("{\"type\": \"object\"}"));
  }

  private static JsonNode read(ParsedDocuments documents, String text) throws IOException {
    return documents.readTree(
        new ByteArrayInputStream(text.getBytes(StandardCharsets.UTF_8)), InputFormat.JSON);
  }
}
