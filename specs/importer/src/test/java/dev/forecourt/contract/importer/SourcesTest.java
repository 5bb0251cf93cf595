package dev.forecourt.contract.importer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Forms in which vendors give their files: 2.0, several files, JSON, YAML. */
class SourcesTest {
  private static final String OLD =
      """
      swagger: '2.0'
      info: {title: Acme, version: 1.10}
      host: api.acme.example
      basePath: /v2/
      schemes: [http, https]
      consumes: [application/json]
      produces: [application/json, application/xml]
      x-ours: kept
      parameters:
        Page: {name: page, in: query, type: integer, minimum: 1, x-ours: 1}
        Car: {name: body, in: body, required: true, schema: {$ref: '#/definitions/Car'}}
      responses:
        Gone: {description: Gone., schema: {$ref: '#/definitions/Error2'}}
      securityDefinitions:
        basic: {type: basic}
        key: {type: apiKey, in: header, name: X-Key}
        app: {type: oauth2, flow: application, tokenUrl: 'https://acme.example/token', scopes: {read: Reads.}}
      security: [{key: []}]
      paths:
        /cars:
          get:
            operationId: listCars
            tags: [Cars]
            parameters:
              - {$ref: '#/parameters/Page'}
              - {name: csv, in: query, type: array, items: {type: string}}
              - {name: multi, in: query, type: array, collectionFormat: multi, items: {type: string}}
              - {name: pipes, in: query, type: array, collectionFormat: pipes, items: {type: string}}
              - {name: tabs, in: query, type: array, collectionFormat: tsv, items: {type: string}}
            responses:
              200:
                description: Cars.
                schema: {type: array, items: {$ref: '#/definitions/Car'}}
                headers: {X-Total: {type: integer, description: Number of cars.}}
                examples: {application/json: [{id: 1}]}
              410: {$ref: '#/responses/Gone'}
          post:
            operationId: createCar
            tags: [Cars]
            parameters: [{$ref: '#/parameters/Car'}]
            responses: {201: {description: Made.}}
        /cars/{id}/photo:
          post:
            operationId: addPhoto
            tags: [Cars]
            parameters:
              - {name: id, in: path, required: true, type: integer, format: int64}
              - {name: photo, in: formData, type: file, required: true}
              - {name: title, in: formData, type: string, maxLength: 5}
            responses: {204: {description: Done.}}
          get:
            operationId: getPhoto
            tags: [Cars]
            produces: [image/png]
            parameters: [{name: id, in: path, required: true, type: integer}]
            responses: {200: {description: Photo., schema: {type: file}}}
      definitions:
        Car:
          type: object
          discriminator: kind
          properties: {id: {type: integer, x-nullable: true}, kind: {type: string}}
        Error2: {type: object, properties: {message: {type: string}}}
      """;

  @TempDir Path folder;

