package dev.forecourt.contract.tools;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Contracts that were made from a vendor's own file have no samples beside them. */
final class DocumentedRequestsTest {

  @TempDir private Path folder;

  @Test
  void leavesOutWhatHasNoExample() throws IOException {
    List<DocumentedRequest> requests =
        requests(
            """
            /cars:
              get:
                operationId: listCars
                parameters:
                  - {name: page, in: query, schema: {type: integer, example: 2}}
                  - {name: colour, in: query, schema: {type: string}}
                responses: {default: {description: Anything.}}
            """);

    assertThat(requests)
        .extracting(DocumentedRequest::target)
        .containsExactly("/cars?page=2", "/cars");
    assertThat(requests.get(0).status()).isEqualTo(200);
  }

  @Test
  void showsNoCallThatLacksARequiredExample() throws IOException {
    List<DocumentedRequest> requests =
        requests(
            """
            /cars/{id}:
              get:
                operationId: getCar
                parameters:
                  - {name: id, in: path, required: true, schema: {type: string}}
                responses: {2XX: {description: A car.}}
            /cars:
              post:
                operationId: createCar
                requestBody: {content: {application/json: {schema: {type: object}}}}
                responses: {'201': {description: A car.}}
            """);

    assertThat(requests).isEmpty();
  }

  private List<DocumentedRequest> requests(String paths) throws IOException {
    Files.writeString(
        folder.resolve("openapi.yaml"),
        "openapi: 3.0.3\ninfo: {title: Cars, version: '1'}\npaths:\n" + paths.indent(2));
    return DocumentedRequests.of(folder).complete();
  }
}
