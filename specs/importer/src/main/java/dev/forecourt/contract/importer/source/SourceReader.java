package dev.forecourt.contract.importer.source;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.forecourt.contract.importer.report.LeftOut;
import dev.forecourt.contract.importer.text.UnreadableText;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Reads a vendor's file of any version and form. */
public final class SourceReader {
  private static final String EXPORT =
      "Name the vendor's OpenAPI file; many tools and vendors export one.";

  private SourceReader() {}

  /**
   * The document of a file.
   *
   * @throws UnreadableSource if it describes no API
   */
  public static Source read(Path file) throws IOException {
    if (Files.isDirectory(file)) {
      throw new UnreadableSource(
          List.of(file + " is a folder. Name the OpenAPI file in it that refers to the others."));
    }
    if (!Files.isRegularFile(file)) {
      throw new UnreadableSource(
          List.of("There is no file " + file + ". Name the vendor's OpenAPI file, JSON or YAML."));
    }
    try {
      SourceFiles files = new SourceFiles(file);
      List<LeftOut> leftOut = new ArrayList<>();
      ObjectNode root = described(file, files);
      ObjectNode bundled = new Bundler(files, root, leftOut).bundle();
      ObjectNode document =
          bundled.has("swagger") ? new Swagger2(bundled, leftOut).convert() : bundled;
      return new Source(document, files.bytes(), files.repairs(), leftOut);
    } catch (UnreadableText e) {
      throw new UnreadableSource(List.of(e.getMessage()));
    }
  }

  private static ObjectNode described(Path file, SourceFiles files) throws IOException {
    JsonNode read = files.read(file);
    String other = OtherFormat.of(read);
    if (other != null) {
      throw new UnreadableSource(
          List.of("%s is %s; expected an OpenAPI file. %s".formatted(name(file), other, EXPORT)));
    }
    if (!(read instanceof ObjectNode root)) {
      throw new UnreadableSource(
          List.of(name(file) + " is no object; expected one with openapi or swagger. " + EXPORT));
    }
    String version = root.path("openapi").asText(root.path("swagger").asText());
    if (!version.matches("(2|3\\.[0-9]+)(\\.[0-9]+.*)?")) {
      throw new UnreadableSource(
          List.of(
              "%s: 'openapi' or 'swagger' is %s; expected 2.0, 3.0.x, 3.1.x or 3.2.x. %s"
                  .formatted(name(file), version.isEmpty() ? "missing" : version, EXPORT)));
    }
    return root;
  }

  private static String name(Path file) {
    return file.getFileName().toString();
  }
}
