package dev.forecourt.contract.importer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Faults of documents, one each, and what stands there afterwards. */
class RepairsTest {
  @TempDir Path folder;

  /** A document with one schema, named S, which an answer has. */
  private static String withSchema(String schema) {
    return Imports.openapi30(
        """
        paths:
          /s:
            get: {operationId: getS, tags: [S], responses: {'200': {description: S., content: {application/json: {schema: {$ref: '#/components/schemas/S'}}}}}}
        components: {schemas: {S: %s, Other: {type: object}, Text: {type: string}}}
        """
            .formatted(schema));
  }

  @ParameterizedTest(name = "{0} becomes {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{type: int}|{type: integer}",
        "{type: long}|{type: integer, format: int64}",
        "{type: String}|{type: string}",
        "{type: file}|{type: string, format: binary}",
        "{type: [string, 'null']}|{type: string, nullable: true}",
        "{type: [string, integer]}|{anyOf: [{type: string}, {type: integer}]}",
        "{type: array}|{type: array, items: {}}",
        "{type: Other}|{$ref: '#/components/schemas/Other'}",
        "{type: nonsense, description: D.}|{description: D.}",
        "{const: a, type: string}|{type: string, enum: [a]}",
        "{type: string, examples: [a, b]}|{type: string, example: a}",
        "{type: integer, exclusiveMinimum: 3}|{type: integer, exclusiveMinimum: true, minimum: 3}",
        "{type: string, enum: [a, null]}|{type: string, enum: [a, null], nullable: true}",
        "{type: string, enum: [1, 2, 1]}|{type: string, enum: ['1', '2']}",
        "{type: string, enum: []}|{type: string}",
        "{type: integer, enum: ['1', '2']}|{type: integer, enum: [1, 2]}",
        "{type: integer, enum: [low, high]}|{}",
        "{type: string, minLength: '3'}|{type: string, minLength: 3}",
        "{type: string, maxLength: -1}|{type: string}",
        "{type: number, maximum: '1.5'}|{type: number, maximum: 1.5}",
        "{type: integer, default: '5'}|{type: integer, default: 5}",
        "{type: integer, default: many}|{type: integer}",
        "{type: string, pattern: '[a-'}|{type: string}",
        "{type: string, pattern: '/^a$/'}|{type: string, pattern: '^a$'}",
        "{type: string, pattern: '^a\\:b$'}|{type: string, pattern: '^a:b$'}",
        "{type: object, required: []}|{type: object}",
        "{type: object, required: [a, a]}|{type: object, required: [a]}",
        "{type: object, properties: {a: {type: string, required: true}}}|{type: object, properties:"
            + " {a: {type: string}}, required: [a]}",
        "{type: object, additionalProperties: false, required: [a, b], properties: {a: {}}}|{type:"
            + " object, additionalProperties: false, required: [a], properties: {a: {}}}",
        "{type: object, additionalProperties: false, required: [id]}|{type: object,"
            + " additionalProperties: false}",
        "{type: object, additionalProperties: true, required: [id]}|{type: object,"
            + " additionalProperties: true, required: [id]}",
        "{additionalProperties: false, required: [id], allOf: [{type: object, properties: {id:"
            + " {}}}]}|{additionalProperties: false, required: [id], allOf: [{type: object,"
            + " properties: {id: {}}}]}",
        "{type: object, properties: {a: null}}|{type: object, properties: {a: {}}}",
        "{type: object, discriminator: kind}|{type: object, discriminator: {propertyName: kind}}",
        "{type: object, discriminator: {propertyName: k, mapping: {a: Other.yaml, b: Text, c:"
            + " Nowhere}}}|{type: object, discriminator: {propertyName: k, mapping: {a:"
            + " '#/components/schemas/Other', b: Text}}}",
        "{type: object, if: {}}|{type: object}",
        "{type: object, x-topics: [{$ref: docs/start.md}]}|{type: object}",
        "{type: object, properties: {x-a: {$ref: '#/components/schemas/Text'}}}|{type: object,"
            + " properties: {x-a: {$ref: '#/components/schemas/Text'}}}",
        "{allOf: [{$ref: '#/components/schemas/S'}, {type: object}]}|{allOf: [{type: object}]}",
        "{$ref: '#/components/schemas/S'}|{}",
        "{$ref: '#/components/schemas/Othr'}|{$ref: '#/components/schemas/Other'}",
        "{$ref: '#/definitions/Other'}|{$ref: '#/components/schemas/Other'}",
        "{$ref: '#/components/schemas/Nowhere'}|{}",
        "{$ref: '#/components/schemas/Text', nullable: true}|{nullable: true, allOf: [{$ref:"
            + " '#/components/schemas/Text'}]}",
        "{$ref: '#/components/schemas/Text', description: D.}|{$ref: '#/components/schemas/Text',"
            + " description: D.}",
        "{type: string, example: 12}|{type: string, example: '12'}",
        "{type: integer, example: twelve}|{type: integer}",
        "{type: string, format: date, example: yesterday}|{type: string, format: date}",
        "{type: object, properties: {a: {type: integer}}, example: '{\"a\": \"1\"}'}|{type: object,"
            + " properties: {a: {type: integer}}, example: {a: 1}}",
      })
  void ofSchemas(String fault, String right) {
    JsonNode contract = Imports.contract(folder, withSchema(fault));

    assertThat(contract.at("/components/schemas/S")).isEqualTo(Imports.tree(right));
  }

  @ParameterizedTest(name = "{0} becomes {1} in 3.1")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{type: string, nullable: true}|{type: [string, 'null']}",
        "{type: string, nullable: true, enum: [a]}|{type: [string, 'null'], enum: [a, null]}",
        "{$ref: '#/components/schemas/Text', nullable: true}|{anyOf: [{$ref:"
            + " '#/components/schemas/Text'}, {type: 'null'}]}",
        "{type: integer, minimum: 3, exclusiveMinimum: true}|{type: integer, exclusiveMinimum: 3}",
        "{type: array, items: [{type: string}]}|{type: array, prefixItems: [{type: string}]}",
        "{type: string, examples: {one: {value: a}, two: {value: b}}}|{type: string, examples: [a,"
            + " b]}",
        "{type: string, examples: a}|{type: string, examples: [a]}",
        "{const: a, type: [string, 'null']}|{const: a, type: [string, 'null']}",
        "{$ref: '#/components/schemas/Text', maxLength: 3}|{$ref: '#/components/schemas/Text',"
            + " maxLength: 3}",
      })
  void ofSchemasIn31(String fault, String right) {
    JsonNode contract =
        Imports.contract(folder, withSchema(fault).replace("openapi: 3.0.3", "openapi: 3.1.0"));

    assertThat(contract.at("/components/schemas/S")).isEqualTo(Imports.tree(right));
  }

  @Test
  void leavesAValidSchemaAsItIs() {
    String valid =
        "{type: object, required: [a], properties: {a: {type: string, pattern: '^a$', example: a}},"
            + " additionalProperties: false}";

    ImportResult result = Imports.run(folder, withSchema(valid));

    assertThat(Imports.contract(result).at("/components/schemas/S")).isEqualTo(Imports.tree(valid));
    assertThat(result.repairs()).isEmpty();
    assertThat(result.leftOut()).isEmpty();
  }

  @ParameterizedTest(name = "{0} gives {1} at {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "pets: {get: {responses: {'200': {description:"
            + " P.}}}}|listPets|/paths/~1pets/get/operationId",
        "/a?kind=x: {get: {responses: {'200': {description:"
            + " A.}}}}|kind|/paths/~1a/parameters/0/name",
        "/a/{id}: {get: {responses: {'200': {description:"
            + " A.}}}}|id|/paths/~1a~1{id}/get/parameters/0/name",
        "/a/{petId}: {get: {parameters: [{name: pet_id, in: path, required: true, schema: {type:"
            + " string}}], responses: {'200': {description:"
            + " A.}}}}|petId|/paths/~1a~1{petId}/get/parameters/0/name",
        "/a/{id}: {get: {parameters: [{name: id, in: path, schema: {type: string}}], responses:"
            + " {'200': {description: A.}}}}|true|/paths/~1a~1{id}/get/parameters/0/required",
        "/a: {get: {}}|Not described by the vendor.|/paths/~1a/get/responses/default/description",
        "/a: {get: {responses: {200: {}}}}|``|/paths/~1a/get/responses/200/description",
        "/a: {get: {responses: {200: OK}}}|OK|/paths/~1a/get/responses/200/description",
        "/a: {get: {responses: {2xx: {description:"
            + " A.}}}}|A.|/paths/~1a/get/responses/2XX/description",
        "/a: {get: {responses: {200: {description: A., schema: {type:"
            + " string}}}}}|string|/paths/~1a/get/responses/200/content/application~1json/schema/type",
        "/a: {get: {parameters: [{name: q, in: query, type: integer}], responses: {200:"
            + " {description: A.}}}}|integer|/paths/~1a/get/parameters/0/schema/type",
        "/a: {post: {parameters: [{name: b, in: body, schema: {type: object}}], responses: {200:"
            + " {description:"
            + " A.}}}}|object|/paths/~1a/post/requestBody/content/application~1json/schema/type",
        "/a: {get: {operationID: getA, responses: {200: {description:"
            + " A.}}}}|getA|/paths/~1a/get/operationId",
        "/a: {get: {tags: A, responses: {200: {description: A.}}}}|A|/paths/~1a/get/tags/0",
        "/a: {get: {deprecated: 'true', responses: {200: {description:"
            + " A.}}}}|true|/paths/~1a/get/deprecated",
        "/a: {get: {summary: 12, responses: {200: {description: A.}}}}|12|/paths/~1a/get/summary",
      })
  void ofPathsAndOperations(String paths, String value, String place) {
    JsonNode contract = Imports.contract(folder, Imports.openapi30("paths:\n  " + paths + "\n"));

    assertThat(contract.at(place).isMissingNode()).isFalse();
    assertThat(contract.at(place).asText()).isEqualTo(value);
  }

  @Test
  void namesWhatItMendedWithItsPlace() {
    ImportResult result = Imports.run(folder, withSchema("{type: int}"));

    assertThat(result.repairs())
        .singleElement()
        .satisfies(
            repair -> {
              assertThat(repair.place()).isEqualTo("/components/schemas/S/type");
              assertThat(repair.fault()).isEqualTo("is 'int'");
              assertThat(repair.repair()).isEqualTo("integer");
            });
  }

  @Test
  void namesWhatItLeftOutWithReasonAndEffect() {
    ImportResult result = Imports.run(folder, withSchema("{type: string, pattern: '[a-'}"));

    assertThat(result.leftOut())
        .singleElement()
        .satisfies(
            leftOut -> {
              assertThat(leftOut.place()).isEqualTo("/components/schemas/S/pattern");
              assertThat(leftOut.what()).isEqualTo("pattern [a-");
              assertThat(leftOut.reason()).isNotBlank();
              assertThat(leftOut.effect()).isEqualTo("values are not checked by it");
            });
  }

  @Test
  void saysWhyANameIsRequiredNoMore() {
    ImportResult result =
        Imports.run(
            folder,
            withSchema("{type: object, additionalProperties: false, required: [id, type]}"));

    assertThat(result.repairs())
        .singleElement()
        .satisfies(
            repair -> {
              assertThat(repair.place()).isEqualTo("/components/schemas/S/required");
              assertThat(repair.fault())
                  .isEqualTo(
                      "names 'id', 'type', which additionalProperties: false beside it does not"
                          + " allow");
              assertThat(repair.repair()).isEqualTo("not required");
            });
  }

  @Test
  void collectsAllFaults() {
    ImportResult result =
        Imports.run(
            folder,
            withSchema(
                "{type: object, properties: {a: {type: int}, b: {type: bool}, c: {type: string,"
                    + " pattern: '('}}}"));

    assertThat(result.repairs()).hasSize(2);
    assertThat(result.leftOut()).hasSize(1);
  }

  @Test
  void dropsTheSecondOfTwoOperationsThatNobodyCanTellApart() {
    ImportResult result =
        Imports.run(
            folder,
            Imports.openapi30(
                """
                paths:
                  /a/{x}: {get: {operationId: one, responses: {200: {description: A.}}}}
                  /a/{y}:
                    get: {operationId: two, responses: {200: {description: A.}}}
                    delete: {operationId: three, responses: {200: {description: A.}}}
                """));

    assertThat(result.operations()).extracting("operationId").containsExactly("one", "three");
    assertThat(result.leftOut())
        .anySatisfy(
            each -> assertThat(each.reason()).isEqualTo("no address tells it apart from /a/{x}"));
  }

  @Test
  void referencesIntoTheMiddleOfSomethingLeadToAComponent() {
    JsonNode contract =
        Imports.contract(
            folder,
            Imports.openapi30(
                """
                paths:
                  /a:
                    get: {responses: {200: {description: A., content: {application/json: {schema: {type: object, properties: {b: {type: object}}}}}}}}
                  /b:
                    get: {responses: {200: {description: B., content: {application/json: {schema: {$ref: '#/paths/~1a/get/responses/200/content/application~1json/schema/properties/b'}}}}}}
                """));

    String ref =
        contract.at("/paths/~1b/get/responses/200/content/application~1json/schema/$ref").asText();
    assertThat(ref).startsWith("#/components/schemas/");
    assertThat(contract.at(ref.substring(1)).path("type").asText()).isEqualTo("object");
  }

  @Test
  void readsWhat32HasInCommonWith31AndNamesTheRest() {
    ImportResult result =
        Imports.run(
            folder,
            Imports.openapi30(
                    "paths: {/a: {get: {responses: {200: {description: A.}}}, query: {responses:"
                        + " {}}}}\n")
                .replace("3.0.3", "3.2.0"));

    assertThat(Imports.contract(result).path("openapi").asText()).isEqualTo("3.1.1");
    assertThat(result.leftOut())
        .singleElement()
        .satisfies(each -> assertThat(each.what()).isEqualTo("query of 3.2"));
  }

  @Test
  void examplesOfAnswersFitTheirSchemas() {
    ImportResult result =
        Imports.run(
            folder,
            Imports.openapi30(
                """
                paths:
                  /a:
                    get:
                      responses:
                        200:
                          description: A.
                          content:
                            application/json:
                              schema: {type: object, required: [id], properties: {id: {type: integer}}}
                              examples:
                                right: {value: {id: 1}}
                                spelt: {value: {id: '2'}}
                                wrong: {value: {id: many}}
                                shared: {$ref: '#/components/examples/Shared'}
                                sharedToo: {$ref: '#/components/examples/SharedToo'}
                components:
                  examples: {Shared: {value: {}}, SharedToo: {value: {id: 3}}}
                """));

    assertThat(
            Imports.contract(result)
                .at("/paths/~1a/get/responses/200/content/application~1json/examples"))
        .isEqualTo(
            Imports.tree(
                "{right: {value: {id: 1}}, spelt: {value: {id: 2}}, sharedToo: {$ref:"
                    + " '#/components/examples/SharedToo'}}"));
    assertThat(result.leftOut())
        .extracting("what")
        .containsExactly("the example shared", "the example wrong");
  }

  @Test
  void anotherDialectOfSchemasIsLeftOut() {
    ImportResult result =
        Imports.run(
            folder,
            Imports.openapi31(
                "jsonSchemaDialect: http://json-schema.org/draft-07/schema#\n"
                    + "paths: {/a: {get: {responses: {200: {description: A.}}}}}\n"));

    assertThat(Imports.contract(result).has("jsonSchemaDialect")).isFalse();
    assertThat(result.leftOut())
        .singleElement()
        .satisfies(
            each ->
                assertThat(each.what())
                    .isEqualTo("the dialect http://json-schema.org/draft-07/schema#"));
  }

  @Test
  void aLicenceHasIdentifierOrUrl() {
    String text =
        Imports.openapi31("paths: {/a: {get: {responses: {200: {description: A.}}}}}\n")
            .replace(
                "version: '1'",
                "version: '1', license: {name: L, identifier: MIT, url: 'https://a.example'}");

    JsonNode contract = Imports.contract(folder, text);

    assertThat(contract.at("/info/license"))
        .isEqualTo(Imports.tree("{name: L, url: 'https://a.example'}"));
  }

  @Test
  void aRequirementOfASchemeThatThereIsNotIsLeftOut() {
    ImportResult result =
        Imports.run(
            folder,
            Imports.openapi30(
                """
                security: [{Nobody: []}, {api key: []}]
                paths: {/a: {get: {responses: {200: {description: A.}}}}}
                components: {securitySchemes: {api key: {type: apiKey, in: header, name: X-Key}}}
                """));

    JsonNode contract = Imports.contract(result);
    assertThat(contract.path("security")).isEqualTo(Imports.tree("[{apiKey: []}]"));
    assertThat(contract.at("/components/securitySchemes/apiKey/name").asText()).isEqualTo("X-Key");
    assertThat(result.leftOut()).hasSize(1);
  }

  @Test
  void addsASuccessWhereOnlyFailuresAreDescribed() {
    JsonNode contract =
        Imports.contract(
            folder,
            Imports.openapi30(
                "paths: {/pets: {post: {operationId: addPet, responses: {'405': {description:"
                    + " no}}}}}"));

    assertThat(contract.at("/paths/~1pets/post/responses/200/description").asText())
        .isEqualTo("Not described by the vendor.");
  }

  @Test
  void addsNoSuccessBesideADefault() {
    JsonNode contract =
        Imports.contract(
            folder,
            Imports.openapi30(
                "paths: {/pets: {post: {operationId: addPet, responses: {default: {description:"
                    + " no}}}}}"));

    assertThat(contract.at("/paths/~1pets/post/responses").has("200")).isFalse();
  }

  @Test
  void leavesTheAuthorizationHeaderToTheScheme() {
    JsonNode contract =
        Imports.contract(
            folder,
            Imports.openapi30(
                """
                security: [{token: []}]
                components: {securitySchemes: {token: {type: http, scheme: bearer}}}
                paths:
                  /pets:
                    get:
                      operationId: listPets
                      parameters:
                        - {name: Authorization, in: header, required: true, schema: {type: string}}
                        - {name: limit, in: query, schema: {type: integer}}
                      responses: {'200': {description: ok}}
                  /login:
                    post:
                      operationId: logIn
                      security: []
                      parameters: [{name: Authorization, in: header, schema: {type: string}}]
                      responses: {'200': {description: ok}}
                """));

    assertThat(contract.at("/paths/~1pets/get/parameters").findValuesAsText("name"))
        .containsExactly("limit");
    assertThat(contract.at("/paths/~1login/post/parameters").findValuesAsText("name"))
        .as("open to all")
        .containsExactly("Authorization");
  }

  /** Frameworks that write the file themselves say so where nobody named a type. */
  @Test
  void readsAnObjectOfAnyMediaTypeAsJson() {
    JsonNode contract =
        Imports.contract(
            folder,
            Imports.openapi30(
                """
                paths:
                  /s:
                    get: {operationId: getS, tags: [S], responses: {'200': {description: S., content: {'*/*': {schema: {$ref: '#/components/schemas/S'}}}}}}
                    put: {operationId: putS, tags: [S], responses: {'200': {description: S., content: {'*/*': {schema: {type: string}}}}}}
                components: {schemas: {S: {type: object}}}
                """));

    assertThat(contract.at("/paths/~1s/get/responses/200/content"))
        .isEqualTo(Imports.tree("{application/json: {schema: {$ref: '#/components/schemas/S'}}}"));
    assertThat(contract.at("/paths/~1s/put/responses/200/content").fieldNames())
        .toIterable()
        .containsExactly("*/*");
  }
}
