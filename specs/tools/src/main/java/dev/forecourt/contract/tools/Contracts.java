package dev.forecourt.contract.tools;

import io.swagger.v3.oas.models.OpenAPI;
import io.swagger.v3.parser.OpenAPIV3Parser;
import io.swagger.v3.parser.core.models.ParseOptions;
import io.swagger.v3.parser.core.models.SwaggerParseResult;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;

/** Finds and reads the contracts of a {@code specs/} folder. */
final class Contracts {
  private Contracts() {}

  /** Ids of all vendors: the folders that hold an {@code openapi.yaml}. */
  static List<String> vendors(Path specs) throws IOException {
    try (Stream<Path> folders = Files.list(specs)) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("openapi.yaml")))
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  /** A contract with the files it refers to drawn in under {@code components}. */
  static OpenAPI read(Path specs, String vendor) {
    ParseOptions options = new ParseOptions();
    options.setResolve(true);
    Path file = specs.resolve(vendor).resolve("openapi.yaml");
    SwaggerParseResult result = new OpenAPIV3Parser().readLocation(file.toString(), null, options);
    if (!result.getMessages().isEmpty()) {
      throw new IllegalArgumentException(
          "The contract of %s cannot be read: %s. Run scripts/lint to see where."
              .formatted(vendor, result.getMessages()));
    }
    return result.getOpenAPI();
  }
}
