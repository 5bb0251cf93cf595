package dev.forecourt.clients.corpus;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What no right code can be written for ends the build, all of it at once and with its place. */
class RefusalsTest {
  @TempDir Path folder;

  private void refuses(String contract, String... words) throws IOException {
    Path file = Files.writeString(folder.resolve("contract.yaml"), contract);

    assertThatThrownBy(() -> GeneratedClient.of(file, folder.resolve("out")))
        .hasStackTraceContaining(words[0])
        .hasStackTraceContaining(words[words.length - 1]);
  }

  @Test
  void namesEachReferenceThatLeadsNowhere() throws IOException {
    refuses(
        """
        openapi: 3.0.3
        info: {title: Acme, version: '1'}
        paths:
          /a:
            get:
              operationId: get
              parameters: [{$ref: '#/components/parameters/Gone'}]
              responses:
                '200': {description: It., content: {application/json: {schema: {$ref: '#/components/schemas/Lost'}}}}
        """,
        "GET /a: nothing is at #/components/parameters/Gone. Correct the $ref, or add it.",
        "GET /a 200: nothing is at #/components/schemas/Lost. Correct the $ref, or add it.");
  }

  @Test
  void namesPagingThatLeadsNowhere() throws IOException {
    refuses(
        """
        openapi: 3.0.3
        info: {title: Acme, version: '1'}
        paths:
          /a:
            get:
              operationId: list
              x-paging: {style: offset, parameter: skip, items: /rows}
              responses:
                '200': {description: It., content: {application/json: {schema: {type: object, properties: {data: {type: array, items: {type: string}}}}}}}
        """,
        "list: x-paging with items '/rows'. Expected a pointer to an array of the answer.");
  }

  @Test
  void namesAPathItemThatLeadsNowhere() throws IOException {
    refuses(
        """
        openapi: 3.0.3
        info: {title: Acme, version: '1'}
        paths:
          /a: {$ref: '#/components/pathItems/Gone'}
        """,
        "/a: nothing is at #/components/pathItems/Gone.");
  }
}
