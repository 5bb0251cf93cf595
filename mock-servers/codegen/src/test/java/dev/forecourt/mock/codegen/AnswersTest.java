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

/** What is answered by operations that nobody has said more of than the contract does. */
final class AnswersTest {

  @TempDir private static Path folder;
  private static Harness stub;

  @BeforeAll
  static void generate() {
    stub =
        Harness.of(
            """
            openapi: 3.0.3
            info: {title: "Answers */ \\\\u002a/ of <b>all</b> kinds", version: "1"}
            x-mock-port: 4999
            components:
              schemas:
                Row: {type: object, required: [id, name], properties: {id: {type: integer}, name: {type: string}}, xml: {name: row}}
            paths:
              /sample: {get: {responses: {"200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Row"}}}}}}}
              /example: {get: {responses: {"200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Row"}, example: {id: 7, name: seven}}}}}}}
              /wrong: {get: {responses: {"200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Row"}, examples: {bad: {value: {id: x}}}}}}}}}
              /second: {get: {responses: {"200": {description: ok, content: {text/html: {example: hello}, application/vnd.acme+json: {schema: {$ref: "#/components/schemas/Row"}}}}}}}
              /text: {get: {responses: {"200": {description: ok, content: {text/plain: {schema: {type: string, example: hello}}}}}}}
              /csv: {get: {responses: {"200": {description: ok, content: {text/csv: {schema: {type: array, items: {$ref: "#/components/schemas/Row"}}}}}}}}
              /xml: {get: {responses: {"200": {description: ok, content: {application/xml: {schema: {$ref: "#/components/schemas/Row"}}}}}}}
              /bytes: {get: {responses: {"200": {description: ok, content: {application/pdf: {schema: {type: string, format: binary}}}}}}}
              /anything: {get: {responses: {"200": {description: ok, content: {"*/*": {schema: {$ref: "#/components/schemas/Row"}}}}}}}
              /none: {get: {responses: {"204": {description: ok}}}}
              /range: {get: {responses: {"2XX": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Row"}}}}, "4XX": {description: no, content: {application/problem+json: {schema: {type: object, properties: {title: {type: string}, status: {type: integer}}}}}}}}}
              /default: {get: {responses: {default: {description: all, content: {application/json: {schema: {$ref: "#/components/schemas/Row"}}}}}}}
              /moved: {get: {responses: {"302": {description: away, headers: {Location: {schema: {type: string, format: uri}}}}}}}
              /failing: {get: {responses: {"404": {description: no}}}}
              /headers: {get: {responses: {"200": {description: ok, headers: {X-Count: {schema: {type: integer, minimum: 5}}, X-List: {schema: {type: array, items: {type: string, enum: [a]}}}}}}}}
              /untyped: {get: {responses: {"200": {description: ok, content: {application/json: {}}}}}}
              /secret: {get: {responses: {"200": {description: ok, content: {application/json: {schema: {type: object, required: [password], properties: {password: {type: string, writeOnly: true}}}}}}}}}
              /hooks:
                post:
                  callbacks: {onEvent: {"{$request.body#/url}": {post: {operationId: hooked, responses: {"200": {description: ok}}}}}}
                  responses: {"204": {description: ok}}
              /names: {get: {operationId: all, parameters: [{name: class, in: query, schema: {type: string}}, {name: "a-b", in: query, schema: {type: string}}, {name: a_b, in: query, schema: {type: string}}, {name: "*/", in: header, schema: {type: string}}], responses: {"204": {description: ok}}}}
              /names2: {get: {operationId: get-it, responses: {"204": {description: ok}}}}
              /names3: {get: {operationId: get_it, summary: "ends */ here \\\\u0022", responses: {"204": {description: ok}}}}
              /names4: {get: {operationId: getIT, responses: {"204": {description: ok}}}}
              /names5: {get: {operationId: class, responses: {"204": {description: ok}}}}
              /names6: {get: {operationId: "1st", responses: {"204": {description: ok}}}}
            """,
            folder);
  }

  @AfterAll
  static void close() {
    stub.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\u0001',
      value = {
        "/sample | 200 | application/json | {`id`:1,`name`:`name`}",
        "/example | 200 | application/json | {`id`:7,`name`:`seven`}",
        "/wrong | 200 | application/json | {`id`:1,`name`:`name`}",
        "/second | 200 | application/vnd.acme+json | {`id`:1,`name`:`name`}",
        "/text | 200 | text/plain | hello",
        "/csv | 200 | text/csv | id,name^1,name^",
        "/xml | 200 | application/xml | <?xml version=`1.0` encoding=`UTF-8`?><Row><id>1</id><name>name</name></Row>",
        "/bytes | 200 | application/pdf | getBytes",
        "/anything | 200 | application/json | {`id`:1,`name`:`name`}",
        "/none | 204 | null |",
        "/range | 200 | application/json | {`id`:1,`name`:`name`}",
        "/default | 200 | application/json | {`id`:1,`name`:`name`}",
        "/moved | 302 | null |",
        "/failing | 200 | null |",
        "/untyped | 200 | application/json | null",
        "/secret | 200 | application/json | {}",
        "/names?class=a&a-b=b&a_b=c | 204 | null |",
        "/names2 | 204 | null |",
        "/names3 | 204 | null |",
        "/names4 | 204 | null |",
        "/names5 | 204 | null |",
        "/names6 | 204 | null |",
      })
  void answersFromTheContract(String path, int status, String type, String body) {
    Harness.Answer answer = stub.send("GET " + path);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.type()).isEqualTo(type);
    assertThat(answer.text())
        .isEqualTo(body == null ? "" : body.replace('`', '"').replace("^", "\r\n"));
  }

  @Test
  void givesHeadersThatFit() {
    assertThat(stub.send("GET /headers").response().header("X-Count")).isEqualTo("5");
    assertThat(stub.send("GET /headers").response().header("X-List")).isEqualTo("a");
    assertThat(stub.send("GET /moved").response().header("Location"))
        .isEqualTo("https://example.com/1");
  }

  @Test
  void forcesAnyStatusOfARangeInItsShape() {
    Harness.Answer answer = stub.send("GET /range", Map.of("Prefer", "code=418"), "");

    assertThat(answer.toString())
        .isEqualTo("418 {\"title\":\"asked for by Prefer: code=418\",\"status\":418}");
    assertThat(answer.type()).isEqualTo("application/problem+json");
  }

  @Test
  void leavesCallbacksAlone() {
    assertThat(stub.send("POST /hooks").status()).isEqualTo(204);
  }

  @Test
  void tellsWhichOperationsItHasNamed() {
    assertThat(stub.notes())
        .contains(
            "GET /names: the operation is called 'all2'",
            "GET /names3: the operation is called 'get_it2'",
            "GET /names4: the operation is called 'getIT3'",
            "getWrong 200: the example does not fit the schema; a sample is answered",
            "getFailing: no success is documented; 200 without a body is")
        .noneMatch(each -> each.startsWith("getSecond"));
  }
}
