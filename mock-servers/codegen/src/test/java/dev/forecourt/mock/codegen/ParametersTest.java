package dev.forecourt.mock.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Parameters of every style, and paths of every shape: what is taken, and what is refused. */
final class ParametersTest {

  @TempDir private static Path folder;
  private static Harness stub;

  @BeforeAll
  static void generate() {
    stub =
        Harness.of(
            """
            openapi: 3.0.3
            info: {title: Parameters, version: "1"}
            x-mock-port: 4999
            components:
              schemas:
                Numbers: {type: array, items: {type: integer}, maxItems: 2}
                Place: {type: object, required: [x], properties: {x: {type: integer}, y: {type: boolean}}}
            paths:
              /form: {get: {parameters: [{name: f, in: query, schema: {$ref: "#/components/schemas/Numbers"}}], responses: {"204": {description: ok}}}}
              /commas: {get: {parameters: [{name: f, in: query, explode: false, schema: {$ref: "#/components/schemas/Numbers"}}, {name: g, in: query, required: true, schema: {type: string}}], responses: {"204": {description: ok}}}}
              /pipes: {get: {parameters: [{name: f, in: query, style: pipeDelimited, explode: false, schema: {$ref: "#/components/schemas/Numbers"}}], responses: {"204": {description: ok}}}}
              /spaces: {get: {parameters: [{name: f, in: query, style: spaceDelimited, explode: false, schema: {$ref: "#/components/schemas/Numbers"}}], responses: {"204": {description: ok}}}}
              /deep: {get: {parameters: [{name: f, in: query, style: deepObject, schema: {type: object, properties: {at: {$ref: "#/components/schemas/Place"}, tags: {type: array, items: {type: integer}}}}}], responses: {"204": {description: ok}}}}
              /members: {get: {parameters: [{name: f, in: query, schema: {$ref: "#/components/schemas/Place"}}], responses: {"204": {description: ok}}}}
              /shared: {get: {operationId: getShared, parameters: [{name: made, in: query, style: deepObject, schema: {type: object, properties: {after: {type: integer}}}}, {name: sort, in: query, schema: {type: object, properties: {made: {type: string, enum: [asc]}, size: {type: string, enum: [asc]}}}}], responses: {"204": {description: ok}}}}
              /pairs: {get: {parameters: [{name: f, in: query, explode: false, schema: {$ref: "#/components/schemas/Place"}}], responses: {"204": {description: ok}}}}
              /content: {get: {parameters: [{name: f, in: query, content: {application/json: {schema: {$ref: "#/components/schemas/Place"}}}}], responses: {"204": {description: ok}}}}
              /either: {get: {parameters: [{name: f, in: query, schema: {oneOf: [{type: boolean}, {type: integer}]}}], responses: {"204": {description: ok}}}}
              /simple/{f}: {get: {parameters: [{name: f, in: path, required: true, schema: {$ref: "#/components/schemas/Numbers"}}], responses: {"204": {description: ok}}}}
              /label/{f}: {get: {parameters: [{name: f, in: path, required: true, style: label, schema: {$ref: "#/components/schemas/Numbers"}}], responses: {"204": {description: ok}}}}
              /labels/{f}: {get: {parameters: [{name: f, in: path, required: true, style: label, explode: true, schema: {$ref: "#/components/schemas/Numbers"}}], responses: {"204": {description: ok}}}}
              /matrix/{f}: {get: {parameters: [{name: f, in: path, required: true, style: matrix, schema: {$ref: "#/components/schemas/Numbers"}}], responses: {"204": {description: ok}}}}
              /matrices/{f}: {get: {parameters: [{name: f, in: path, required: true, style: matrix, explode: true, schema: {$ref: "#/components/schemas/Numbers"}}], responses: {"204": {description: ok}}}}
              /point/{f}: {get: {parameters: [{name: f, in: path, required: true, explode: true, schema: {$ref: "#/components/schemas/Place"}}], responses: {"204": {description: ok}}}}
              /header: {get: {parameters: [{name: X-F, in: header, schema: {$ref: "#/components/schemas/Numbers"}}, {name: Accept, in: header, required: true, schema: {type: string}}], responses: {"204": {description: ok}}}}
              /cookie: {get: {parameters: [{name: f, in: cookie, required: true, schema: {type: integer}}], responses: {"204": {description: ok}}}}
              /files/{name}.{ext}: {get: {parameters: [{name: name, in: path, required: true, schema: {type: integer}}, {name: ext, in: path, required: true, schema: {type: string, enum: [json]}}], responses: {"204": {description: ok}}}}
              /files/{name}: {get: {parameters: [{name: name, in: path, required: true, schema: {type: string, enum: [plain]}}], responses: {"204": {description: ok}}}}
              /shape/{one}: {get: {parameters: [{name: one, in: path, required: true, schema: {type: integer}}], responses: {"204": {description: ok}}}}
              /shape/{other}: {delete: {parameters: [{name: other, in: path, required: true, schema: {type: boolean}}], responses: {"204": {description: ok}}}}
            """,
            folder);
  }

