package dev.forecourt.mock.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Operations on one collection that show more or less of an item. */
final class HiddenMembersTest {

  @TempDir private static Path folder;
  private static Harness stub;

  @BeforeAll
  static void generate() {
    stub =
        Harness.of(
            """
            openapi: 3.0.3
            info: {title: Trips, version: "1"}
            x-mock-port: 4999
            components:
              schemas:
                Trip:
                  type: object
                  required: [id]
                  properties:
                    id: {type: string}
                    seats: {type: array, items: {$ref: "#/components/schemas/Seat"}}
                Seat: {type: object, properties: {row: {type: integer}}}
                LinkedTrip:
                  allOf:
                    - {$ref: "#/components/schemas/Trip"}
                    - type: object
                      properties:
                        links: {type: object, required: [self], properties: {self: {type: string}}}
                        seats: {type: array, items: {type: object, properties: {row: {type: integer}, price: {type: number}}}}
                OpenTrip: {type: object, additionalProperties: true, properties: {id: {type: string}}}
              parameters:
                id: {name: id, in: path, required: true, schema: {type: string}, example: t-1}
            paths:
              /trips:
                get:
                  operationId: listTrips
                  x-convention: {collection: trips, role: list, id: id, member: id, items: /data}
                  responses:
                    "200": {description: ok, content: {application/json: {schema: {type: object, properties: {data: {type: array, items: {$ref: "#/components/schemas/Trip"}}}}}}}
                post:
                  operationId: createTrip
                  x-convention: {collection: trips, role: create, id: id, member: id, item: ""}
                  requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/LinkedTrip"}}}}
                  responses:
                    "201": {description: made, content: {application/json: {schema: {$ref: "#/components/schemas/LinkedTrip"}}}}
              /trips/{id}:
                parameters: [{$ref: "#/components/parameters/id"}]
                get:
                  operationId: getTrip
                  x-convention: {collection: trips, role: read, id: id, member: id, item: ""}
                  responses:
                    "200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/LinkedTrip"}}}}
                put:
                  operationId: replaceTrip
                  x-convention: {collection: trips, role: replace, id: id, member: id, item: ""}
                  requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/LinkedTrip"}}}}
                  responses:
                    "200": {description: ok, content: {application/json: {schema: {$ref: "#/components/schemas/OpenTrip"}}}}
            """,
            folder);
  }

  private static final String ALL =
      "{\"id\":\"t-9\",\"seats\":[{\"row\":1,\"price\":2.5}],\"links\":{\"self\":\"/t-9\"}}";

  @BeforeEach
  void reset() {
    assertThat(stub.send("POST /__mock/reset").status()).isLessThan(300);
  }

  @AfterAll
  static void close() {
    stub.close();
  }

  @Test
  void listLeavesOutWhatItsSchemaDoesNotName() {
    write("POST /trips", ALL);

    String listed = stub.send("GET /trips").text();

    assertThat(listed)
        .contains("{\"id\":\"t-9\",\"seats\":[{\"row\":1}]}")
        .doesNotContain("links", "price");
  }

  @Test
  void itemShowsWhatTheListDoesNot() {
    write("POST /trips", ALL);

    assertThat(stub.send("GET /trips/t-9").text()).isEqualTo(ALL);
  }

  @Test
  void openSchemaHidesNothing() {
    assertThat(write("PUT /trips/t-1", ALL)).contains("links", "price");
  }

  private static String write(String line, String body) {
    Harness.Answer answer = stub.send(line, Map.of("Content-Type", "application/json"), body);
    assertThat(answer.status()).as(answer.text()).isBetween(200, 299);
    return answer.text();
  }
}
