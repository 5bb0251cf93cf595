package dev.forecourt.contract.tools;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.lang.ref.SoftReference;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Trees of files, parsed once for each text: most files of a contract are read again as they were.
 * What was parsed is forgotten when memory runs short.
 */
final class ParsedOnce {

  private final Parser parser;
  private SoftReference<Map<String, JsonNode>> parsed = new SoftReference<>(null);

  ParsedOnce(Parser parser) {
    this.parser = parser;
  }

  /** The tree of a file, which the caller may change. */
  JsonNode read(Path file) throws IOException {
    String text = Files.readString(file);
    Map<String, JsonNode> known = known();
    JsonNode tree = known.get(text);
    if (tree == null) {
      tree = parser.parse(text);
      known.put(text, tree);
    }
    return tree.deepCopy();
  }

  private synchronized Map<String, JsonNode> known() {
    Map<String, JsonNode> known = parsed.get();
    if (known == null) {
      known = new ConcurrentHashMap<>();
      parsed = new SoftReference<>(known);
    }
    return known;
  }

  /** Makes a tree of a text. */
  interface Parser {
    JsonNode parse(String text) throws IOException;
  }
}
