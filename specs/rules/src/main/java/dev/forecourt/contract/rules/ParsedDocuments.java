package dev.forecourt.contract.rules;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.serialization.NodeReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;

/**
 * Gives the validator documents that are in memory. It would else parse the text of a whole
 * document once for each schema in it that is asked for.
 *
 * <pre>{@code
 * ParsedDocuments documents = new ParsedDocuments(Map.of("https://contract.invalid/a.json", tree));
 * SchemaRegistry.withDefaultDialect(
 *     dialect, b -> b.schemas(documents.texts()).nodeReader(documents));
 * }</pre>
 */
public final class ParsedDocuments implements NodeReader {
  private static final NodeReader OTHERS = NodeReader.builder().build();

  private final Map<String, String> texts = new HashMap<>();
  private final Map<String, JsonNode> byText = new HashMap<>();

  /** Takes documents by their addresses. */
  public ParsedDocuments(Map<String, JsonNode> documents) {
    documents.forEach(
        (address, document) -> {
          String text = "\"the document in memory: " + address + "\"";
          texts.put(address, text);
          byText.put(text, document);
        });
  }

  /** By address, what stands for each document where the validator wants a text. */
  public Map<String, String> texts() {
    return texts;
  }

  @Override
  public JsonNode readTree(String text, InputFormat format) throws IOException {
    JsonNode document = byText.get(text);
    return document == null ? OTHERS.readTree(text, format) : document;
  }

  @Override
  public JsonNode readTree(InputStream text, InputFormat format) throws IOException {
    return readTree(new String(text.readAllBytes(), StandardCharsets.UTF_8), format);
  }
}
