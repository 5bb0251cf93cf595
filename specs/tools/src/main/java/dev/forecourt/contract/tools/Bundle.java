package dev.forecourt.contract.tools;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeMap;

/**
 * Puts the files of a contract into one document: path items where they are used, components under
 * {@code components}, each by the name of its file. Nothing else changes.
 *
 * <p>Not done with swagger-parser, which calls every schema without a type an object.
 */
public final class Bundle {
  private static final ParsedOnce YAML =
      new ParsedOnce(new ObjectMapper(new YAMLFactory())::readTree);

  // what stands in these has names of the vendor's: a response may be called default
  private static final Set<String> NAMED =
      Set.of(
          "properties",
          "patternProperties",
          "paths",
          "responses",
          "content",
          "headers",
          "examples",
          "schemas",
          "parameters",
          "requestBodies",
          "callbacks",
          "links");
  private static final Set<String> VALUES = Set.of("example", "default", "enum", "const", "value");

  private final Path folder;
  private final Deque<Path> toDo = new ArrayDeque<>();
  private final Set<Path> seen = new HashSet<>();

  private Bundle(Path folder) {
    this.folder = folder.normalize();
  }

  /** The contract in this folder as one document. */
  public static ObjectNode of(Path folder) {
    return new Bundle(folder).document();
  }

  private ObjectNode document() {
    Path root = folder.resolve("openapi.yaml");
    ObjectNode document = (ObjectNode) drawnIn(root, read(root));
    TreeMap<String, TreeMap<String, JsonNode>> components = new TreeMap<>();
    while (!toDo.isEmpty()) {
      Path file = toDo.remove();
      components
          .computeIfAbsent(file.getParent().getFileName().toString(), kind -> new TreeMap<>())
          .put(name(file), drawnIn(file, read(file)));
    }
    ObjectNode target = document.withObject("/components");
    components.forEach((kind, byName) -> byName.forEach(target.withObject("/" + kind)::set));
    return document;
  }

  private JsonNode drawnIn(Path file, JsonNode node) {
    return drawnIn(file, node, false);
  }

  /** With names, the members of a node have the names of a vendor's fields and not of OpenAPI. */
  private JsonNode drawnIn(Path file, JsonNode node, boolean names) {
    JsonNode ref = node.path("$ref");
    if (ref.isTextual() && !ref.textValue().startsWith("#")) {
      Path target = file.resolveSibling(ref.textValue()).normalize();
      if (!target.startsWith(folder.resolve("components"))) {
        return drawnIn(target, read(target));
      }
      if (seen.add(target)) {
        toDo.add(target);
      }
      ((ObjectNode) node)
          .put("$ref", "#/components/" + target.getParent().getFileName() + "/" + name(target));
      return node;
    }
    if (node instanceof ObjectNode object) {
      object.properties().stream()
          .filter(member -> names || !isValue(member.getKey()))
          .forEach(
              member ->
                  member.setValue(
                      drawnIn(file, member.getValue(), !names && NAMED.contains(member.getKey()))));
    } else {
      node.forEach(child -> drawnIn(file, child));
    }
    return node;
  }

  /** A value of the contract may have a member {@code $ref}, and so may what others add to it. */
  private static boolean isValue(String key) {
    return VALUES.contains(key) || key.startsWith("x-");
  }

  private static String name(Path file) {
    return file.getFileName().toString().replace(".yaml", "");
  }

  private static JsonNode read(Path file) {
    try {
      return YAML.read(file);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
