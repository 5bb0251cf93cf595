package dev.forecourt.contract.importer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is concluded from what a file says. */
class GuessesTest {
  private static final String PETS =
      Imports.openapi30(
          """
          paths:
            /owners/{ownerId}/pets:
              parameters: [{name: ownerId, in: path, required: true, schema: {type: string}}]
              get:
                operationId: listPets
                tags: [Pets]
                parameters: [%1$s, {name: status, in: query, schema: {type: string}}, {name: sort, in: query, schema: {type: string}}]
                responses:
                  200: {description: Pets., content: {application/json: {schema: %2$s}}}
                  404: {description: None., content: {application/json: {schema: {$ref: '#/components/schemas/Problem'}}}}
              post:
                operationId: createPet
                tags: [Pets]
                requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}
                responses: {201: {description: Made., content: {application/json: {schema: {type: object, properties: {data: {$ref: '#/components/schemas/Pet'}}}}}}}
            /owners/{ownerId}/pets/{petId}:
              parameters:
                - {name: ownerId, in: path, required: true, schema: {type: string}}
                - {name: petId, in: path, required: true, schema: {type: string}}
              get: {operationId: getPet, tags: [Pets], responses: {200: {description: Pet., content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}}}
              delete: {operationId: deletePet, tags: [Pets], responses: {204: {description: Gone.}}}
          components:
            schemas:
              Pet: {type: object, properties: {id: {type: string}, owner_id: {type: string}, status: {type: string}}}
              Problem: {type: object, properties: {error: {type: object, properties: {code: {type: string}, message: {type: string}}}}}
          """);

  private static final String ARRAY = "{type: array, items: {$ref: '#/components/schemas/Pet'}}";

  private static final String PETSTORE =
      Imports.openapi30(
          """
          paths:
            /pet/{petId}:
              get: {parameters: [{name: petId, in: path, required: true, schema: {type: integer}}], responses: {200: {description: A., content: {application/json: {schema: {$ref: '#/components/schemas/Pet'}}}}}}
              delete: {parameters: [{name: petId, in: path, required: true, schema: {type: integer}}], responses: {204: {description: Gone.}}}
            /pet/findByStatus:
              get: {parameters: [{name: status, in: query, schema: {type: array, items: {type: string}}}], responses: {200: {description: A., content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Pet'}}}}}}}
            /pet/owners:
              get: {responses: {200: {description: A., content: {application/json: {schema: {type: array, items: {type: object, properties: {id: {type: string}}}}}}}}}
            /stations:
              get: {parameters: [{name: city, in: query, schema: {type: string}}], responses: {200: {description: A., content: {application/json: {schema: {type: object, properties: {data: {type: array, items: {type: object, properties: {name: {type: string}, city: {type: string}}}}}}}}}}}
            /stations/{id}/trains:
              get: {parameters: [{name: id, in: path, required: true, schema: {type: string}}], responses: {200: {description: A., content: {application/json: {schema: {type: array, items: {type: object, properties: {id: {type: string}}}}}}}}}
          components: {schemas: {Pet: {type: object, properties: {id: {type: integer}, status: {type: string}}}}}
          """);

  @TempDir Path folder;

  private static String pets(String parameter, String answer) {
    return PETS.formatted(parameter, answer);
  }

  private static String query(String names) {
    StringBuilder text = new StringBuilder();
    for (String name : names.split(" ")) {
      text.append(text.isEmpty() ? "" : ", ")
          .append("{name: '%s', in: query, schema: {type: integer}}".formatted(name));
    }
    return text.toString();
  }

