package dev.forecourt.contract.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What swagger-parser would read otherwise. */
class ContractsTest {
  @TempDir Path folder;

  /** The parser calls a schema without a type an object, and a change of that would go unseen. */
  @Test
  void readsASchemaWithoutATypeAsItStands() throws IOException {
    Files.writeString(
        folder.resolve("openapi.yaml"),
        """
        openapi: 3.0.3
        info: {title: Cars, version: "1"}
        paths: {}
        components:
          schemas:
            Anything: {description: Anything., example: any}
            Car: {type: object, properties: {name: {type: string}}}
        """);

    var schemas = Contracts.read(folder).getComponents().getSchemas();

    assertThat(schemas.get("Anything").getType()).isNull();
    assertThat(schemas.get("Car").getType()).isEqualTo("object");
  }
}
