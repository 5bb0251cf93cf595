package dev.forecourt.contract.importer;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What generators may rely on. */
class GuaranteesTest {
  @TempDir Path folder;

  @ParameterizedTest(name = "{0} {1} is called {2}")
  @CsvSource({
    "get, /v1/pets, listPets",
    "get, /v1/pets/{id}, getPet",
    "post, /api/pets, createPet",
    "put, /pets/{id}, replacePet",
    "patch, /pets/{id}, updatePet",
    "delete, /pets/{id}, deletePet",
    "get, /owners/{id}/pets, listOwnerPets",
    "post, /pets/{id}/cancel, cancelPet",
    "get, /status, getStatus",
    "get, /, getRoot",
    "get, /car-categories, listCarCategories",
    "delete, /car-categories/{id}, deleteCarCategory",
  })
  void namesAnOperationByMethodAndPath(String method, String path, String name) {
    ImportResult result =
        Imports.run(
            folder,
            Imports.openapi30(
                "paths: {'%s': {%s: {responses: {200: {description: A.}}}}}\n"
                    .formatted(path, method)));

    assertThat(result.operations()).extracting("operationId").containsExactly(name);
    assertThat(result.guesses()).anyMatch(guess -> guess.what().equals("operationId " + name));
  }

  @ParameterizedTest(name = "{0} becomes {1}")
  @CsvSource({
    "list-pets, listPets",
    "list_pets, listPets",
    "Pets.list, petsList",
    "GetURL, getURL",
    "URLGet, urlGet",
    "default, defaultOperation",
    "class, classOperation",
    "2fa, call2fa",
    "getPets, getPets",
  })
  void spellsANameAsJavaDoes(String given, String name) {
    ImportResult result =
        Imports.run(
            folder,
            Imports.openapi30(
                "paths: {/a: {get: {operationId: '%s', responses: {200: {description: A.}}}}}\n"
                    .formatted(given)));

    assertThat(result.operations()).extracting("operationId").containsExactly(name);
  }

  @Test
  void namesAreUniqueIgnoringCaseAndTheRightOneIsKept() {
    ImportResult result =
        Imports.run(
            folder,
            Imports.openapi30(
                """
                paths:
                  /a: {get: {operationId: get-thing, responses: {200: {description: A.}}}}
                  /b: {get: {operationId: getThing, responses: {200: {description: A.}}}}
                  /c: {get: {operationId: GETTHING, responses: {200: {description: A.}}}}
                  /d: {get: {operationId: notify, responses: {200: {description: A.}}}}
                """));

    List<String> names = result.operations().stream().map(each -> each.operationId()).toList();
    assertThat(names).element(1).isEqualTo("getThing");
    assertThat(names.stream().map(String::toLowerCase)).doesNotHaveDuplicates();
    assertThat(names).doesNotContain("notify");
  }

  @Test
  void linksFollowTheNamesOfOperations() {
    JsonNode contract =
        Imports.contract(
            folder,
            Imports.openapi30(
                "paths: {/a: {get: {operationId: get_a, responses: {200: {description: A., links: {self: {operationId: get_a}}}}}}}\n"));

    assertThat(contract.at("/paths/~1a/get/responses/200/links/self/operationId").asText())
        .isEqualTo("getA");
  }

  @Test
  void everyOperationHasATag() {
    ImportResult result =
        Imports.run(
            folder,
            Imports.openapi30(
                """
                paths:
                  /v1/test-drives/{id}: {get: {responses: {200: {description: A.}}}}
                  /other: {get: {tags: [Theirs], responses: {200: {description: A.}}}}
                """));

    assertThat(result.operations()).extracting("tag").containsExactly("TestDrives", "Theirs");
  }

  @ParameterizedTest(name = "{0} becomes {1}")
  @CsvSource({
    "a.b, AB",
    "Pet--Full, PetFull",
    "Error, ErrorSchema",
    "object, ObjectSchema",
    "2nd, Schema2nd",
    "pet_owner, pet_owner",
    "Pet, Pet",
  })
  void schemasHaveNamesOfClasses(String given, String name) {
    JsonNode contract =
        Imports.contract(
            folder,
            Imports.openapi30(
                """
                paths:
                  /a: {get: {responses: {200: {description: A., content: {application/json: {schema: {$ref: '#/components/schemas/%1$s'}}}}}}}
                components:
                  schemas:
                    '%1$s': {type: object}
                    Base: {type: object, discriminator: {propertyName: k, mapping: {x: '%1$s', y: '#/components/schemas/%1$s'}}}
                """
                    .formatted(given)));

    assertThat(contract.path("components").path("schemas").fieldNames())
        .toIterable()
        .contains(name);
    assertThat(
            contract
                .at("/paths/~1a/get/responses/200/content/application~1json/schema/$ref")
                .asText())
        .isEqualTo("#/components/schemas/" + name);
    assertThat(contract.at("/components/schemas/Base/discriminator/mapping/y").asText())
        .isEqualTo("#/components/schemas/" + name);
  }

  @Test
  void schemasThatDifferInCaseAreKeptApart() {
    JsonNode contract =
        Imports.contract(
            folder,
            Imports.openapi30(
                "paths: {/a: {get: {responses: {200: {description: A.}}}}}\ncomponents: {schemas: {pet: {type: string}, Pet: {type: object}, p_et: {type: integer}}}\n"));

    assertThat(contract.path("components").path("schemas").fieldNames())
        .toIterable()
        .hasSize(3)
        .allSatisfy(name -> assertThat(name).matches("[A-Za-z][A-Za-z0-9_]*"));
    assertThat(contract.at("/components/schemas/Pet2/type").asText()).isEqualTo("object");
  }

  @ParameterizedTest(name = "{0} becomes {1}")
  @CsvSource(
      delimiter = '|',
      value = {
        "[{url: 'https://{host}/{v}', variables: {host: {default: a.example}, v: {default: v1}}}] | https://a.example/v1",
        "[{url: /v1}] | https://acme.invalid/v1",
        "[{url: //a.example/v1/}] | https://a.example/v1",
        "[{url: a.example/v1}] | https://a.example/v1",
        "[] | https://acme.invalid",
      })
  void serversAreAbsoluteWithoutVariables(String given, String url) {
    String text =
        Imports.openapi30("paths: {/a: {get: {responses: {200: {description: A.}}}}}\n")
            .replace("[{url: https://api.acme.example}]", given);

    JsonNode contract = Imports.contract(folder, text);

    assertThat(contract.at("/servers/0")).isEqualTo(Imports.tree("{url: '%s'}".formatted(url)));
  }
}