  @ParameterizedTest(name = "{0} with {1} is {2}")
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "offset limit|LIST|{style: offset, parameter: offset, size: limit, items: '', item: Pet}",
        "skip take|LIST|{style: offset, parameter: skip, size: take, items: '', item: Pet}",
        "page per_page|LIST|{style: page, parameter: page, size: per_page, items: '', item: Pet}",
        "pageNumber pageSize|{type: object, properties: {content: LIST, totalPages: {type:"
            + " integer}, totalElements: {type: integer}}}|{style: page, parameter: pageNumber,"
            + " size: pageSize, items: /content, total: /totalElements, pages: /totalPages, item:"
            + " Pet}",
        "page[number] page[size]|{type: object, properties: {data: LIST}}|{style: page, parameter:"
            + " 'page[number]', size: 'page[size]', items: /data, item: Pet}",
        "cursor limit|{type: object, properties: {data: LIST, meta: {type: object, properties:"
            + " {next_cursor: {type: string}}}}}|{style: cursor, parameter: cursor, size: limit,"
            + " next: /meta/next_cursor, items: /data, item: Pet}",
        "pageToken|{type: object, properties: {pets: LIST, others: LIST, nextPageToken: {type:"
            + " string}}}|{style: cursor, parameter: pageToken, next: /nextPageToken, items: /pets,"
            + " item: Pet}",
      })
  void recognisesPaging(String names, String answer, String paging) {
    JsonNode contract = Imports.contract(folder, pets(query(names), answer.replace("LIST", ARRAY)));

    assertThat(contract.at("/paths/~1owners~1{ownerId}~1pets/get/x-paging"))
        .isEqualTo(Imports.tree(paging));
  }

  @ParameterizedTest(name = "{0} with {1} is no paging")
  @CsvSource(
      delimiter = '|',
      value = {
        "limit|LIST",
        "cursor limit|LIST",
        "offset limit|{type: object, properties: {a: {type: string}}}",
        "offset limit|{type: array, items: {type: string}}",
        "page|{type: object, properties: {cats: LIST, dogs: LIST}}",
      })
  void doesNotSeePagingWhereItIsNotClear(String names, String answer) {
    JsonNode contract = Imports.contract(folder, pets(query(names), answer.replace("LIST", ARRAY)));

    assertThat(contract.at("/paths/~1owners~1{ownerId}~1pets/get/x-paging").isMissingNode())
        .isTrue();
  }

  @Test
  void aFirstPageOfZeroIsSaid() {
    String page = "{name: page, in: query, schema: {type: integer, default: 0}}";

    JsonNode contract = Imports.contract(folder, pets(page, ARRAY));

    assertThat(contract.at("/paths/~1owners~1{ownerId}~1pets/get/x-paging/first").asInt(-1))
        .isZero();
  }

  @Test
  void anInlineObjectOfAPagedListBecomesAComponent() {
    String inline = "{type: array, items: {type: object, properties: {a: {type: string}}}}";

    JsonNode contract = Imports.contract(folder, pets(query("page"), inline));

    String item = contract.at("/paths/~1owners~1{ownerId}~1pets/get/x-paging/item").asText();
    assertThat(contract.at("/components/schemas/" + item + "/properties/a/type").asText())
        .isEqualTo("string");
  }

  @Test
  void pagingIsWhatAPersonSaid() {
    Path file = Imports.file(folder, "acme.yaml", pets(query("from max"), ARRAY));

    ImportResult said = Imports.run(Importer.of(file).id("acme").paging("offset:from,max"));
    ImportResult none = Imports.run(Importer.of(file).id("acme").paging("none"));

    assertThat(Imports.contract(said).at("/paths/~1owners~1{ownerId}~1pets/get/x-paging"))
        .isEqualTo(
            Imports.tree("{style: offset, parameter: from, size: max, items: '', item: Pet}"));
    assertThat(none.operations()).allMatch(each -> each.paging() == null);
  }

  @Test
  void recognisesACollection() {
    ImportResult result = Imports.run(folder, pets(query("page"), ARRAY));

    JsonNode list =
        Imports.contract(result).at("/paths/~1owners~1{ownerId}~1pets/get/x-convention");
    assertThat(list)
        .isEqualTo(
            Imports.tree(
                "{collection: '/owners/{ownerId}/pets', role: list, member: id, items: '', parents:"
                    + " {ownerId: owner_id}, sort: {parameter: sort}, filters: {status: status}}"));
    assertThat(result.operations())
        .extracting("role")
        .containsExactly("list", "create", "read", "delete");
    assertThat(result.guesses())
        .anyMatch(
            guess -> guess.what().equals("the stub keeps its objects: list, create, read, delete"));
  }

  @Test
  void saysWhereTheObjectStandsInEachAnswer() {
    JsonNode contract = Imports.contract(folder, pets(query("page"), ARRAY));

    assertThat(contract.at("/paths/~1owners~1{ownerId}~1pets/post/x-convention/item").asText())
        .isEqualTo("/data");
    assertThat(
            contract
                .at("/paths/~1owners~1{ownerId}~1pets~1{petId}/get/x-convention/item")
                .asText("no"))
        .isEmpty();
    assertThat(contract.at("/paths/~1owners~1{ownerId}~1pets~1{petId}/delete/x-convention"))
        .isEqualTo(
            Imports.tree(
                "{collection: '/owners/{ownerId}/pets', role: delete, id: petId, member: id,"
                    + " parents: {ownerId: owner_id}}"));
  }

  @Test
  void doesNotSeeACollectionWhoseObjectsHaveNoId() {
    String text =
        pets(query("page"), ARRAY)
            .replace("id: {type: string}, owner_id", "name: {type: string}, owner_id");

    ImportResult result = Imports.run(folder, text);

    assertThat(result.operations()).allMatch(each -> each.role() == null);
  }

  @Test
  void listsObjectsOfACollectionBesideIt() {
    JsonNode contract = Imports.contract(folder, PETSTORE);

    assertThat(contract.at("/paths/~1pet~1findByStatus/get/x-convention"))
        .isEqualTo(
            Imports.tree(
                "{collection: /pet, role: list, member: id, items: '', filters: {status:"
                    + " status}}"));
    assertThat(contract.at("/paths/~1pet~1owners/get/x-convention/collection").asText())
        .as("other objects")
        .isEqualTo("/pet/owners");
  }

  @Test
  void listsObjectsThatNoPathHas() {
    ImportResult result = Imports.run(folder, PETSTORE);

    JsonNode contract = Imports.contract(result);
    assertThat(contract.at("/paths/~1stations/get/x-convention"))
        .isEqualTo(
            Imports.tree(
                "{collection: /stations, role: list, items: /data, filters: {city: city}}"));
    assertThat(contract.at("/paths/~1stations~1{id}~1trains/get").has("x-convention"))
        .as("below a parent that is not known")
        .isFalse();
    assertThat(result.guesses())
        .anyMatch(
            guess ->
                guess.what().equals("the stub keeps its objects: list")
                    && guess.reason().equals("/stations lists objects"))
        .anyMatch(guess -> guess.reason().equals("/pet/findByStatus lists the objects of /pet"));
  }

  @Test
  void recognisesTheShapeOfErrors() {
    JsonNode contract = Imports.contract(folder, pets(query("page"), ARRAY));

    assertThat(contract.path("x-error-shape"))
        .isEqualTo(Imports.tree("{message: /error/message, code: /error/code}"));
  }

  @ParameterizedTest(name = "{1} of {0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "parameters: [{name: Authorization, in: header, schema: {type: string}, description:"
            + " 'Bearer token'}]|{type: http, scheme: bearer}",
        "parameters: [{name: Authorization, in: header, schema: {type: string}, example: 'Basic"
            + " abc'}]|{type: http, scheme: basic}",
        "parameters: [{name: api_key, in: query, schema: {type: string}}]|{type: apiKey, in: query,"
            + " name: api_key}",
        "parameters: [{name: X-API-KEY, in: header, schema: {type: string}}]|{type: apiKey, in:"
            + " header, name: X-API-KEY}",
        "x-none: 1|{type: http, scheme: bearer}",
      })
  void guessesHowCallersAuthenticate(String operation, String scheme) {
    String text =
        Imports.openapi30(
            "paths: {/a: {get: {%s, responses: {200: {description: A.}, 401: {description: No.}}}}}\n"
                .formatted(operation));

    ImportResult result = Imports.run(folder, text);

    JsonNode contract = Imports.contract(result);
    String name = contract.at("/security/0").fieldNames().next();
    assertThat(contract.at("/components/securitySchemes/" + name)).isEqualTo(Imports.tree(scheme));
    assertThat(contract.at("/paths/~1a/get/parameters")).isEmpty();
    assertThat(result.guesses()).anyMatch(guess -> guess.flag().equals("--auth"));
  }

  @Test
  void doesNotGuessWhatTheFileSays() {
    String text =
        Imports.openapi30(
            "security: []\n"
                + "paths: {/a: {get: {responses: {200: {description: A.}, 401: {description:"
                + " No.}}}}}\n");

    ImportResult result = Imports.run(folder, text);

    assertThat(Imports.contract(result).path("security")).isEmpty();
    assertThat(result.guesses()).noneMatch(guess -> guess.flag().equals("--auth"));
  }

  @ParameterizedTest(name = "--auth {0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "basic|{type: http, scheme: basic}",
        "cookie:session|{type: apiKey, in: cookie, name: session}",
        "oauth2:https://a.example/t|{type: oauth2, flows: {clientCredentials: {tokenUrl:"
            + " 'https://a.example/t', scopes: {}}}}",
      })
  void authenticationIsWhatAPersonSaid(String auth, String scheme) {
    String text =
        Imports.openapi30(
            """
            security: [{theirs: []}]
            paths: {/a: {get: {security: [{theirs: []}], responses: {200: {description: A.}}}}, /open: {get: {security: [], responses: {200: {description: A.}}}}}
            components: {securitySchemes: {theirs: {type: apiKey, in: header, name: K}}}
            """);
    Path file = Imports.file(folder, "acme.yaml", text);

    JsonNode contract = Imports.contract(Imports.run(Importer.of(file).id("acme").auth(auth)));

    String name = contract.at("/security/0").fieldNames().next();
    assertThat(contract.at("/components/securitySchemes/" + name)).isEqualTo(Imports.tree(scheme));
    assertThat(contract.at("/paths/~1a/get/security").isMissingNode()).isTrue();
    assertThat(contract.at("/paths/~1open/get/security")).isEmpty();
    assertThat(contract.at("/paths/~1open/get/security").isArray()).isTrue();
  }
}
