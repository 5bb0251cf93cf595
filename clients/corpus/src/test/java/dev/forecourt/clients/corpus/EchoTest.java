package dev.forecourt.clients.corpus;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.runtime.call.VendorResponse;
import dev.forecourt.runtime.http.WireRequest;
import dev.forecourt.runtime.json.Json;
import java.io.IOException;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The judge of round trips names what was lost, and nothing else. */
class EchoTest {
  private static final String BODY = "{\"name\":\"n\",\"size\":2}";
  private static final String QUERY = "?page=3&tags=x";

  @TempDir Path folder;
  private Described operation;
  private Described form;

  @BeforeEach
  void describe() throws IOException {
    Path contract =
        Files.writeString(
            folder.resolve("contract.yaml"),
            """
            openapi: 3.0.3
            paths:
              /a/{key}:
                post:
                  operationId: change
                  parameters:
                    - {name: key, in: path, schema: {type: string, example: k/1}}
                    - {name: page, in: query, schema: {type: integer, example: 3}}
                    - {name: tags, in: query, schema: {type: array, items: {type: string, example: x}}}
                    - {name: X-Trace, in: header, schema: {type: string, example: t}}
                  requestBody: {content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}
                  responses: {'200': {content: {application/json: {schema: {$ref: '#/components/schemas/A'}}}}}
              /form:
                post:
                  operationId: fill
                  parameters:
                    - {name: Key-Of, in: header, schema: {type: string, example: h}}
                    - {name: api-key, in: query, schema: {type: string, example: own}}
                    - {name: key_of, in: query, schema: {type: string, example: q}}
                  requestBody:
                    content:
                      application/x-www-form-urlencoded:
                        schema:
                          type: object
                          properties:
                            name: {type: string, example: a b}
                            size: {type: number, example: 2}
                            tags: {type: array, items: {type: string}}
                  responses: {'204': {description: Done.}}
            components:
              securitySchemes: {key: {type: apiKey, in: query, name: api-key}}
              schemas:
                A:
                  type: object
                  properties:
                    name: {type: string, example: n}
                    size: {type: number, example: 2}
                    at: {type: string, readOnly: true, writeOnly: true}
            """);
    operation = Described.of(contract).get("change");
    form = Described.of(contract).get("fill");
  }

  private String lost(String target, String trace, String body, String read) throws IOException {
    WireRequest request =
        new WireRequest(
            "POST",
            URI.create("https://api.acme.example" + target),
            Map.of("Content-Type", List.of("application/json"), "X-Trace", List.of(trace)),
            body.getBytes(StandardCharsets.UTF_8),
            Duration.ofSeconds(1));
    return new Echo(operation).lost(request, VendorResponse.of(Json.parse(read)));
  }

  @Test
  void saysNothingWhereAllCameBack() throws IOException {
    String otherSpelling = "{\"size\":2.0,\"name\":\"n\"}";

    String lost = lost("/v1/a/k%2F1" + QUERY, "t", BODY, otherSpelling);

    assertThat(lost).isEmpty();
  }

  @Test
  void namesParametersThatAreNotSentAsGiven() throws IOException {
    String lost = lost("/a/k?page=4", "u", BODY, BODY);

    assertThat(lost)
        .isEqualTo(
            "path key not sent; query page not sent; query tags not sent; header X-Trace not sent");
  }

  @Test
  void namesListsOfWhichAValueIsNotSent() throws IOException {
    assertThat(lost("/a/k%2F1?page=3&tags=x&tags=x", "t", BODY, BODY)).isEmpty();

    assertThat(lost("/a/k%2F1?page=3&tags=", "t", BODY, BODY)).isEqualTo("query tags not sent");
  }

  @Test
  void namesBodiesThatLackMembers() throws IOException {
    String lost = lost("/a/k%2F1" + QUERY, "t", "{\"name\":\"n\"}", BODY);

    assertThat(lost).isEqualTo("body sent {\"name\":\"n\"} for " + BODY);
  }

  @Test
  void namesAnswersThatAreReadOtherwise() throws IOException {
    String rounded = "{\"name\":\"n\",\"size\":3}";

    String lost = lost("/a/k%2F1" + QUERY, "t", BODY, rounded);

    assertThat(lost).isEqualTo("answer read " + rounded + " for " + BODY);
  }

  @Test
  void namesFieldsOfFormsThatAreNotSentAsGiven() throws IOException {
    assertThat(lostOfForm("name=a+b&size=2.0&tags%5B%5D=x")).isEmpty();

    assertThat(lostOfForm("name=a&size=3"))
        .isEqualTo("form field name not sent; form field size not sent; form field tags not sent");
  }

  private String lostOfForm(String body) throws IOException {
    WireRequest request =
        new WireRequest(
            "POST",
            URI.create("https://api.acme.example/form?key_of=q"),
            Map.of(
                "Content-Type", List.of("application/x-www-form-urlencoded"),
                "Key-Of", List.of("h")),
            body.getBytes(StandardCharsets.UTF_8),
            Duration.ofSeconds(1));
    return new Echo(form).lost(request, VendorResponse.of(null));
  }

  @Test
  void tellsApartParametersThatAreCalledAlike() {
    assertThat(form.schema("keyOf").path("example").asText()).isEqualTo("h");
    assertThat(form.schema("keyOf2").path("example").asText()).isEqualTo("q");
    assertThat(form.schema("keyOf3").isMissingNode()).isTrue();
    assertThat(operation.schema("page2").path("example").asInt()).isEqualTo(3);
    assertThat(operation.schema("key").path("example").asText()).isEqualTo("k/1");
    assertThat(operation.withoutPath().schema("key").isMissingNode()).isTrue();
  }
}
