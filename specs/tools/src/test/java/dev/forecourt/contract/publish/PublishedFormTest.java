package dev.forecourt.contract.publish;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import org.junit.jupiter.api.Test;

class PublishedFormTest {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  @Test
  void namesTheMockFirstOnOperationsToo() throws Exception {
    JsonNode published =
        published(
            """
            x-mock-port: 4099
            servers: [{url: 'https://{host}/v1', variables: {host: {default: vendor.example}}}]
            paths:
              /token:
                post: {servers: [{url: https://login.example}]}
            """);

    assertThat(published.at("/servers").findValuesAsText("url"))
        .containsExactly("http://127.0.0.1:4099", "https://vendor.example/v1");
    assertThat(published.at("/paths/~1token/post/servers").findValuesAsText("url"))
        .containsExactly("http://127.0.0.1:4099", "https://login.example");
    assertThat(published.findValue("variables")).isNull();
  }

  @Test
  void offersTheFormThatEveryToolCanWriteFirst() throws Exception {
    JsonNode published =
        published(
            """
            paths:
              /a:
                post:
                  requestBody:
                    content:
                      multipart/form-data: {schema: {type: object}}
                      text/plain: {schema: {type: string}}
                      application/x-www-form-urlencoded: {schema: {type: object}}
            """);

    assertThat(published.at("/paths/~1a/post/requestBody/content").fieldNames())
        .toIterable()
        .containsExactly("text/plain", "application/x-www-form-urlencoded", "multipart/form-data");
  }

  /** With a default that is a text like the other values. */
  @Test
  void saysAFlagOfAFormAsTexts() throws Exception {
    JsonNode published =
        schemas(
            """
            Flag: {anyOf: [{type: boolean}, {type: string, enum: ['1', '0']}]}
            Form: {type: object, properties: {sms: {allOf: [{$ref: '#/components/schemas/Flag'}], default: false}}}
            """);

    assertThat(published.path("Flag"))
        .isEqualTo(yaml("{type: string, enum: ['1', '0', 'true', 'false']}"));
    assertThat(published.at("/Form/properties/sms"))
        .isEqualTo(yaml("{default: 'false', type: string, enum: ['1', '0', 'true', 'false']}"));
  }

  @Test
  void keepsARuleForMembersApartFromTheirTypes() throws Exception {
    JsonNode published =
        schemas(
            """
            Contact:
              type: object
              properties: {email: {type: string}, phone: {type: string}}
              anyOf: [{required: [email]}, {required: [phone]}]
            """);

    assertThat(published.path("Contact"))
        .isEqualTo(
            yaml(
                """
                type: object
                properties: {email: {type: string}, phone: {type: string}}
                allOf: [{anyOf: [{required: [email]}, {required: [phone]}]}]
                """));
  }

  @Test
  void keepsPropertiesWithTheObjectThatHasThem() throws Exception {
    JsonNode published =
        schemas(
            """
            Color:
              anyOf: [{type: string}, {type: object, nullable: true}]
              properties: {key: {type: string}}
            """);

    assertThat(published.path("Color"))
        .isEqualTo(
            yaml(
                "anyOf: [{type: string}, {type: object, nullable: true, properties: {key: {type: string}}}]"));
  }

  @Test
  void saysOneOfTheseOrNullInOneSchema() throws Exception {
    JsonNode published =
        schemas(
            """
            Kind: {type: string, enum: [a, b], description: of all}
            Car: {type: object, properties: {kind: {anyOf: [{$ref: '#/components/schemas/Kind'}, {enum: [null]}], description: of this}}}
            """);

    assertThat(published.at("/Car/properties/kind"))
        .isEqualTo(
            yaml("{description: of this, type: string, enum: [a, b, null], nullable: true}"));
  }

  /** A copy of a copy as well, wherever it stands in the document. */
  /** A browser's {@code en-US,en;q=0.9} is one, and tools that know the list refuse it. */
  @Test
  void saysListedTextsOrTextsOfAFormAsTheForm() throws Exception {
    JsonNode published =
        schemas(
            """
            Language: {type: string, enum: [de, en]}
            Header:
              type: string
              anyOf: [{$ref: '#/components/schemas/Language'}, {type: string, pattern: '^[a-z-]+$'}]
              default: de
            Other:
              anyOf: [{$ref: '#/components/schemas/Language'}, {type: string, pattern: '^[A-Z]+$'}]
            """);

    assertThat(published.path("Header"))
        .isEqualTo(YAML.readTree("{type: string, default: de, pattern: '^[a-z-]+$'}"));
    assertThat(published.at("/Other/anyOf")).hasSize(2);
  }

  @Test
  void copiesTheSchemaOfAValueToWhereItIsUsed() throws Exception {
    JsonNode published =
        schemas(
            """
            A: {type: object, properties: {x: {allOf: [{$ref: '#/components/schemas/B'}], description: here}}}
            B: {allOf: [{$ref: '#/components/schemas/C'}], description: b}
            C: {anyOf: [{type: number}, {type: string}], description: c}
            """);

    assertThat(published.at("/A/properties/x"))
        .isEqualTo(yaml("{description: here, anyOf: [{type: number}, {type: string}]}"));
  }

  @Test
  void leavesReferencesToObjectsAlone() throws Exception {
    String schemas =
        """
        A: {type: object, properties: {x: {allOf: [{$ref: '#/components/schemas/B'}], description: here}}}
        B: {type: object}
        """;

    assertThat(schemas(schemas)).isEqualTo(yaml(schemas));
  }

  @Test
  void saysNullsBoundsAndReferencesInTheWordsOf31() throws Exception {
    ObjectNode document =
        (ObjectNode)
            yaml(
                """
                openapi: 3.0.3
                components:
                  schemas:
                    A: {type: integer, nullable: true, minimum: 1, exclusiveMinimum: true, example: 2}
                    B: {type: object, properties: {a: {allOf: [{$ref: '#/components/schemas/A'}], description: here}}}
                    C: {type: string, format: binary}
                """);

    JsonNode published = PublishedForm.asOpenApi31(document);

    assertThat(published.at("/openapi").asText()).isEqualTo("3.1.0");
    assertThat(published.at("/components/schemas"))
        .isEqualTo(
            yaml(
                """
                A: {type: [integer, 'null'], exclusiveMinimum: 1, examples: [2]}
                B: {type: object, properties: {a: {description: here, $ref: '#/components/schemas/A'}}}
                C: {type: string, contentMediaType: application/octet-stream}
                """));
  }

  private static JsonNode schemas(String yaml) throws JsonProcessingException {
    ObjectNode document = YAML.createObjectNode();
    document.withObject("/components").set("schemas", yaml(yaml));
    return PublishedForm.of(document).at("/components/schemas");
  }

  private static JsonNode published(String yaml) throws JsonProcessingException {
    return PublishedForm.of((ObjectNode) yaml(yaml));
  }

  private static JsonNode yaml(String yaml) throws JsonProcessingException {
    return YAML.readTree(yaml);
  }
}
