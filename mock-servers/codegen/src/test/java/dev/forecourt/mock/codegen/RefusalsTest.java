package dev.forecourt.mock.codegen;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What no stub can be made of is said all at once, each with its place; what is left out is told.
 */
final class RefusalsTest {

  @TempDir private Path folder;

  @Test
  void saysAllThatItRefusesAtOnce() {
    Throwable refused =
        catchThrowable(
            () ->
                generate(
                    """
                    openapi: 3.0.3
                    info: {title: Faulty, version: "1"}
                    paths:
                      pets:
                        get: {responses: {"200": {description: ok}}}
                      /a:
                        get:
                          operationId: getA
                          security: [{nobody: []}]
                          responses: {"200": {description: ok}}
                        post:
                          parameters: [{name: x, in: body, schema: {type: string}}]
                          responses: {"20O": {description: ok}}
                      /b:
                        get:
                          responses:
                            "200":
                              description: ok
                              content:
                                application/json:
                                  schema:
                                    type: object
                                    properties:
                                      one: {type: file}
                                      two: {$ref: "#/components/schemas/Missing"}
                                      three: {type: string, maxLength: "5"}
                      /c?x=1:
                        get: {responses: {"200": {description: ok}}}
                    """));

    assertThat(refused)
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            """
            The contract has 9 places that no stub can be made of:
            - #/paths: the path 'pets' must begin with '/'. Correct the contract.
            - #/paths/~1a/post/parameters/0: a parameter needs a name and 'in' as one of path, query, header, cookie but has 'body'. Correct it.
            - #/paths/~1a/post/responses: '20O' is no status. Write 200, 2XX or default.
            - #/paths/~1b/get/responses/200/content/application~1json/schema/properties/one: 'file' is no type. Write one of array, boolean, integer, number, object, string.
            - #/paths/~1b/get/responses/200/content/application~1json/schema/properties/two: the reference '#/components/schemas/Missing' leads nowhere. Correct it, or add what it names to the file.
            - #/paths/~1b/get/responses/200/content/application~1json/schema/properties/three: 'maxLength' must be a whole number but was "5". Correct the contract.
            - security: the scheme 'nobody', which the contract does not describe, is not supported by the stub generator. Write it differently or extend the generator.
            - #/paths: '/c?x=1' holds a query. Write it as parameters.
            - The contract has no x-mock-port beside info. Add one, such as x-mock-port: 4011.\
            """);
  }

  @Test
  void refusesTwoTemplatesOfOneShapeWithOneVerb() {
    Throwable refused =
        catchThrowable(
            () ->
                generate(
                    """
                    openapi: 3.0.3
                    info: {title: Twice, version: "1"}
                    x-mock-port: 4999
                    paths:
                      /a/{x}:
                        get: {responses: {"200": {description: ok}}}
                      /a/{y}:
                        get: {responses: {"200": {description: ok}}}
                    """));

    assertThat(refused)
        .hasMessage(
            "GET /a/{y}: another path template of the same shape has this verb. Remove one.");
  }

  @Test
  void refusesWhatIsNoOpenApi3() {
    Throwable refused =
        catchThrowable(() -> generate("swagger: \"2.0\"\ninfo: {title: Old, version: \"1\"}\n"));

    assertThat(refused)
        .hasMessage(
            "'openapi' must be 3.0 or 3.1 but was '2.0'. Import the file first: scripts/new-vendor.");
  }

  @Test
  void tellsWhatItLeavesOut() throws IOException {
    List<String> notes =
        generate(
            """
            openapi: 3.2.0
            info: {title: Notes, version: "1"}
            x-mock-port: 4999
            paths:
              /a:
                query: {responses: {"200": {description: ok}}}
                get:
                  parameters:
                    - {name: code, in: query, schema: {type: string, format: iban}}
                    - {name: other, in: query, schema: {type: string, pattern: "a++"}}
                    - {name: gone, in: path, required: true, schema: {type: string}}
                  responses:
                    "404": {description: no}
              /b/{undeclared}:
                get:
                  operationId: getB
                  responses:
                    "200":
                      description: ok
                      content:
                        application/json:
                          example: 5
                          schema: {type: string, unevaluatedProperties: false}
            """);

    assertThat(notes)
        .containsExactlyInAnyOrder(
            "#/openapi: version 3.2.0 is read as far as it equals 3.1",
            "#/paths/~1a: 'query' of OpenAPI 3.2 is left out",
            "#/paths/~1b~1{undeclared}/get/responses/200/content/application~1json/schema:"
                + " 'unevaluatedProperties' is not checked",
            "GET /a: the operation is called 'getA'",
            "getA: the path parameter 'gone' that is not in the path is left out",
            "getA code: format 'iban' is taken as any text",
            "getA other: pattern 'a++' is not checked: a count of a count",
            "getA: no success is documented; 200 without a body is",
            "getB: the path's variable 'undeclared' is taken as any text",
            "getB 200: the example does not fit the schema; a sample is answered");
  }

  private List<String> generate(String contract) {
    try {
      return Harness.generate(Files.writeString(folder.resolve("openapi.yaml"), contract), folder);
    } catch (IOException e) {
      throw new AssertionError(e);
    }
  }
}
