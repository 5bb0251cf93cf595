package dev.forecourt.contract.importer.text;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.core.json.JsonReadFeature;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import dev.forecourt.contract.importer.report.Repair;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;

/** Reads JSON and YAML. Numbers keep their digits, dates stay text, keys are text. */
public final class TreeReader {
  private static final StreamReadConstraints LIMITS =
      StreamReadConstraints.builder().maxNumberLength(1000).maxNestingDepth(1000).build();
  private static final JsonMapper STRICT =
      mapper().enable(JsonParser.Feature.STRICT_DUPLICATE_DETECTION).build();
  private static final JsonMapper LENIENT =
      mapper()
          .enable(JsonReadFeature.ALLOW_JAVA_COMMENTS)
          .enable(JsonReadFeature.ALLOW_TRAILING_COMMA)
          .enable(JsonReadFeature.ALLOW_UNESCAPED_CONTROL_CHARS)
          .build();

  private TreeReader() {}

  private static JsonMapper.Builder mapper() {
    return JsonMapper.builder()
        .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
        .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
        .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS);
  }

  static {
    STRICT.getFactory().setStreamReadConstraints(LIMITS);
    LENIENT.getFactory().setStreamReadConstraints(LIMITS);
  }

  /**
   * The content of a file.
   *
   * @param name the file, for what is wrong with it
   * @param bytes its bytes
   * @throws UnreadableText if it is neither JSON nor YAML
   */
  public static Parsed read(String name, byte[] bytes) {
    List<Repair> repairs = new ArrayList<>();
    String text = decoded(name, bytes, repairs);
    String start = text.stripLeading();
    if (start.startsWith("{") || start.startsWith("[") || isCommentOfJson(start)) {
      JsonNode tree = json(name, text, repairs);
      if (tree != null) {
        return new Parsed(tree, repairs);
      }
    }
    return new Parsed(new YamlTree(name, repairs).read(text), repairs);
  }

  private static boolean isCommentOfJson(String start) {
    return start.startsWith("//") || start.startsWith("/*");
  }

  private static String decoded(String name, byte[] bytes, List<Repair> repairs) {
    String text;
    if (isUtf16(bytes)) {
      repairs.add(new Repair(name, "is not UTF-8", "read as UTF-16"));
      // with the order of bytes that its first two say
      return new String(bytes, StandardCharsets.UTF_16);
    }
    try {
      text = StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString();
    } catch (CharacterCodingException e) {
      repairs.add(new Repair(name, "is not UTF-8", "read as ISO-8859-1"));
      text = new String(bytes, StandardCharsets.ISO_8859_1);
    }
    return text.startsWith("\uFEFF") ? text.substring(1) : text;
  }

  private static boolean isUtf16(byte[] bytes) {
    return bytes.length > 1
        && (bytes[0] == (byte) 0xFE && bytes[1] == (byte) 0xFF
            || bytes[0] == (byte) 0xFF && bytes[1] == (byte) 0xFE);
  }

  /** The tree; null if YAML has to be tried, as for a flow mapping in braces. */
  private static @org.jspecify.annotations.Nullable JsonNode json(
      String name, String text, List<Repair> repairs) {
    try {
      return STRICT.readTree(text);
    } catch (JsonProcessingException strict) {
      try {
        JsonNode tree = LENIENT.readTree(text);
        repairs.add(
            new Repair(
                at(name, strict), fault(strict.getOriginalMessage()), "read as it is meant"));
        return tree;
      } catch (JsonProcessingException lenient) {
        if (name.endsWith(".json")) {
          throw new UnreadableText(
              at(name, lenient) + ": is not JSON: " + lenient.getOriginalMessage());
        }
        return null;
      }
    }
  }

  /** What people do to JSON, in plain words; else the parser's. */
  private static String fault(String message) {
    if (message.contains("comment")) {
      return "has comments, which JSON has none of";
    }
    if (message.contains("('}' (code 125)): was expecting double-quote")
        || message.contains("(']' (code 93)): expected")) {
      return "has a comma behind the last member";
    }
    return message;
  }

  private static String at(String name, JsonProcessingException problem) {
    return problem.getLocation() == null ? name : name + ":" + problem.getLocation().getLineNr();
  }
}
