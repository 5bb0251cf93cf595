package dev.forecourt.vendors.documents;

import java.io.IOException;
import java.nio.file.FileVisitResult;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.SimpleFileVisitor;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** All Markdown files of a checkout that people read, in the order of their paths. */
public final class Documents {

  private static final Set<String> NOT_OURS = Set.of("target", "node_modules", ".git", ".run");

  private final Path root;

  private Documents(Path root) {
    this.root = root;
  }

  /** Those of the checkout with this root. */
  public static Documents of(Path root) {
    return new Documents(root);
  }

  /** The files. */
  public List<Path> files() throws IOException {
    List<Path> files = new ArrayList<>();
    Files.walkFileTree(
        root,
        new SimpleFileVisitor<>() {
          @Override
          public FileVisitResult preVisitDirectory(Path folder, BasicFileAttributes attributes) {
            return NOT_OURS.contains(folder.getFileName().toString())
                ? FileVisitResult.SKIP_SUBTREE
                : FileVisitResult.CONTINUE;
          }

          @Override
          public FileVisitResult visitFile(Path file, BasicFileAttributes attributes) {
            if (file.toString().endsWith(".md")) {
              files.add(file);
            }
            return FileVisitResult.CONTINUE;
          }
        });
    return files.stream().sorted().toList();
  }

  /** What stands between fences in all of them. */
  public List<Snippet> snippets() throws IOException {
    List<Snippet> snippets = new ArrayList<>();
    for (Path file : files()) {
      String name = root.relativize(file).toString().replace('\\', '/');
      snippets.addAll(Snippet.of(name, Files.readString(file)));
    }
    return snippets;
  }
}
