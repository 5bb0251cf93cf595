package dev.forecourt.contract.rules;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Stream;

/** A vendor's contract as files: each YAML file of the folder, parsed. */
public final class Contract {
  private static final ObjectMapper YAML = ImportedContract.YAML;

  private final Path folder;
  private final Map<Path, JsonNode> files = new TreeMap<>();
  private final Map<Path, String> texts = new ConcurrentHashMap<>();
  private final Map<Path, Set<Path>> leading = new ConcurrentHashMap<>();

  // empty: everything may be wrong
  private Set<Path> suspects = Set.of();

  private Contract(Path folder) {
    this.folder = folder;
  }

  /** Folder {@code specs/} of this checkout. */
  static Path specs() {
    return Path.of(System.getProperty("forecourt.specs", "../../specs"))
        .toAbsolutePath()
        .normalize();
  }

  /** Ids of all vendors: the folders that hold an {@code openapi.yaml}. */
  static List<String> vendors() {
    try (Stream<Path> folders = Files.list(specs())) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("openapi.yaml")))
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** The contract in a vendor's folder. */
  public static Contract of(Path folder) {
    Contract contract = new Contract(folder);
    try (Stream<Path> all =
        ImportedContract.isIn(folder)
            // the rest is the vendor's, and the overlay is no part of the contract
            ? Stream.of(folder.resolve("openapi.yaml"))
            : Files.walk(folder)) {
      for (Path file : all.filter(f -> f.toString().endsWith(".yaml")).toList()) {
        contract.files.put(file, contract.parsed(file));
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return contract;
  }

  private JsonNode parsed(Path file) throws IOException {
    try {
      return YAML.readTree(Files.readString(file));
    } catch (JsonProcessingException e) {
      // the parser knows the line, and not the file
      String problem = e.getOriginalMessage().replaceAll("\\s+", " ").trim();
      throw new IllegalArgumentException(label(file) + " is no YAML: " + problem, e);
    }
  }

  /**
   * The same contract with other content of one of its files. Values are then only checked against
   * schemas that lead to this file.
   */
  public Contract with(Path file, JsonNode content) {
    Contract changed = new Contract(folder);
    changed.files.putAll(files);
    changed.files.put(file.normalize(), content);
    changed.suspects = leading.computeIfAbsent(file.normalize(), this::leadingTo);
    changed.texts.putAll(texts);
    changed.texts.remove(file.normalize());
    return changed;
  }

  /** Whether what is checked against this file may have become wrong. */
  boolean isSuspect(Path file) {
    return suspects.isEmpty() || suspects.contains(file.normalize());
  }

  /** The content of a file as JSON. */
  String text(Path file) {
    return texts.computeIfAbsent(file.normalize(), each -> read(each).toString());
  }

  /** The file, and those that refer to it, directly or through others. */
  private Set<Path> leadingTo(Path target) {
    Set<Path> found = new HashSet<>();
    Deque<Path> toDo = new ArrayDeque<>(List.of(target));
    while (!toDo.isEmpty()) {
      Path each = toDo.remove();
      if (found.add(each)) {
        String name = "/" + each.getFileName() + "\"";
        String sibling = "\"" + each.getFileName() + "\"";
        files.keySet().stream()
            .filter(file -> text(file).contains(name) || text(file).contains(sibling))
            .forEach(toDo::add);
      }
    }
    return found;
  }

  /** Whether it was made of a vendor's own file. */
  boolean isImported() {
    return ImportedContract.isIn(folder);
  }

  Path folder() {
    return folder;
  }

  /** The file with the table of contents. */
  public Path root() {
    return folder.resolve("openapi.yaml");
  }

  /** The content of a file of this contract. */
  public JsonNode read(Path file) {
    JsonNode node = files.get(file.normalize());
    if (node == null) {
      throw new IllegalArgumentException("No such file in the contract: " + label(file));
    }
    return node;
  }

  /** Every file of a component kind such as {@code schemas}, by component name. */
  Map<String, Path> components(String kind) {
    Map<String, Path> found = new TreeMap<>();
    Path parent = folder.resolve("components").resolve(kind);
    for (Path file : files.keySet()) {
      if (file.startsWith(parent)) {
        found.put(file.getFileName().toString().replace(".yaml", ""), file);
      }
    }
    return found;
  }

  /** Path item files in the order of the table of contents. */
  List<Operation> operations() {
    return read(root()).path("paths").properties().stream()
        .flatMap(
            entry -> {
              boolean here = !entry.getValue().has("$ref");
              Path file =
                  here
                      ? root()
                      : root().resolveSibling(entry.getValue().path("$ref").asText()).normalize();
              return (here ? entry.getValue() : read(file))
                  .properties().stream()
                      .filter(verb -> verb.getValue().has("operationId"))
                      .map(
                          verb ->
                              new Operation(file, entry.getKey(), verb.getKey(), verb.getValue()));
            })
        .toList();
  }

  /** Every property of a schema and every parameter: what a person fills in or reads. */
  List<Value> values() {
    List<Value> values = new ArrayList<>();
    components("schemas")
        .forEach(
            (name, file) ->
                read(file)
                    .path("properties")
                    .properties()
                    .forEach(
                        property ->
                            values.add(
                                new Value(
                                    label(file),
                                    name + "." + property.getKey(),
                                    property.getKey(),
                                    property.getValue(),
                                    property.getValue().path("description").asText()))));
    components("parameters")
        .forEach(
            (name, file) -> {
              JsonNode parameter = read(file);
              values.add(
                  new Value(
                      label(file),
                      name,
                      parameter.path("name").asText(),
                      parameter.path("schema"),
                      parameter.path("description").asText()));
            });
    return values;
  }

  Map<Path, JsonNode> files() {
    return files;
  }

  /** Path below {@code specs/}, as failures print it. */
  String label(Path file) {
    return folder.getFileName()
        + "/"
        + folder.relativize(file.normalize()).toString().replace('\\', '/');
  }

  /** One operation and the file that it stands in. */
  record Operation(Path file, String path, String verb, JsonNode node) {
    String id() {
      return node.path("operationId").asText();
    }

    /** Path of keys to it; in the file of one path its verb is enough. */
    String place() {
      return file.endsWith("openapi.yaml") ? "paths." + path + "." + verb : verb;
    }
  }

  /**
   * A property or a parameter.
   *
   * @param file where it stands, as failures print it
   * @param place its path of keys
   * @param name its name on the wire
   * @param schema what it may hold
   * @param description its words
   */
  record Value(String file, String place, String name, JsonNode schema, String description) {}
}
