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
public final class Contracts {
  private Contracts() {}

  /** Ids of all vendors: the folders that hold an {@code openapi.yaml}. */
  public static List<String> vendors(Path specs) throws IOException {
    try (Stream<Path> folders = Files.list(specs)) {
      return folders
          .filter(folder -> Files.exists(folder.resolve("openapi.yaml")))
          .map(folder -> folder.getFileName().toString())
          .sorted()
          .toList();
    }
  }

  /**
   * The contract in a vendor's folder, with the files it refers to drawn in under {@code
   * components}. Throws {@link IllegalArgumentException} that names what cannot be read.
   */
  public static OpenAPI read(Path folder) {
    ParseOptions options = new ParseOptions();
    options.setResolve(true);
    SwaggerParseResult result =
        new OpenAPIV3Parser()
            .readLocation(folder.resolve("openapi.yaml").toString(), null, options);
    if (!result.getMessages().isEmpty()) {
      throw new IllegalArgumentException(
          "The contract of %s cannot be read: %s. Run scripts/lint to see where."
              .formatted(folder.getFileName(), result.getMessages()));
    }
    OpenAPI contract = result.getOpenAPI();
    if (contract.getComponents() != null && contract.getComponents().getSchemas() != null) {
      contract.getComponents().getSchemas().values().forEach(AssumedTypes::remove);
    }
    return contract;
  }
}
