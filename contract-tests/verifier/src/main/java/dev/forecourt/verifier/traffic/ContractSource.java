package dev.forecourt.verifier.traffic;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.IntFunction;
import org.yaml.snakeyaml.nodes.Node;
import org.yaml.snakeyaml.nodes.ScalarNode;

/** The files of one contract, found by places of the contract in one document. */
final class ContractSource {
  private final Path folder;
  private final Map<Path, YamlSource> files = new TreeMap<>();

  ContractSource(Path folder) {
    this.folder = folder.normalize();
  }

  /** A node and the file it stands in. */
  record Place(YamlSource file, Node node) {
    Optional<Place> to(String step) {
      return YamlSource.child(node, step).map(child -> new Place(file, child));
    }
  }

  /** What a JSON pointer means; references are followed, also at the end. */
  Optional<Place> find(String pointer) {
    List<String> steps = new ArrayList<>();
    for (String each : pointer.substring(1).split("/")) {
      steps.add(each.replace("~1", "/").replace("~0", "~"));
    }
    Path own =
        steps.size() > 2 && steps.get(0).equals("components")
            ? component(steps.get(1), steps.get(2))
            : folder;
    if (Files.isRegularFile(own)) {
      return find(root(own), steps.subList(3, steps.size()));
    }
    return find(root(folder.resolve("openapi.yaml")), steps);
  }

  /** Adds lines at the end of a block, for its column; false if there is no such block. */
  boolean append(String pointer, IntFunction<List<String>> lines) {
    return find(pointer)
        .filter(place -> YamlSource.isBlock(place.node()))
        .map(
            place -> {
              int column = YamlSource.column(place.node());
              return place
                  .file()
                  .insert(place.file().endOf(place.node()), column, lines.apply(column));
            })
        .orElse(false);
  }

  /** The file of a component. */
  Path component(String kind, String name) {
    return folder.resolve("components").resolve(kind).resolve(name + ".yaml");
  }

  private Place root(Path file) {
    YamlSource source =
        files.computeIfAbsent(
            file.normalize(),
            each -> {
              try {
                return YamlSource.read(each);
              } catch (IOException e) {
                throw new UncheckedIOException("Cannot read the contract " + each, e);
              }
            });
    return new Place(source, source.root());
  }

  private Optional<Place> find(Place from, List<String> steps) {
    Optional<Place> at = Optional.of(from).flatMap(this::meant);
    for (String step : steps) {
      at = at.flatMap(place -> place.to(step)).flatMap(this::meant);
    }
    return at;
  }

  private Optional<Place> meant(Place place) {
    Optional<String> reference =
        YamlSource.child(place.node(), "$ref")
            .filter(ScalarNode.class::isInstance)
            .map(node -> ((ScalarNode) node).getValue());
    if (reference.isEmpty()) {
      return Optional.of(place);
    }
    String target = reference.get();
    if (target.startsWith("#")) {
      return find(target.substring(1));
    }
    Path file = place.file().file().resolveSibling(target).normalize();
    return Files.isRegularFile(file) ? meant(root(file)) : Optional.empty();
  }

  /** The changes of all files as one diff; {@code prefix} stands before names within the folder. */
  String diff(String prefix) {
    StringBuilder diff = new StringBuilder();
    for (YamlSource each : files.values()) {
      if (each.isChanged()) {
        String name = folder.relativize(each.file()).toString().replace('\\', '/');
        diff.append(each.diff(prefix + name));
      }
    }
    return diff.toString();
  }
}
