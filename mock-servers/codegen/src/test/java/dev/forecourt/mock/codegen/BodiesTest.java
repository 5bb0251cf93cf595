package dev.forecourt.mock.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Bodies in every media type: what is read and checked, and what is refused. */
final class BodiesTest {

  @TempDir private static Path folder;
  private static Harness stub;

  @BeforeAll
  static void generate() {
    stub =
        Harness.of(
            """
            openapi: 3.0.3
            info: {title: Bodies, version: "1"}
            x-mock-port: 4999
            components:
              schemas:
                Pet:
                  type: object
                  required: [id, name]
                  properties:
                    id: {type: integer, readOnly: true}
                    name: {type: string, maxLength: 5}
                    age: {type: integer}
                    home: {type: object, properties: {street: {type: string}, floor: {type: integer}}}
            paths:
              /either:
                post:
                  requestBody:
                    required: true
                    content:
                      application/json; charset=utf-8: {schema: {$ref: "#/components/schemas/Pet"}}
                      application/x-www-form-urlencoded: {schema: {$ref: "#/components/schemas/Pet"}}
                  responses: {"204": {description: ok}}
              /patch: {patch: {requestBody: {content: {application/merge-patch+json: {schema: {$ref: "#/components/schemas/Pet"}}}}, responses: {"204": {description: ok}}}}
              /text: {post: {requestBody: {required: true, content: {text/plain: {schema: {type: string, maxLength: 3}}}}, responses: {"204": {description: ok}, "415": {description: no}}}}
              /csv: {post: {requestBody: {content: {text/csv: {schema: {type: array, items: {type: string}}}}}, responses: {"204": {description: ok}}}}
              /xml: {post: {requestBody: {content: {application/xml: {schema: {$ref: "#/components/schemas/Pet"}}}}, responses: {"204": {description: ok}}}}
              /bytes: {post: {requestBody: {required: true, content: {application/octet-stream: {schema: {type: string, format: binary}}}}, responses: {"204": {description: ok}}}}
              /any: {post: {requestBody: {content: {"*/*": {schema: {$ref: "#/components/schemas/Pet"}}}}, responses: {"204": {description: ok}}}}
              /image: {post: {requestBody: {content: {"image/*": {schema: {type: string, format: binary}}}}, responses: {"204": {description: ok}}}}
              /scalar: {put: {requestBody: {required: true, content: {application/json: {schema: {type: string, maxLength: 3}}}}, responses: {"204": {description: ok}}}}
              /upload:
                post:
                  requestBody:
                    required: true
                    content:
                      multipart/form-data:
                        schema:
                          type: object
                          required: [file]
                          properties:
                            file: {type: string, format: binary}
                            count: {type: integer}
                            pet: {$ref: "#/components/schemas/Pet"}
                  responses: {"204": {description: ok}}
              /uploads: {post: {requestBody: {content: {multipart/form-data: {schema: {type: object, properties: {title: {type: string}, files: {type: array, items: {type: string, format: binary}}}}}}}, responses: {"204": {description: ok}}}}
              /photos: {post: {requestBody: {content: {multipart/form-data: {schema: {type: object, properties: {title: {type: string}, files: {type: array, items: {type: string, contentMediaType: image/jpeg}}}}}}}, responses: {"204": {description: ok}}}}
              /sample: {post: {requestBody: {content: {application/json: {schema: {type: object, properties: {example: {type: string}}}, example: {$ref: other.json}}, text/json: {schema: {type: object}, examples: {one: {value: {$ref: other.json}}}}}}, responses: {"204": {description: ok}}}}
              /nothing: {post: {responses: {"204": {description: ok}}}}
              /unfit: {put: {operationId: putUnfit, requestBody: {content: {application/json: {schema: {allOf: [{type: string}, {type: integer}]}}}}, responses: {"204": {description: ok}}}}
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
        "POST /either | application/json | {`name`:`Rex`}",
        "POST /either | application/json | {`name`:`Rex`,`id`:`ignored`}",
        "POST /either | application/x-www-form-urlencoded |"
            + " name=Rex&age=3&home[street]=S&home[floor]=2",
        "PATCH /patch | application/merge-patch+json | {`name`:`Rex`}",
        "PATCH /patch | - |",
        "POST /text | text/plain; charset=utf-8 | abc",
        "POST /csv | text/csv | a,b",
        "POST /xml | application/xml | <pet/>",
        "POST /bytes | application/octet-stream | abc",
        "POST /any | application/json | {`name`:`Rex`}",
        "POST /any | image/gif | GIF",
        "POST /image | image/png | PNG",
        "PUT /scalar | application/json | `abc`",
        "POST /sample | application/json | {`$ref`:`other.json`}",
        "POST /nothing | - |",
      })
  void takes(String line, String type, String body) {
    assertThat(send(line, type, body).toString()).isEqualTo("204 ");
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '\u0001',
      value = {
        "POST /either | application/json | {`age`:1} | 400 | body field 'name' is required but was"
            + " missing",
        "POST /either | application/x-www-form-urlencoded | name=Rex&age=x | 400 | form field 'age'"
            + " must be an integer but was 'x'",
        "POST /either | application/x-www-form-urlencoded | name=Rex&home[floor]=x | 400 | form"
            + " field 'home.floor' must be an integer but was 'x'",
        "POST /either | text/plain | x | 400 | header 'Content-Type' must be application/json or"
            + " application/x-www-form-urlencoded but was 'text/plain'",
        "POST /either | - | - | 400 | body is required but was missing; send application/json or"
            + " application/x-www-form-urlencoded",
        "PATCH /patch | application/merge-patch+json | {`name`:`RexRex`} | 400 | body field 'name'"
            + " must be at most 5 characters long but was 'RexRex'",
        "POST /text | text/plain | abcd | 400 | body must be at most 3 characters long but was"
            + " 'abcd'",
        "POST /text | text/html | abc | 415 | header 'Content-Type' must be text/plain but was"
            + " 'text/html'",
        "POST /any | application/json | {} | 400 | body field 'name' is required but was missing",
        "POST /image | text/plain | x | 400 | header 'Content-Type' must be image/* but was"
            + " 'text/plain'",
        "PUT /scalar | application/json | 5 | 400 | body must be a string but was '5'",
        "POST /nothing | text/plain | x | 400 | no body is documented here but 1 bytes were sent",
      })
  void refuses(String line, String type, String body, int status, String reason) {
    Harness.Answer answer = send(line, type, body);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.text()).contains("\"message\":\"" + reason + "\"");
  }

  @Test
  void namesTheBodyThatNobodyCanSend() {
    assertThat(stub.notes())
        .filteredOn(each -> each.contains("no body was found"))
        .containsExactly(
            "putUnfit: no body was found that fits the schema; whatever is sent may be refused");
  }

  @Test
  void takesFilesAndObjectsInMultipart() {
    byte[] body =
        """
        --b\r
        Content-Disposition: form-data; name="file"; filename="a.bin"\r
        Content-Type: application/octet-stream\r
        \r
        \u00ff\u0000\r
        --b\r
        Content-Disposition: form-data; name="count"\r
        \r
        %s\r
        --b\r
        Content-Disposition: form-data; name="pet"\r
        Content-Type: application/json\r
        \r
        {"name": "Rex"}\r
        --b--\r
        """
            .getBytes(StandardCharsets.ISO_8859_1);
    Map<String, String> headers = Map.of("Content-Type", "multipart/form-data; boundary=b");
    String text = new String(body, StandardCharsets.ISO_8859_1);

    assertThat(multipart(headers, text.replace("%s", "7")).status()).isEqualTo(204);
    assertThat(multipart(headers, text.replace("%s", "x")).text())
        .contains("form field 'count' must be an integer but was 'x'");
    assertThat(
            multipart(headers, text.replace("%s", "7").replace("\"name\": ", "\"nam\": ")).text())
        .contains("form field 'pet.name' is required but was missing");
    assertThat(multipart(headers, text.replace("%s", "7").replace("\"file\"", "\"other\"")).text())
        .contains("form field 'file' is required but was missing");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/uploads", "/photos"})
  void takesSeveralFilesInMultipart(String path) {
    String body =
        """
        --b\r
        Content-Disposition: form-data; name="title"\r
        \r
        T\r
        --b\r
        Content-Disposition: form-data; name="files"; filename="a.bin"\r
        \r
        1\r
        --b\r
        Content-Disposition: form-data; name="files"; filename="b.bin"\r
        \r
        2\r
        --b--\r
        """;

    Harness.Answer answer =
        stub.send(
            "POST " + path,
            Map.of("Content-Type", "multipart/form-data; boundary=b"),
            body.getBytes(StandardCharsets.ISO_8859_1));

    assertThat(answer.toString()).isEqualTo("204 ");
  }

  private static Harness.Answer multipart(Map<String, String> headers, String body) {
    return stub.send("POST /upload", headers, body.getBytes(StandardCharsets.ISO_8859_1));
  }

  private static Harness.Answer send(String line, String type, String body) {
    Map<String, String> headers = type.equals("-") ? Map.of() : Map.of("Content-Type", type);
    String sent = body == null || body.equals("-") ? "" : body.replace('`', '"');
    return stub.send(line, headers, sent);
  }
}
