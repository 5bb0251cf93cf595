package dev.forecourt.mock.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a caller sends who has nothing but the contract is answered by a stub with items. */
final class SampleRequestTest {

  @TempDir private static Path folder;
  private static Harness stub;

  @BeforeAll
  static void generate() {
    stub =
        Harness.of(
            """
            openapi: 3.0.3
            info: {title: Books, version: "1"}
            x-mock-port: 4999
            security: [{key: []}]
            components:
              securitySchemes:
                key: {type: apiKey, in: header, name: X-Key}
              schemas:
                Book: {type: object, required: [id], properties: {id: {type: string, example: bk-1}, title: {type: string}}}
              parameters:
                shelf: {name: shelf_id, in: path, required: true, schema: {type: string}}
                book: {name: book_id, in: path, required: true, schema: {type: string}}
              responses:
                part: {description: ok, content: {application/json: {schema: {type: object, required: [number], properties: {number: {type: integer}}}}}}
                book: {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Book"}}}}
                books: {description: ok, content: {application/json: {schema: {type: array, items: {$ref: "#/components/schemas/Book"}}}}}
              requestBodies:
                book: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/Book"}}}}
            paths:
              /shelves/{shelf_id}/books:
                parameters: [{$ref: "#/components/parameters/shelf"}]
                get:
                  operationId: listBooks
                  x-convention: {collection: books, role: list, member: id, items: "", parents: {shelf_id: ""}}
                  parameters:
                    - {name: X-Tenant, in: header, required: true, schema: {type: string}, example: "the  north's"}
                    - {name: x-key, in: header, required: true, schema: {type: string}}
                    - {name: site, in: query, required: true, schema: {type: string, enum: [a b, c]}}
                    - {name: area, in: query, required: true, style: deepObject, explode: true, schema: {type: object, additionalProperties: false, properties: {from: {type: integer, minimum: 3}}}}
                    - {name: where, in: query, required: true, schema: {type: object, required: [city], properties: {city: {type: string}}}}
                    - {name: seen, in: cookie, required: true, schema: {type: string}}
                  responses: {"200": {$ref: "#/components/responses/books"}}
                post:
                  operationId: addBook
                  x-convention: {collection: books, role: create, member: id, item: "", parents: {shelf_id: ""}}
                  requestBody: {$ref: "#/components/requestBodies/book"}
                  responses: {"201": {$ref: "#/components/responses/book"}}
              /shelves/{shelf_id}/books/{book_id}:
                parameters: [{$ref: "#/components/parameters/shelf"}, {$ref: "#/components/parameters/book"}]
                delete:
                  operationId: removeBook
                  x-convention: {collection: books, role: delete, id: book_id, member: id, parents: {shelf_id: ""}}
                  responses: {"204": {description: gone}}
                put:
                  operationId: replaceBook
                  x-convention: {collection: books, role: replace, id: book_id, member: id, item: "", parents: {shelf_id: ""}}
                  requestBody: {$ref: "#/components/requestBodies/book"}
                  responses: {"200": {$ref: "#/components/responses/book"}}
              /parts/{part}:
                patch:
                  operationId: changePart
                  requestBody: {required: true, content: {application/json: {schema: {type: object}}}}
                  x-convention: {collection: parts, role: change, id: part, member: number, item: ""}
                  parameters: [{name: part, in: path, required: true, schema: {type: string}, example: "12"}]
                  responses: {"200": {$ref: "#/components/responses/part"}}
                put:
                  operationId: replacePart
                  x-convention: {collection: parts, role: replace, id: part, member: number, item: ""}
                  parameters: [{name: part, in: path, required: true, schema: {type: string}, example: "vin:7"}]
                  requestBody: {required: true, content: {application/json: {schema: {type: object}}}}
                  responses: {"200": {$ref: "#/components/responses/part"}}
                delete:
                  operationId: removePart
                  x-convention: {collection: parts, role: delete, id: part, member: number}
                  parameters: [{name: part, in: path, required: true, schema: {type: string}, example: "14"}]
                  responses: {"204": {description: gone}}
              /rare:
                post:
                  operationId: addRare
                  x-convention: {collection: rare, role: create, member: id, item: ""}
                  requestBody: {$ref: "#/components/requestBodies/book"}
                  responses: {"201": {$ref: "#/components/responses/book"}, "409": {description: taken}}
            """,
            folder);
  }

  @BeforeEach
  void reset() {
    assertThat(stub.send("POST /__mock/reset").status()).isLessThan(300);
  }

  @AfterAll
  static void close() {
    stub.close();
  }

  @Test
  void carriesAllThatIsRequiredAndNoCredentials() {
    assertThat(stub.vendor().samplePath())
        .isEqualTo("/shelves/shelf_id/books?site=a%20b&area%5Bfrom%5D=3&city=city");
    assertThat(stub.vendor().sampleHeaders())
        .isEqualTo(Map.of("X-Tenant", "the north's", "Cookie", "seen=seen"));
  }

  @Test
  void isAnsweredWithThoseHeaders() {
    Map<String, String> headers = new LinkedHashMap<>(stub.vendor().headers());
    headers.putAll(stub.vendor().sampleHeaders());

    Harness.Answer answer = stub.send("GET " + stub.vendor().samplePath(), headers, "");

    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
  }

  @Test
  void findsAnItemUnderTheIdOfTheExampleAndUnderThatOfTheSchema() {
    assertThat(stub.call("PUT /shelves/shelf_id/books/bk-1", "{\"id\":\"bk-1\"}").status())
        .isEqualTo(200);
    assertThat(stub.call("PUT /shelves/shelf_id/books/book_id", "{\"id\":\"bk-1\"}").text())
        .contains("\"id\":\"book_id\"");
    assertThat(stub.call("DELETE /shelves/1/books/bk-1", "").status()).isEqualTo(404);
  }

  @Test
  void findsAnItemUnderTheExampleOfEachOperation() {
    assertThat(stub.call("PATCH /parts/12", "{}").text()).isEqualTo("{\"number\":12}");
    assertThat(stub.call("PUT /parts/vin:7", "{}").text()).isEqualTo("{\"number\":25}");
    assertThat(stub.call("PATCH /parts/15", "{}").text()).isEqualTo("{\"number\":15}");
    assertThat(stub.call("DELETE /parts/14", "").status()).isEqualTo(204);
    assertThat(stub.call("PATCH /parts/14", "{}").status()).isEqualTo(404);
  }

  @Test
  void takesAnItemInPlaceOfAnotherWhereNoConflictIsDocumented() {
    Harness.Answer made = stub.call("POST /shelves/1/books", "{\"id\":\"bk-1\",\"title\":\"new\"}");

    assertThat(made).hasToString("201 {\"id\":\"bk-1\",\"title\":\"new\"}");
  }

  @Test
  void refusesAnItemThatIsThereWhereTheContractDocumentsIt() {
    Harness.Answer again = stub.call("POST /rare", "{\"id\":\"bk-1\"}");

    assertThat(again.status()).isEqualTo(409);
  }
}