  @AfterAll
  static void close() {
    stub.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      value = {
        "GET /form?f=1&f=2",
        "GET /commas?f=1,2&g=x",
        "GET /pipes?f=1%7C2",
        "GET /spaces?f=1%202",
        "GET /spaces?f=1+2",
        "GET /deep?f%5Bat%5D%5Bx%5D=1&f%5Bat%5D%5By%5D=true&f[tags][]=1&f[tags][]=2",
        "GET /deep",
        "GET /members?x=1&y=false",
        "GET /shared?made%5Bafter%5D=1&made=asc&size=asc",
        "GET /shared?made=any",
        "GET /pairs?f=x,1,y,true",
        "GET /content?f=%7B%22x%22%3A1%7D",
        "GET /either?f=true",
        "GET /either?f=7",
        "GET /simple/1,2",
        "GET /label/.1,2",
        "GET /labels/.1.2",
        "GET /matrix/;f=1,2",
        "GET /matrices/;f=1;f=2",
        "GET /point/x=1,y=true",
        "GET /header",
        "GET /files/7.json",
        "GET /files/plain",
        "GET /shape/1",
        "DELETE /shape/true",
      })
  void takesEachStyleAsItIsWritten(String line) {
    assertThat(stub.send(line).toString()).isEqualTo("204 ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " -> ",
      quoteCharacter = '`',
      value = {
        "GET /form?f=1&f=2&f=3 -> query parameter 'f' must have at most 2 items but had 3",
        "GET /commas?f=1,x&g=x -> query parameter 'f' must be an integer but was 'x'",
        "GET /commas?f=1 -> query parameter 'g' is required but was missing",
        "GET /pipes?f=1,2 -> query parameter 'f' must be an integer but was '1,2'",
        "GET /spaces?f=1%20x -> query parameter 'f' must be an integer but was 'x'",
        "GET /deep?f[at][y]=true -> query parameter 'f[at][x]' is required but was missing",
        "GET /deep?f[tags][]=x -> query parameter 'f[tags]' must be an integer but was 'x'",
        "GET /deep?g[at]=1 -> query parameter 'g[at]' is not documented; allowed are f",
        "GET /members?y=true -> query parameter 'f.x' is required but was missing",
        "GET /members?z=1 -> query parameter 'z' is not documented; allowed are f, x, y",
        "GET /shared?made[after]=x -> query parameter 'made[after]' must be an integer but was 'x'",
        "GET /shared?size=up -> query parameter 'sort.size' must be asc but was 'up'",
        "GET /pairs?f=x,one -> query parameter 'f.x' must be an integer but was 'one'",
        "GET /content?f=x -> query parameter 'f' must be an object but was 'x'",
        "GET /either?f=maybe -> query parameter 'f' must fit one of 2 alternatives but fits none"
            + " (query parameter 'f' must be one of 1, 0, true, false but was 'maybe' | query"
            + " parameter 'f' must be an integer but was 'maybe')",
        "GET /simple/1,x -> path parameter 'f' must be an integer but was 'x'",
        "GET /label/1,2 -> path parameter 'f' must begin with '.' but was '1,2'",
        "GET /labels/.1.2.3 -> path parameter 'f' must have at most 2 items but had 3",
        "GET /matrix/;f=x -> path parameter 'f' must be an integer but was 'x'",
        "GET /matrices/;f=1;f=x -> path parameter 'f' must be an integer but was 'x'",
        "GET /point/y=true -> path parameter 'f.x' is required but was missing",
        "GET /cookie -> cookie 'f' is required but was missing",
        "GET /files/x.json -> path parameter 'name' must be an integer but was 'x'",
        "GET /files/7.xml -> path parameter 'ext' must be json but was 'xml'",
        "DELETE /shape/1x -> path parameter 'other' must be one of 1, 0, true, false but was '1x'",
      })
  void refusesWhatDoesNotFit(String line, String reason) {
    Harness.Answer answer = stub.send(line);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.text()).contains("\"message\":\"" + reason);
  }

  @Test
  void readsListsInHeadersAndValuesInCookies() {
    assertThat(stub.send("GET /header", Map.of("X-F", "1, x"), "").status()).isEqualTo(400);
    assertThat(stub.send("GET /header", Map.of("X-F", "1,2"), "").status()).isEqualTo(204);
    assertThat(stub.send("GET /cookie", Map.of("Cookie", "a=b; f=7"), "").status()).isEqualTo(204);
    assertThat(stub.send("GET /cookie", Map.of("Cookie", "f=x"), "").text())
        .contains("cookie 'f' must be an integer but was 'x'");
  }

  @Test
  void notesMembersThatHaveTheNamesOfOtherParameters() {
    assertThat(stub.notes())
        .filteredOn(each -> each.startsWith("getShared"))
        .containsExactly(
            "getShared: members of the parameter 'sort' have the names of other parameters and are"
                + " not read: made");
  }
}
