package dev.forecourt.vendors;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * New and changed files of a checkout that are written together: all of them, or none if one cannot
 * be written.
 */
public final class Changes {

  private final Path root;
  private final Map<String, byte[]> files = new LinkedHashMap<>();
  private final Set<String> removed = new LinkedHashSet<>();

  /** Of the checkout with this root. */
  public Changes(Path root) {
    this.root = root;
  }

  /** Sets a file, by its path from the root. */
  public void put(String file, String text) {
    put(file, text.getBytes(StandardCharsets.UTF_8));
  }

  /** The same byte for byte. */
  public void put(String file, byte[] bytes) {
    files.put(file, bytes);
  }

  /** Takes a file away, by its path from the root. */
  void remove(String file) {
    removed.add(file);
  }

  /** The text of a file as it will be. */
  String text(String file) throws IOException {
    byte[] changed = files.get(file);
    return changed == null
        ? Files.readString(root.resolve(file))
        : new String(changed, StandardCharsets.UTF_8);
  }

  /** The files that are written, in the order in which they were set. */
  public List<String> files() {
    return new ArrayList<>(files.keySet());
  }

  /** Writes all of them. What was written is taken back if one fails. */
  public void write() throws IOException {
    // beside the checkout's files, so that the moves are renames of one disk
    Path staged = Files.createTempDirectory(root, ".new-vendor");
    Deque<Undo> undo = new ArrayDeque<>();
    try {
      for (Map.Entry<String, byte[]> each : files.entrySet()) {
        Path file = staged.resolve(each.getKey());
        Files.createDirectories(file.getParent());
        Files.write(file, each.getValue());
      }
      for (String file : files.keySet()) {
        undo.push(replace(staged.resolve(file), root.resolve(file)));
      }
      for (String file : removed) {
        undo.push(removal(root.resolve(file)));
      }
    } catch (IOException | RuntimeException e) {
      for (Undo each : undo) {
        each.run();
      }
      throw e;
    } finally {
      delete(staged);
    }
  }

  private static Undo replace(Path from, Path to) throws IOException {
    Path made = firstMissing(to.getParent());
    Files.createDirectories(to.getParent());
    byte[] before = Files.exists(to) ? Files.readAllBytes(to) : null;
    Files.move(from, to, StandardCopyOption.REPLACE_EXISTING);
    return () -> {
      if (before == null) {
        delete(made == null ? to : made);
      } else {
        Files.write(to, before);
      }
    };
  }

  private static Undo removal(Path file) throws IOException {
    byte[] before = Files.readAllBytes(file);
    Files.delete(file);
    return () -> Files.write(file, before);
  }

  private static @Nullable Path firstMissing(Path folder) {
    Path missing = null;
    for (Path each = folder; !Files.exists(each); each = each.getParent()) {
      missing = each;
    }
    return missing;
  }

  private static void delete(Path path) throws IOException {
    if (!Files.exists(path)) {
      return;
    }
    try (Stream<Path> all = Files.walk(path)) {
      for (Path each : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(each);
      }
    }
  }

  private interface Undo {
    void run() throws IOException;
  }
}
