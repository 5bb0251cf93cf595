package dev.forecourt.verifier.contract;

import com.fasterxml.jackson.databind.JsonNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.serialization.NodeReader;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;

/**
 * Gives the validator the document that is in memory. It would else parse the text of the whole
 * contract once for each schema that is asked for.
 */
final class OneDocument implements NodeReader {
  /** What stands for the document where the validator wants a text. */
  static final String TEXT = "\"the document in memory\"";

  private static final NodeReader OTHERS = NodeReader.builder().build();

  private final JsonNode document;

  OneDocument(JsonNode document) {
    this.document = document;
  }

  @Override
  public JsonNode readTree(String text, InputFormat format) throws IOException {
    return text.equals(TEXT) ? document : OTHERS.readTree(text, format);
  }

  @Override
  public JsonNode readTree(InputStream text, InputFormat format) throws IOException {
    return readTree(new String(text.readAllBytes(), StandardCharsets.UTF_8), format);
  }
}
