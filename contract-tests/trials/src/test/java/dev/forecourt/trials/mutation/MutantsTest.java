package dev.forecourt.trials.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which changes are made, and that each is a single one. */
class MutantsTest {
  private static final String CONTRACT =
      """
      paths:
        /api/cars/{id}:
          get:
            operationId: getCar
            parameters:
              - $ref: '#/components/parameters/limit'
              - $ref: '#/components/parameters/id'
            responses:
              "200":
                headers: {X-Left: {schema: {type: integer}}}
                content:
                  application/json:
                    schema: {$ref: '#/components/schemas/Car'}
              "404": {description: unknown}
            security: [{Key: []}]
      components:
        parameters:
          id: {name: id, in: path, required: true, schema: {type: string}}
          limit:
            name: limit
            in: query
            required: false
            schema: {type: integer, maximum: 100, minimum: 0, default: 10}
        securitySchemes:
          Key: {type: apiKey, in: header, name: X-Key}
        schemas:
          Car:
            type: object
            required: [doors]
            properties:
              doors: {type: integer, format: int32}
              colour:
                type: string
                enum: [red, blue]
                x-enum-descriptions: [Red., Blue.]
              plate: {type: string, pattern: '^A', nullable: true}
              guess: {type: string, format: date, x-documented: false}
      """;

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "rename-property:/components/schemas/Car/properties/doors:doorsX | 'doorsX':{ | 'required':['doorsX']",
        "drop-enum-value:/components/schemas/Car/properties/colour/enum/1:none | 'enum':['red'] | 'x-enum-descriptions':['Red.']",
        "rename-enum-value:/components/schemas/Car/properties/colour/enum/0:redX | 'enum':['redX','blue'] | 'x-enum-descriptions':['Red.','Blue.']",
        "change-path:/paths/~1api~1cars~1{id}:/api/carsX/{id} | '/api/carsX/{id}':{'get' | 'name':'id'",
        "change-verb:/paths/~1api~1cars~1{id}/get:post | 'post':{'operationId':'getCar' | '/api/cars/{id}'",
        "change-status:/paths/~1api~1cars~1{id}/get/responses/200:201 | '201':{'headers' | '404':{",
        "drop-auth:/paths/~1api~1cars~1{id}/get/security:none | 'security':[] | 'Key':{",
        "move-parameter:/components/parameters/limit/in:header | 'name':'limit','in':'header' | 'required':false",
        "flip-required:/components/schemas/Car/properties/doors:false | 'required':[] | 'doors':{",
        "flip-required:/components/schemas/Car/properties/plate:true | 'required':['doors','plate'] | 'plate':{"
      })
  void changesOneThingWithWhatBelongsToIt(String id, String one, String other)
      throws JsonProcessingException {
    ObjectNode contract = contract();
    Mutant mutant = mutant(contract, id);

    mutant.edit().accept((ObjectNode) contract.at(mutant.holder()));

    assertThat(contract.toString().replace('"', '\'')).contains(one).contains(other);
    assertThat(contract).isNotEqualTo(contract());
  }

  @Test
  void makesEachKindOfChange() throws JsonProcessingException {
    assertThat(Mutants.of(contract())).extracting(Mutant::id).doesNotHaveDuplicates();
    assertThat(Mutants.of(contract()))
        .extracting(Mutant::kind)
        .contains(
            Kind.CHANGE_BOUND,
            Kind.CHANGE_DEFAULT,
            Kind.DROP_DEFAULT,
            Kind.DROP_FAILURE,
            Kind.DROP_PATTERN,
            Kind.FLIP_NULLABLE,
            Kind.MOVE_AUTH,
            Kind.RENAME_HEADER);
  }

  @ParameterizedTest
  @CsvSource({
    "drop-property:/components/schemas/Car/properties/guess:none, false",
    "change-format:/components/schemas/Car/properties/guess/format:date-time, false",
    "change-format:/components/schemas/Car/properties/doors/format:int64, false",
    "change-bound:/components/parameters/limit/schema/minimum:1, false",
    "flip-nullable:/components/schemas/Car/properties/plate/nullable:none, false",
    "change-bound:/components/parameters/limit/schema/maximum:101, true",
    "drop-property:/components/schemas/Car/properties/colour:none, true"
  })
  void tellsOurOwnDecisionsFromDocumentedFacts(String id, boolean documented)
      throws JsonProcessingException {
    assertThat(mutant(contract(), id).documented()).isEqualTo(documented);
  }

  @Test
  void tellsWhichOperationsAreMeant() throws JsonProcessingException {
    assertThat(Mutants.of(contract()))
        .extracting(Mutant::operations)
        .containsOnly(Set.of("getCar"));
  }

  @Test
  void leavesPathParametersTheirNames() throws JsonProcessingException {
    assertThat(Mutants.of(contract()))
        .extracting(Mutant::id)
        .noneMatch(id -> id.startsWith("rename-parameter:/components/parameters/id/"));
  }

  @Test
  void samplesEvenly() throws JsonProcessingException {
    List<Mutant> all = Mutants.of(contract());

    assertThat(Mutants.sample(all, 3))
        .containsExactly(all.get(0), all.get(all.size() / 3), all.get((int) (2L * all.size() / 3)));
    assertThat(Mutants.sample(all, 10_000)).isEqualTo(all);
  }

  private static Mutant mutant(ObjectNode contract, String id) {
    List<Mutant> all = Mutants.of(contract);
    return all.stream()
        .filter(each -> each.id().equals(id))
        .findFirst()
        .orElseThrow(
            () ->
                new AssertionError(id + " is not among " + all.stream().map(Mutant::id).toList()));
  }

  private static ObjectNode contract() throws JsonProcessingException {
    return (ObjectNode) new ObjectMapper(new YAMLFactory()).readTree(CONTRACT);
  }
}
