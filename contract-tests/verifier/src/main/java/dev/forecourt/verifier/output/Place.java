package dev.forecourt.verifier.output;

import java.nio.file.Path;

/**
 * A place in a file.
 *
 * @param file name of the file, as the caller gave it; empty if none is known
 * @param line first line of what is meant, from 1; 0 if none is known
 * @param path JSON path or JSON pointer in the file; empty for the whole file
 */
public record Place(String file, int line, String path) {
  /** No place at all. */
  public static final Place NONE = new Place("", 0, "");

  /** A place that only its path tells. */
  public static Place of(String path) {
    return new Place("", 0, path);
  }

  /** A place in a JSON or YAML file, with the line where it stands. */
  public static Place in(Path file, Lines lines, String path) {
    return new Place(file.toString(), lines.of(path), path);
  }

  boolean exists() {
    return !file.isEmpty() || !path.isEmpty();
  }

  /** {@code file:line path}, without what is not known. */
  @Override
  public String toString() {
    String where = line == 0 ? file : file + ":" + line;
    return where.isEmpty() ? path : path.isEmpty() ? where : where + " " + path;
  }
}
