package dev.forecourt.mock.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** A stub that remembers by convention. */
final class ConventionTest {

  private static final String FIRST = "GET /owners/o-7/pets/7";

  @TempDir private static Path folder;
  private static Harness stub;

  @BeforeAll
  static void generate() {
    stub =
        Harness.of(
            """
            openapi: 3.0.3
            info: {title: Pets, version: "1"}
            x-mock-port: 4999
            x-error-shape: {message: /problem/text, code: /problem/number}
            servers: [{url: "https://api.example.com/v2/"}]
            components:
              schemas:
                AnyCat: {oneOf: [{$ref: "#/components/schemas/Tabby"}, {$ref: "#/components/schemas/Tom"}], discriminator: {propertyName: kind}}
                Tabby: {type: object, required: [kind], properties: {kind: {type: string}}}
                Tom: {type: object, required: [kind], properties: {kind: {type: string}}}
                Pet:
                  type: object
                  additionalProperties: false
                  required: [id, name, status, createdAt]
                  properties:
                    id: {type: integer, readOnly: true}
                    name: {type: string, maxLength: 10}
                    status: {type: string, enum: [free, sold]}
                    ownerId: {type: string, readOnly: true}
                    createdAt: {type: string, format: date-time, readOnly: true}
                    updatedAt: {type: string, format: date-time, readOnly: true}
                    note: {type: string, nullable: true}
                NewPet:
                  type: object
                  required: [name]
                  properties:
                    name: {type: string}
                    status: {type: string, enum: [free, sold]}
                    note: {type: string, nullable: true}
                    unknown: {type: string}
                Problem:
                  type: object
                  required: [problem]
                  properties:
                    problem: {type: object, required: [text, number], properties: {text: {type: string}, number: {type: integer}, hint: {type: string}}}
              responses:
                Problem: {description: no, content: {application/json: {schema: {$ref: "#/components/schemas/Problem"}}}}
              parameters:
                ownerId: {name: ownerId, in: path, required: true, schema: {type: string}, example: o-7}
                petId: {name: petId, in: path, required: true, schema: {type: integer}, example: 7}
            paths:
              /tags/{tagId}:
                get:
                  operationId: getTag
                  x-convention: {collection: tags, role: read, id: tagId, member: id, item: ""}
                  parameters: [{name: tagId, in: path, required: true, schema: {type: string}}]
                  responses:
                    "200": {description: ok, content: {application/json: {schema: {type: object, required: [id], properties: {id: {type: string}}}}}}
              /visits:
                post:
                  operationId: createVisit
                  x-convention: {collection: visits, role: create, member: id, item: ""}
                  requestBody: {required: true, content: {application/json: {schema: {type: object}}}}
                  responses:
                    "201": {description: ok, content: {application/json: {schema: {type: object, required: [id], properties: {id: {type: string, readOnly: true}}}}}}
              /visits/{visitId}:
                get:
                  operationId: getVisit
                  x-convention: {collection: visits, role: read, id: visitId, member: id, item: ""}
                  parameters: [{name: visitId, in: path, required: true, schema: {type: string, pattern: "^td_[0-9]+$"}, example: td_17}]
                  responses:
                    "200": {description: ok, content: {application/json: {schema: {type: object, required: [id], properties: {id: {type: string}}}}}}
              /houses/{houseId}/rooms:
                get:
                  operationId: listRooms
                  x-convention: {collection: rooms, role: list, member: id, items: "", parents: {houseId: ""}}
                  parameters: [{name: houseId, in: path, required: true, schema: {type: string}, example: h-1}]
                  responses:
                    "200": {description: ok, content: {application/json: {schema: {type: array, items: {type: object, required: [id], properties: {id: {type: string}}}}}}}
              /houses/{houseId}/rooms/{roomId}:
                get:
                  operationId: getRoom
                  x-convention: {collection: rooms, role: read, id: roomId, member: id, item: "", parents: {houseId: ""}}
                  parameters:
                    - {name: houseId, in: path, required: true, schema: {type: string}, example: h-2}
                    - {name: roomId, in: path, required: true, schema: {type: string}, example: r-2}
                  responses:
                    "200": {description: ok, content: {application/json: {schema: {type: object, required: [id], properties: {id: {type: string}}}}}}
                put:
                  operationId: replaceRoom
                  x-convention: {collection: rooms, role: replace, id: roomId, member: id, parents: {houseId: ""}}
                  parameters:
                    - {name: houseId, in: path, required: true, schema: {type: string}, example: h-4}
                    - {name: roomId, in: path, required: true, schema: {type: string}, example: r-2}
                  responses: {"204": {description: done}}
                delete:
                  operationId: deleteRoom
                  x-convention: {collection: rooms, role: delete, id: roomId, member: id, parents: {houseId: ""}}
                  parameters:
                    - {name: houseId, in: path, required: true, schema: {type: string}, example: h-3}
                    - {name: roomId, in: path, required: true, schema: {type: string}, example: r-3}
                  responses: {"204": {description: gone}}
              /owners/{ownerId}/pets:
                parameters: [{$ref: "#/components/parameters/ownerId"}]
                get:
                  operationId: listPets
                  x-convention: {collection: pets, role: list, id: petId, member: id, items: /data, parents: {ownerId: ownerId}, filters: {status: status}, sort: {parameter: sort}}
                  x-paging: {style: offset, parameter: offset, size: limit, items: /data, total: /total, next: /next}
                  parameters:
                    - {name: offset, in: query, schema: {type: integer}}
                    - {name: limit, in: query, schema: {type: integer, maximum: 50, default: 4}}
                    - {name: status, in: query, schema: {type: string}}
                    - {name: sort, in: query, schema: {type: string}}
                  responses:
                    "200":
                      description: ok
                      content:
                        application/json:
                          schema:
                            type: object
                            required: [data, total]
                            properties:
                              data: {type: array, items: {$ref: "#/components/schemas/Pet"}}
                              total: {type: integer}
                              next: {type: string, nullable: true}
                post:
                  operationId: createPet
                  x-convention: {collection: pets, role: create, id: petId, member: id, item: "", parents: {ownerId: ownerId}}
                  requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/NewPet"}}}}
                  responses:
                    "201":
                      description: made
                      headers: {Location: {schema: {type: string}}}
                      content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}
                    "4XX": {$ref: "#/components/responses/Problem"}
              /owners/{ownerId}/pets/{petId}:
                parameters: [{$ref: "#/components/parameters/ownerId"}, {$ref: "#/components/parameters/petId"}]
                get:
                  operationId: getPet
                  x-convention: {collection: pets, role: read, id: petId, member: id, item: "", parents: {ownerId: ownerId}}
                  responses:
                    "200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}}
                    default: {$ref: "#/components/responses/Problem"}
                put:
                  operationId: replacePet
                  x-convention: {collection: pets, role: replace, id: petId, member: id, item: "", parents: {ownerId: ownerId}}
                  requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/NewPet"}}}}
                  responses:
                    "200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}}
                patch:
                  operationId: changePet
                  x-convention: {collection: pets, role: change, id: petId, member: id, item: "", parents: {ownerId: ownerId}}
                  requestBody: {required: true, content: {application/merge-patch+json: {schema: {type: object}}}}
                  responses:
                    "200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/Pet"}}}}
                delete:
                  operationId: deletePet
                  x-convention: {collection: pets, role: delete, id: petId, member: id, parents: {ownerId: ownerId}}
                  responses:
                    "204": {description: gone}
              /wards/{wardId}:
                get:
                  operationId: getWard
                  x-convention: {collection: wards, role: read, id: wardId, member: id, item: ""}
                  parameters: [{name: wardId, in: path, required: true, schema: {type: string}}]
                  responses:
                    "200": {description: ok, content: {application/json: {schema: {type: object, required: [id], properties: {id: {type: string}}}}}}
                    default: {description: no, content: {application/json: {schema: {type: object, required: [message], properties: {message: {type: string, enum: [It is not there.]}, details: {type: array, items: {type: object, properties: {issue: {type: string}, description: {type: string}}}}}}}}}
              /halls/{hallId}:
                get:
                  operationId: getHall
                  parameters: [{name: hallId, in: path, required: true, schema: {type: integer}}]
                  responses:
                    "200": {description: ok}
                    "400": {description: no, content: {application/json: {schema: {type: object, required: [message], properties: {message: {type: string, enum: [It is full.]}}}}}}
                    default: {description: no, content: {image/png: {}}}
              /cats/{catId}:
                get:
                  operationId: getCat
                  parameters: [{name: catId, in: path, required: true, schema: {type: string}}]
                  responses:
                    "200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/AnyCat"}}}}
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
  void givesIdsThatLookLikeTheOneTheContractShows() {
    assertThat(stub.send("GET /visits/td_18", Map.of(), "").text()).isEqualTo("{\"id\":\"td_18\"}");
    assertThat(
            stub.send("POST /visits", Map.of("Content-Type", "application/json"), "{}").toString())
        .isEqualTo("201 {\"id\":\"td_27\"}");
    assertThat(stub.send("GET /visits/td_27", Map.of(), "").status()).isEqualTo(200);
  }

  @Test
  void findsTheItemOfThePathsExamples() {
    assertThat(stub.send(FIRST).text())
        .startsWith("{\"id\":7,\"name\":\"name\",\"status\":\"free\"");
    assertThat(stub.send(FIRST).text()).contains("\"ownerId\":\"o-7\"");
  }

  @Test
  void findsWhatACallerSendsWhoHasNoExample() {
    assertThat(stub.send("GET /tags/tagId").text()).isEqualTo("{\"id\":\"tagId\"}");
    assertThat(stub.send("GET /tags/1").text()).isEqualTo("{\"id\":\"1\"}");
    assertThat(stub.send("GET /tags/10").status()).isEqualTo(404);
  }

  @Test
  void beginsWithTenItemsWhoseIdsDiffer() {
    assertThat(list("?limit=50"))
        .contains("\"id\":7,", "\"id\":8,", "\"id\":16,", "\"total\":10", "\"next\":null")
        .doesNotContain("\"id\":17,");
  }

  @Test
  void cutsPagesAndNamesTheNextOne() {
    assertThat(list("?limit=4"))
        .contains("\"id\":10,", "\"next\":\"4\"")
        .doesNotContain("\"id\":11,");
    assertThat(list("?limit=4&offset=8")).contains("\"id\":15,", "\"id\":16,", "\"next\":null");
    assertThat(list("")).as("the default of the contract").contains("\"next\":\"4\"");
  }

  @Test
  void filtersAndSorts() {
    assertThat(list("?limit=50&status=sold")).contains("\"total\":5").doesNotContain("\"free\"");
    assertThat(list("?limit=1&sort=-id")).contains("\"id\":16,");
  }

  @Test
  void createsWhatIsThenReadAndListed() {
    Harness.Answer made = write("POST /owners/o-7/pets", "{\"name\":\"Rex\",\"status\":\"sold\"}");

    assertThat(made.status()).isEqualTo(201);
    assertThat(made.text())
        .startsWith("{\"id\":17,\"name\":\"Rex\",\"status\":\"sold\",\"ownerId\":\"o-7\"");
    assertThat(made.response().header("Location")).isEqualTo("/owners/o-7/pets/17");
    assertThat(stub.send("GET /owners/o-7/pets/17").text()).isEqualTo(made.text());
    assertThat(list("?limit=50")).contains("\"total\":11", "\"name\":\"Rex\"");
  }

  @Test
  void setsTheTimeOfCreationByTheClock() {
    stub.send("POST /__mock/clock", Map.of(), "{\"now\":\"2030-01-02T03:04:05Z\"}");

    assertThat(write("POST /owners/o-7/pets", "{\"name\":\"Rex\"}").text())
        .contains("\"createdAt\":\"2030-01-02T03:04:0");
    stub.send("POST /__mock/clock", Map.of(), "{\"reset\":true}");
  }

  @Test
  void answersOnlyWhatTheContractAllows() {
    Harness.Answer made =
        write("POST /owners/o-7/pets", "{\"name\":\"far too long a name\",\"unknown\":\"x\"}");

    assertThat(made.status()).isEqualTo(201);
    assertThat(made.text()).contains("\"name\":\"name\"").doesNotContain("unknown", "far too long");
  }

  @Test
  void keepsItemsOfOneParentFromAnother() {
    write("POST /owners/o-8/pets", "{\"name\":\"Rex\"}");

    assertThat(stub.send("GET /owners/o-8/pets").text()).contains("\"total\":1");
    assertThat(stub.send("GET /owners/o-7/pets/17").status()).isEqualTo(404);
    assertThat(stub.send("GET /owners/o-8/pets/17").status()).isEqualTo(200);
  }

  @Test
  void replacesButKeepsWhatOnlyTheVendorSets() {
    Harness.Answer answer = write("PUT /owners/o-7/pets/7", "{\"name\":\"Max\",\"note\":\"n\"}");

    assertThat(answer.text())
        .startsWith("{\"id\":7,")
        .contains("\"name\":\"Max\"", "\"ownerId\":\"o-7\"");
    assertThat(stub.send(FIRST).text()).contains("\"name\":\"Max\"");
  }

  @Test
  void changesByMergePatch() {
    write("PUT /owners/o-7/pets/7", "{\"name\":\"Max\",\"note\":\"n\"}");

    Harness.Answer answer =
        stub.send(
            "PATCH /owners/o-7/pets/7",
            Map.of("Content-Type", "application/merge-patch+json"),
            "{\"status\":\"sold\",\"note\":null,\"id\":99}");

    assertThat(answer.text())
        .startsWith("{\"id\":7,")
        .contains("\"name\":\"Max\"", "\"status\":\"sold\"")
        .doesNotContain("\"note\"");
  }

  @Test
  void deletesAndThenFindsNothing() {
    assertThat(stub.send("DELETE /owners/o-7/pets/7").toString()).isEqualTo("204 ");

    assertThat(stub.send(FIRST).toString())
        .isEqualTo("404 {\"problem\":{\"text\":\"pets has no item '7'\",\"number\":404}}");
    assertThat(stub.send("DELETE /owners/o-7/pets/7").status()).isEqualTo(404);
    assertThat(list("?limit=50")).contains("\"total\":9");
  }

  @ParameterizedTest
  @CsvSource({
    "GET /owners/o-7/pets/x, 400, path parameter 'petId' must be an integer but was 'x'",
    "GET /nothing, 404, No documented operation for GET /nothing",
    "TRACE /owners/o-7/pets, 405, TRACE is not documented",
  })
  void writesErrorsAsTheContractDoes(String line, int status, String message) {
    Harness.Answer answer = stub.send(line);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.text())
        .startsWith("{\"problem\":{\"text\":\"" + message)
        .contains("\"number\":" + status);
  }

  @Test
  void takesThePathOfTheVendorsServerToo() {
    assertThat(stub.send("GET /v2/owners/o-7/pets/7").text()).isEqualTo(stub.send(FIRST).text());
  }

  @Test
  void exportsAndTakesItsState() {
    String before = stub.send("GET /__mock/state").text();
    stub.send("DELETE /owners/o-7/pets/7");

    stub.send("PUT /__mock/state", Map.of(), before);

    assertThat(before).contains("\"pets\":[{\"id\":\"7\"");
    assertThat(stub.send(FIRST).status()).isEqualTo(200);
  }

  @Test
  void forcesDocumentedAnswersInTheVendorsShape() {
    assertThat(stub.send(FIRST, Map.of("Prefer", "code=503"), "").toString())
        .startsWith("503 {\"problem\":{\"text\":\"asked for by Prefer: code=503\",\"number\":503");
    assertThat(
            stub.send(
                    "POST /owners/o-7/pets",
                    Map.of("Prefer", "code=409", "Content-Type", "application/json"),
                    "{}")
                .status())
        .as("of the range 4XX")
        .isEqualTo(409);
  }

  @Test
  void knowsTheSamplesOfEachOperationBelowTheirParents() {
    assertThat(stub.call("GET /houses/h-2/rooms/r-2", "").toString())
        .isEqualTo("200 {\"id\":\"r-2\"}");
    assertThat(stub.call("GET /houses/h-3/rooms/r-2", "").status()).isEqualTo(404);
    assertThat(stub.call("DELETE /houses/h-3/rooms/r-3", "").status()).isEqualTo(204);
    assertThat(stub.call("GET /houses/h-1/rooms", "").text())
        .contains("\"id\"")
        .doesNotContain("r-2");
  }

  @Test
  void namesTheOperationThatFindsNothingWhenCalledAsShown() {
    assertThat(stub.call("PUT /houses/h-4/rooms/r-2", "").status()).isEqualTo(404);
    assertThat(stub.notes())
        .filteredOn(each -> each.contains("has no item"))
        .containsExactly(
            "replaceRoom: the stub has no item 'r-2' there: 404; give the id and what is before it"
                + " one example each for all operations of 'rooms'");
  }

  @Test
  void saysTheReasonWhereTheContractListsItsMessages() {
    assertThat(stub.call("GET /wards/none", "").toString())
        .isEqualTo(
            "404 {\"message\":\"It is not there.\","
                + "\"details\":[{\"description\":\"wards has no item 'none'\"}]}");
  }

  @Test
  void saysTheReasonInAHeaderWhereTheContractHasNoPlaceForIt() {
    Harness.Answer refused = stub.call("GET /halls/none", "");

    assertThat(refused.toString()).isEqualTo("400 {\"message\":\"It is full.\"}");
    assertThat(refused.response().header("Mock-Reason"))
        .isEqualTo("path parameter 'hallId' must be an integer but was 'none'");
    assertThat(stub.notes())
        .filteredOn(each -> each.contains("Mock-Reason"))
        .containsExactly(
            "getHall 400: its schema has no place for a message, as of 2 errors; the header"
                + " Mock-Reason tells why a request is refused");
  }

  @Test
  void notesAnAnswerThatFitsTwoAlternatives() {
    assertThat(stub.call("GET /cats/1", "").toString()).isEqualTo("200 {\"kind\":\"Tabby\"}");
    assertThat(stub.notes())
        .filteredOn(each -> each.startsWith("getCat"))
        .containsExactly(
            "getCat 200: no value satisfies one alternative alone; only the discriminator tells"
                + " which");
  }

  @Test
  void isAVendorLikeTheOthers() {
    assertThat(stub.vendor().id()).isEqualTo("acme");
    assertThat(stub.vendor().port()).isEqualTo(4999);
    assertThat(stub.vendor().samplePath()).isEqualTo("/tags/tagId");
    assertThat(stub.vendor().testCredentials()).isEmpty();
  }

  private static String list(String query) {
    Harness.Answer answer = stub.send("GET /owners/o-7/pets" + query);
    assertThat(answer.status()).as(answer.text()).isEqualTo(200);
    return answer.text();
  }

  private static Harness.Answer write(String line, String body) {
    return stub.send(line, Map.of("Content-Type", "application/json"), body);
  }
}
