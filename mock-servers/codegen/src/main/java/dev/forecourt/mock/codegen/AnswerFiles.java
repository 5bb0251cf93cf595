package dev.forecourt.mock.codegen;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/**
 * Writes a file for each answer record. By itself, because the stock generator hands the same
 * values to every file that is not made for one schema, and it flattens schemas.
 */
final class AnswerFiles {

  private final Path folder;
  private final String where;

  AnswerFiles(Path folder, String where) {
    this.folder = folder;
    this.where = where;
  }

  void write(List<AnswerShape> shapes) {
    try {
      Files.createDirectories(folder);
      // what an earlier contract had is compiled as well if it stays
      try (DirectoryStream<Path> before = Files.newDirectoryStream(folder, "*Json.java")) {
        for (Path each : before) {
          Files.delete(each);
        }
      }
      for (AnswerShape each : shapes) {
        Files.writeString(
            folder.resolve(each.name() + ".java"), new AnswerRecordSource(where, each).text());
      }
    } catch (IOException e) {
      throw new UncheckedIOException("Cannot write the answer records to " + folder, e);
    }
  }
}
