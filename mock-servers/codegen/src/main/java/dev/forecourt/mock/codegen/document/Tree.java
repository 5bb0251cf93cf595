package dev.forecourt.mock.codegen.document;

import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.cfg.JsonNodeFeature;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.io.IOException;
import java.math.BigDecimal;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.yaml.snakeyaml.DumperOptions;
import org.yaml.snakeyaml.LoaderOptions;
import org.yaml.snakeyaml.Yaml;
import org.yaml.snakeyaml.constructor.SafeConstructor;
import org.yaml.snakeyaml.nodes.Tag;
import org.yaml.snakeyaml.representer.Representer;
import org.yaml.snakeyaml.resolver.Resolver;

/** A file as it is written: JSON or YAML as a tree, with every digit of its numbers. */
final class Tree {

  private static final ObjectMapper MAPPER =
      JsonMapper.builder()
          .enable(DeserializationFeature.USE_BIG_DECIMAL_FOR_FLOATS)
          .disable(JsonNodeFeature.STRIP_TRAILING_BIGDECIMAL_ZEROES)
          .build();
  private static final int MOST_CHARACTERS = 64 * 1024 * 1024;
  private static final int MOST_ALIASES = 10_000;

  private Tree() {}

  /** The tree of a file. */
  static JsonNode of(Path file) throws IOException {
    String text = Files.readString(file);
    if (text.stripLeading().startsWith("{")) {
      return MAPPER.readTree(text);
    }
    LoaderOptions options = new LoaderOptions();
    options.setCodePointLimit(MOST_CHARACTERS);
    options.setMaxAliasesForCollections(MOST_ALIASES);
    DumperOptions dumper = new DumperOptions();
    Object loaded =
        new Yaml(
                new SafeConstructor(options),
                new Representer(dumper),
                dumper,
                options,
                new JsonScalars())
            .load(text);
    return MAPPER.valueToTree(loaded);
  }

  /**
   * The node under a pointer such as {@code #/components/schemas/Pet}; missing if there is none.
   */
  static JsonNode at(JsonNode root, String ref) {
    if (!ref.startsWith("#")) {
      return MissingNode.getInstance();
    }
    JsonNode node = root;
    for (String token : ref.substring(1).split("/")) {
      if (!token.isEmpty()) {
        String name = unescape(token);
        node =
            node.isArray() && name.matches("\\d{1,6}")
                ? node.path(Integer.parseInt(name))
                : node.path(name);
      }
    }
    return node;
  }

  static String unescape(String token) {
    return java.net.URLDecoder.decode(
            token.replace("+", "%2B"), java.nio.charset.StandardCharsets.UTF_8)
        .replace("~1", "/")
        .replace("~0", "~");
  }

  static String escape(String name) {
    return name.replace("~", "~0").replace("/", "~1");
  }

  /** Maps, lists, texts, numbers ({@link Long} or {@link BigDecimal}), booleans and null. */
  static @Nullable Object value(JsonNode node) {
    if (node.isObject()) {
      Map<String, @Nullable Object> map = new LinkedHashMap<>();
      node.properties().forEach(each -> map.put(each.getKey(), value(each.getValue())));
      return map;
    }
    if (node.isArray()) {
      List<@Nullable Object> list = new ArrayList<>();
      node.forEach(each -> list.add(value(each)));
      return list;
    }
    if (node.isNumber()) {
      return node.isIntegralNumber() && node.canConvertToLong()
          ? (Object) node.longValue()
          : (Object) node.decimalValue();
    }
    return node.isBoolean()
        ? (Object) node.booleanValue()
        : node.isNull() || node.isMissingNode() ? null : node.asText();
  }

  /** YAML as OpenAPI wants it: only what JSON has, so no dates, and no yes for true. */
  private static final class JsonScalars extends Resolver {
    @Override
    protected void addImplicitResolvers() {
      addImplicitResolver(
          Tag.BOOL,
          java.util.regex.Pattern.compile("^(?:true|True|TRUE|false|False|FALSE)$"),
          "tTfF");
      addImplicitResolver(
          Tag.INT, java.util.regex.Pattern.compile("^-?(?:0|[1-9][0-9]*)$"), "-0123456789");
      addImplicitResolver(
          Tag.FLOAT,
          java.util.regex.Pattern.compile(
              "^-?(?:0|[1-9][0-9]*)?(?:\\.[0-9]+)?(?:[eE][-+]?[0-9]+)?$"),
          "-0123456789.");
      addImplicitResolver(Tag.MERGE, java.util.regex.Pattern.compile("^(?:<<)$"), "<");
      addImplicitResolver(
          Tag.NULL, java.util.regex.Pattern.compile("^(?:~|null|Null|NULL| )$"), "~nN\0");
      addImplicitResolver(Tag.NULL, java.util.regex.Pattern.compile("^$"), null);
    }
  }
}