  @ParameterizedTest(name = "{0} is {1}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "/openapi|'3.0.3'",
        "/info/version|'1.10'",
        "/x-ours|kept",
        "/servers/0/url|https://api.acme.example/v2",
        "/servers/1/url|http://api.acme.example/v2",
        "/components/securitySchemes/basic|{type: http, scheme: basic}",
        "/components/securitySchemes/key|{type: apiKey, in: header, name: X-Key}",
        "/components/securitySchemes/app/flows/clientCredentials|{tokenUrl: 'https://acme.example/token', scopes: {read: Reads.}}",
        "/components/parameters/Page|{name: page, in: query, x-ours: 1, schema: {type: integer, minimum: 1}}",
        "/components/requestBodies/Car|{required: true, content: {application/json: {schema: {$ref: '#/components/schemas/Car'}}}}",
        "/components/responses/Gone/content/application~1xml/schema/$ref|'#/components/schemas/Error2'",
        "/paths/~1cars/get/parameters/0/$ref|'#/components/parameters/Page'",
        "/paths/~1cars/get/parameters/1|{name: csv, in: query, style: form, explode: false, schema: {type: array, items: {type: string}}}",
        "/paths/~1cars/get/parameters/2/explode|true",
        "/paths/~1cars/get/parameters/3/style|pipeDelimited",
        "/paths/~1cars/get/responses/200/headers/X-Total|{description: Number of cars., schema: {type: integer}}",
        "/paths/~1cars/get/responses/200/content/application~1json/example|[{id: 1}]",
        "/paths/~1cars/get/responses/410/$ref|'#/components/responses/Gone'",
        "/paths/~1cars/post/requestBody/$ref|'#/components/requestBodies/Car'",
        "/paths/~1cars~1{id}~1photo/post/requestBody|{content: {multipart/form-data: {schema: {type: object, properties: {photo: {type: string, format: binary}, title: {type: string, maxLength: 5}}, required: [photo]}}}, required: true}",
        "/paths/~1cars~1{id}~1photo/get/responses/200/content|{image/png: {schema: {type: string, format: binary}}}",
        "/components/schemas/Car/discriminator|{propertyName: kind}",
        "/components/schemas/Car/properties/id|{type: integer, nullable: true}",
      })
  void says20As30(String place, String value) {
    JsonNode contract = Imports.contract(folder, OLD);

    assertThat(contract.at(place)).isEqualTo(Imports.tree(value));
  }

  @Test
  void namesFormsOfListsThat30DoesNotHave() {
    ImportResult result = Imports.run(folder, OLD);

    assertThat(result.leftOut())
        .singleElement()
        .satisfies(each -> assertThat(each.what()).isEqualTo("collectionFormat tsv in query"));
  }

  @Test
  void bundlesSeveralFiles() {
    Imports.file(
        folder,
        "paths/cars.yaml",
        "get:\n  operationId: listCars\n  tags: [Cars]\n  parameters: [{$ref: '../common.yaml#/parameters/Page'}]\n  responses:\n    200: {description: Cars., content: {application/json: {schema: {$ref: '../schemas/Car.yaml'}}}}\n");
    Imports.file(
        folder,
        "schemas/Car.yaml",
        "type: object\nproperties: {owner: {$ref: Owner.yaml}, twin: {$ref: '#'}, colour: {$ref: '#/definitions/Colour'}}\ndefinitions: {Colour: {type: string}}\n");
    Imports.file(
        folder, "schemas/Owner.yaml", "type: object\nproperties: {car: {$ref: Car.yaml}}\n");
    Imports.file(
        folder,
        "common.yaml",
        "parameters: {Page: {name: page, in: query, schema: {type: integer}}}\n");

    ImportResult result =
        Imports.run(folder, Imports.openapi30("paths: {/cars: {$ref: paths/cars.yaml}}\n"));

    JsonNode contract = Imports.contract(result);
    assertThat(
            contract
                .at("/paths/~1cars/get/responses/200/content/application~1json/schema/$ref")
                .asText())
        .isEqualTo("#/components/schemas/Car");
    assertThat(contract.at("/paths/~1cars/get/parameters/0/$ref").asText())
        .isEqualTo("#/components/parameters/Page");
    assertThat(contract.at("/components/schemas/Car/properties/owner/$ref").asText())
        .isEqualTo("#/components/schemas/Owner");
    assertThat(contract.at("/components/schemas/Car/properties/twin/$ref").asText())
        .isEqualTo("#/components/schemas/Car");
    assertThat(contract.at("/components/schemas/Colour/type").asText()).isEqualTo("string");
    assertThat(contract.at("/components/schemas/Owner/properties/car/$ref").asText())
        .isEqualTo("#/components/schemas/Car");
    assertThat(result.vendorFiles().keySet())
        .containsExactly(
            "SHA256SUMS",
            "acme.yaml",
            "common.yaml",
            "paths/cars.yaml",
            "schemas/Car.yaml",
            "schemas/Owner.yaml");
  }

  @Test
  void keepsApartWhatHasOneNameInTwoFiles() {
    Imports.file(folder, "a/Car.yaml", "type: object\n");
    Imports.file(folder, "b/Car.yaml", "type: string\n");
    String paths =
        """
        paths:
          /a: {get: {responses: {200: {description: A., content: {application/json: {schema: {$ref: a/Car.yaml}}}}}}}
          /b: {get: {responses: {200: {description: B., content: {application/json: {schema: {$ref: b/Car.yaml}}}}}}}
        """;

    JsonNode contract = Imports.contract(folder, Imports.openapi30(paths));

    assertThat(contract.at("/components/schemas/Car/type").asText()).isEqualTo("object");
    assertThat(contract.at("/components/schemas/Car2/type").asText()).isEqualTo("string");
  }

  @Test
  void discriminatorsFollowSchemasOutOfTheirFiles() {
    Imports.file(
        folder,
        "Car.yaml",
        "oneOf: [{$ref: 'all.yaml#/Used'}]\ndiscriminator: {propertyName: k, mapping: {u: 'all.yaml#/Used'}}\n");
    Imports.file(folder, "all.yaml", "Used: {type: object}\n");
    String paths =
        "paths: {/a: {get: {responses: {200: {description: A., content: {application/json: {schema: {$ref: Car.yaml}}}}}}}}\n";

    JsonNode contract = Imports.contract(folder, Imports.openapi30(paths));

    assertThat(contract.at("/components/schemas/Car/discriminator/mapping/u").asText())
        .isEqualTo("#/components/schemas/Used");
  }

  @Test
  void readsNothingFromOtherMachinesAndSaysSo() {
    String paths =
        "paths: {/a: {get: {responses: {200: {description: A., content: {application/json: {schema: {$ref: 'https://acme.example/Car.json'}}}}}}}}\n";

    ImportResult result = Imports.run(folder, Imports.openapi30(paths));

    assertThat(result.leftOut())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.what()).isEqualTo("$ref https://acme.example/Car.json");
              assertThat(each.effect()).contains("download it beside the file");
            });
  }

  @Test
  void readsAnchorsMergeKeysAndPlainWordsAsYaml12Does() {
    String text =
        Imports.openapi30(
            """
            x-base: &base {description: Yes., responses: {200: {description: A.}}}
            paths:
              /a: {get: {<<: *base, summary: no, x-date: 2026-01-01, x-octal: 0o17, x-on: on}}
            """);

    JsonNode get = Imports.contract(folder, text).at("/paths/~1a/get");

    assertThat(get.path("description").asText()).isEqualTo("Yes.");
    assertThat(get.path("summary").asText()).isEqualTo("no");
    assertThat(get.path("x-date").asText()).isEqualTo("2026-01-01");
    assertThat(get.path("x-octal").asInt()).isEqualTo(15);
    assertThat(get.path("x-on").isTextual()).isTrue();
  }

  @Test
  void namesAKeyThatStandsTwice() {
    String text =
        Imports.openapi30(
            "paths:\n  /a: {get: {summary: A, summary: B, responses: {200: {description: A.}}}}\n");

    ImportResult result = Imports.run(folder, text);

    assertThat(result.repairs())
        .singleElement()
        .satisfies(
            each -> {
              assertThat(each.place()).isEqualTo("acme.yaml:5");
              assertThat(each.fault()).isEqualTo("repeats the key summary");
            });
  }

  @Test
  void readsJsonWithCommentsAndSaysSo() {
    Path file =
        Imports.file(
            folder,
            "acme.json",
            "{\"openapi\": \"3.0.3\", // theirs\n\"info\": {\"title\": \"A\", \"version\": \"1\"}, \"paths\": {\"/a\": {\"get\": {\"responses\": {\"200\": {\"description\": \"A.\"}}}}},}");

    ImportResult result = Imports.run(Importer.of(file).id("acme"));

    assertThat(result.repairs()).extracting("place").contains("acme.json:1");
  }
}
