package dev.forecourt.contract.importer.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.TextNode;
import dev.forecourt.contract.importer.report.Repair;
import dev.forecourt.contract.importer.text.Parsed;
import dev.forecourt.contract.importer.text.TreeReader;
import dev.forecourt.contract.importer.text.UnreadableText;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/** The files of a vendor, each read once. */
final class SourceFiles {
  private final Path root;
  private final Map<Path, JsonNode> trees = new TreeMap<>();
  private final Map<Path, byte[]> bytes = new TreeMap<>();
  private final List<Repair> repairs = new ArrayList<>();

  SourceFiles(Path root) {
    this.root = root.toAbsolutePath().normalize();
  }

  Path root() {
    return root;
  }

  JsonNode read(Path file) throws IOException {
    Path path = file.toAbsolutePath().normalize();
    JsonNode known = trees.get(path);
    if (known != null) {
      return known;
    }
    byte[] content = Files.readAllBytes(path);
    Parsed parsed = TreeReader.read(path.getFileName().toString(), content);
    bytes.put(path, content);
    trees.put(path, parsed.tree());
    repairs.addAll(parsed.repairs());
    return parsed.tree();
  }

  /** A file that another refers to; null if there is none. Text stays text. */
  @Nullable JsonNode readIfThere(Path file) {
    Path path = file.toAbsolutePath().normalize();
    if (!Files.isRegularFile(path)) {
      return null;
    }
    try {
      return read(path);
    } catch (UnreadableText e) {
      return TextNode.valueOf(new String(bytes(path), StandardCharsets.UTF_8));
    } catch (IOException e) {
      return null;
    }
  }

  private byte[] bytes(Path path) {
    return bytes.computeIfAbsent(
        path,
        file -> {
          try {
            return Files.readAllBytes(file);
          } catch (IOException e) {
            return new byte[0];
          }
        });
  }

  List<Repair> repairs() {
    return repairs;
  }

  /** Every file that was read, by its path from the folder that holds them all. */
  SortedMap<String, byte[]> bytes() {
    Path common = root.getParent();
    for (Path each : bytes.keySet()) {
      while (!each.startsWith(common)) {
        common = common.getParent();
      }
    }
    SortedMap<String, byte[]> byName = new TreeMap<>();
    for (Map.Entry<Path, byte[]> each : bytes.entrySet()) {
      byName.put(common.relativize(each.getKey()).toString().replace('\\', '/'), each.getValue());
    }
    return byName;
  }
}
