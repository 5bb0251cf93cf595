package dev.forecourt.contract.tools;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import com.fasterxml.jackson.dataformat.yaml.YAMLGenerator;
import dev.forecourt.contract.publish.PublishedForm;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * Writes each contract as one file in JSON and in YAML, rewritten for tools of other languages; the
 * same in OpenAPI 3.1 under {@code 3.1/}; word for word, for our own tools, under {@code
 * as-written/}; and its reference page.
 */
public final class Publish {
  private static final ObjectMapper JSON =
      new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);
  private static final ObjectMapper YAML =
      new ObjectMapper(
          // text that looks like a number keeps its quotes
          new YAMLFactory()
              .enable(YAMLGenerator.Feature.MINIMIZE_QUOTES)
              .enable(YAMLGenerator.Feature.ALWAYS_QUOTE_NUMBERS_AS_STRINGS)
              .disable(YAMLGenerator.Feature.WRITE_DOC_START_MARKER));

  private Publish() {}

  /** Takes the folder {@code specs/} and the folder to write to. */
  public static void main(String[] args) throws IOException {
    if (args.length != 2) {
      throw new IllegalArgumentException("Expected two folders: specs/ and the one to write to.");
    }
    Path specs = Path.of(args[0]);
    Path target = Path.of(args[1]);
    Path reference = Files.createDirectories(target.resolve("reference"));
    Path newer = Files.createDirectories(target.resolve("3.1"));
    Path asWritten = Files.createDirectories(target.resolve("as-written"));
    Files.write(target.resolve("vendors.txt"), Contracts.vendors(specs));
    for (String vendor : Contracts.vendors(specs)) {
      ObjectNode contract = Bundle.of(specs.resolve(vendor));
      String json = JSON.writeValueAsString(contract);
      Files.writeString(asWritten.resolve(vendor + ".json"), json + "\n");
      write(PublishedForm.of(contract), target, vendor);
      write(PublishedForm.asOpenApi31(contract), newer, vendor);
      Files.writeString(
          reference.resolve(vendor + ".html"),
          ReferencePage.html(
              contract.at("/info/title").asText(),
              JSON.writeValueAsString(PublishedForm.withMockFirst(contract))));
    }
  }

  private static void write(ObjectNode contract, Path folder, String vendor) throws IOException {
    Files.writeString(folder.resolve(vendor + ".json"), JSON.writeValueAsString(contract) + "\n");
    Files.writeString(folder.resolve(vendor + ".yaml"), YAML.writeValueAsString(contract));
  }
}
