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

/**
 * The rules of OpenAPI 3.1, each in a member of its own: one value that fits, and one that does
 * not.
 */
final class Json31Test {

  @TempDir private static Path folder;
  private static Harness stub;

  @BeforeAll
  static void generate() {
    stub =
        Harness.of(
            """
            openapi: 3.1.0
            info: {title: Rules, version: "1"}
            x-mock-port: 4999
            components:
              schemas:
                Cat: {type: object, required: [kind, purrs], properties: {kind: {type: string}, purrs: {type: boolean}}}
                Dog: {type: object, required: [kind, barks], properties: {kind: {type: string}, barks: {type: boolean}}}
                Short: {type: string, maxLength: 3}
                Node: {type: object, properties: {next: {$ref: "#/components/schemas/Node"}, n: {type: integer}}}
                Rules:
                  type: object
                  properties:
                    n: {type: integer}
                    textOrNull: {type: [string, "null"]}
                    either: {type: [integer, boolean], minimum: 3}
                    constant: {const: 7}
                    constants: {const: {a: [1]}}
                    above: {type: number, exclusiveMinimum: 2}
                    below: {type: integer, exclusiveMaximum: 2}
                    sibling: {$ref: "#/components/schemas/Short", minLength: 2}
                    tuple: {type: array, prefixItems: [{type: integer}, {type: string}], items: false}
                    contains: {type: array, contains: {const: 1}, minContains: 2, maxContains: 3}
                    names: {type: object, propertyNames: {pattern: "^[a-z]+$"}}
                    patterns: {type: object, patternProperties: {"^n_": {type: integer}}, additionalProperties: false}
                    map: {type: object, additionalProperties: {type: [integer, "null"]}}
                    needs: {type: object, dependentRequired: {a: [b]}}
                    schemas: {type: object, dependentSchemas: {a: {properties: {b: {type: integer}}}}}
                    when: {type: object, properties: {k: {}}, if: {properties: {k: {const: x}}, required: [k]}, then: {required: [y]}, else: {required: [z]}}
                    untyped: {minimum: 3, maxLength: 2}
                    onlyNull: {type: "null"}
                    unique: {type: array, uniqueItems: true}
                    step: {type: number, multipleOf: 0.5}
                    not: {not: {type: string}}
                    pet: {oneOf: [{$ref: "#/components/schemas/Cat"}, {$ref: "#/components/schemas/Dog"}], discriminator: {propertyName: kind, mapping: {kitty: "#/components/schemas/Cat"}}}
                    node: {$ref: "#/components/schemas/Node"}
                    deep: {type: array, items: {type: array, items: {type: integer}}}
                    local: {$ref: "#/components/schemas/Rules/properties/below"}
                    never: false
                    anything: true
            paths:
              /rules: {post: {requestBody: {required: true, content: {application/json: {schema: {$ref: "#/components/schemas/Rules"}}}}, responses: {"204": {description: ok}}}}
            """,
            folder);
  }

  @AfterAll
  static void close() {
    stub.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiterString = " | ",
      quoteCharacter = '\u0001',
      value = {
        "n | 1 | `x`",
        "textOrNull | null | 1",
        "textOrNull | `x` | true",
        "either | 3 | 2",
        "either | true | `x`",
        "constant | 7 | 8",
        "constants | {`a`:[1]} | {`a`:[2]}",
        "above | 2.1 | 2",
        "below | 1 | 2",
        "sibling | `ab` | `a`",
        "sibling | `abc` | `abcd`",
        "tuple | [1,`a`] | [`a`,1]",
        "tuple | [1] | [1,`a`,2]",
        "contains | [1,1,2] | [1,2]",
        "contains | [1,1,1] | [1,1,1,1]",
        "names | {`ab`:1} | {`A`:1}",
        "patterns | {`n_a`:1} | {`n_a`:`x`}",
        "patterns | {} | {`other`:1}",
        "map | {`a`:1,`b`:null} | {`a`:`x`}",
        "needs | {`a`:1,`b`:1} | {`a`:1}",
        "schemas | {`a`:1,`b`:1} | {`a`:1,`b`:`x`}",
        "when | {`k`:`x`,`y`:1} | {`k`:`x`}",
        "when | {`z`:1} | {`k`:`other`}",
        "untyped | 3 | 2",
        "untyped | `ab` | `abc`",
        "onlyNull | null | 1",
        "unique | [1,2] | [1,1]",
        "step | 1.5 | 1.2",
        "not | 1 | `x`",
        "pet | {`kind`:`kitty`,`purrs`:true} | {`kind`:`kitty`,`barks`:true}",
        "pet | {`kind`:`Dog`,`barks`:true} | {`kind`:`cow`}",
        "node | {`next`:{`next`:{`n`:1}}} | {`next`:{`next`:{`n`:`x`}}}",
        "deep | [[1],[]] | [[`x`]]",
        "local | 1 | 2",
        "anything | [{}] | -",
      })
  void checksAsStrictlyAsTheRuleSays(String member, String good, String bad) {
    assertThat(send(member, good).toString()).isEqualTo("204 ");
    if (!bad.equals("-")) {
      assertThat(send(member, bad).status()).as(bad).isEqualTo(400);
    }
  }

  @Test
  void namesWhatIsWrong() {
    assertThat(send("either", "\"x\"").text())
        .contains("body field 'either' must be of type boolean or integer but was 'x'");
    assertThat(send("pet", "{\"kind\":\"cow\"}").text())
        .contains("body field 'pet.kind' must be one of Dog, kitty but was 'cow'");
    assertThat(send("needs", "{\"a\":1}").text())
        .contains("body field 'needs.b' is required beside 'a' but was missing");
    assertThat(send("never", "1").text()).contains("body field 'never' must not be sent here");
  }

  private static Harness.Answer send(String member, String value) {
    return stub.send(
        "POST /rules",
        Map.of("Content-Type", "application/json"),
        "{\"" + member + "\":" + value.replace('`', '"') + "}");
  }
}
