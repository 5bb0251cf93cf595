package dev.forecourt.contract.inventory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.util.regex.Matcher;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Each column and each kind of address can differ, from the text and from the contract. */
class InventoryTest {
  private static final ObjectMapper YAML = new ObjectMapper(new YAMLFactory());

  private static final String INVENTORY =
      """
      address | type | required | default | values | bounds | source
      # the vendor's text
      server https://api.example | - | - | - | - | - | doc L1
      * auth | header Key or query key | - | - | - | - | doc L2
      * header Accept-Language | string | no | de | de, en | - | doc L3
      * 401 | = Error | - | - | - | - | doc L4
      schema Error.message | string | yes | - | - | - | doc L5

      GET /cars/{car_id} | - | - | - | - | - | doc L6
      GET /cars/{car_id} path car_id | integer | yes | - | - | - | doc L7
      GET /cars/{car_id} query page | integer | no | 1 | - | min 1, max 100 | doc L8
      GET /cars/{car_id} query and[price] | string or number | no | - | - | - | doc L9
      GET /cars/{car_id} query tags[] | array of string | no | a | a, b | maxItems 9 | doc L10
      GET /cars/{car_id} 200 | = Car | - | - | - | - | doc L11
      GET /cars/{car_id} 200 header X-Left | integer | - | - | - | - | doc L12
      GET /cars/{car_id} 404 | - | - | - | - | - | doc L13
      schema Car.id | integer | - | - | - | - | doc L14
      schema Car.born | string (date) ? | no | - | - | - | doc L15
      schema Car.kind | string | - | - | new, used | - | doc L16
      schema Car.free | string | - | - | none | - | doc L17
      schema Car.owners | array of object | - | - | - | minItems 1 | doc L18
      schema Car.owners[].name | string | - | - | - | - | doc L19
      schema Car.twin | = Car without twin | - | - | - | - | doc L20
      schema Car.grades.* | number | - | - | - | - | doc L21
      schema Car.extra | any ? | - | - | - | - | doc L22

      POST /cars | - | - | - | - | - | doc L23
      POST /cars auth | bearer | - | - | - | - | doc L24
      POST /cars body | object | yes | - | - | anyOf email|phone | doc L25
      POST /cars body email | string (pattern ^.+@.+$) | - | - | - | maxLength 50 | doc L26
      POST /cars body phone | string | no | - | - | - | doc L27
      POST /cars 201 | array of = Car | - | - | - | - | doc L28
      POST /cars callback POST body | object | yes | - | - | - | doc L29
      POST /cars callback POST body event | string | yes | - | - | - | doc L30

      DELETE /cars | - | - | - | - | - | doc L31
      DELETE /cars auth | none | - | - | - | - | doc L32
      DELETE /cars body | none | - | - | - | - | doc L33
      DELETE /cars form why | string | yes | - | - | - | doc L34
      """;

  private static final String CONTRACT =
      """
      servers: [{url: 'https://api.example'}]
      paths:
        /cars/{id}:
          parameters:
            - {$ref: '#/components/parameters/language'}
          get:
            security: [{Key: []}, {QueryKey: []}]
            parameters:
              - {name: id, in: path, required: true, schema: {type: integer}}
              - {name: page, in: query, schema: {type: integer, default: 1, minimum: 1.0, maximum: 100}}
              - {name: and, in: query, schema: {type: object, properties: {price: {anyOf: [{type: string}, {type: number}]}}}}
              - {name: 'tags[]', in: query, schema: {type: array, maxItems: 9, default: [a], items: {type: string, enum: [a, b]}}}
            responses:
              '200':
                headers: {X-Left: {schema: {type: integer}}}
                content: {application/json: {schema: {$ref: '#/components/schemas/Car'}}}
              '401': {$ref: '#/components/responses/Refused'}
              '404': {description: not there}
              default: {description: else, x-documented: false}
        /cars:
          parameters:
            - {$ref: '#/components/parameters/language'}
          post:
            security: [{Bearer: []}]
            requestBody:
              required: true
              content: {application/json: {schema: {$ref: '#/components/schemas/NewCar'}}}
            responses:
              '201': {content: {application/json: {schema: {type: array, items: {$ref: '#/components/schemas/Car'}}}}}
              '401': {$ref: '#/components/responses/Refused'}
            callbacks:
              called:
                '{$request.body#/url}':
                  post:
                    requestBody:
                      required: true
                      content: {application/json: {schema: {type: object, required: [event], properties: {event: {type: string}}}}}
                    responses: {'200': {description: taken}}
          delete:
            security: []
            requestBody:
              content: {multipart/form-data: {schema: {type: object, required: [why], properties: {why: {type: string}}}}}
            responses:
              '401': {$ref: '#/components/responses/Refused'}
      components:
        securitySchemes:
          Key: {type: apiKey, in: header, name: Key}
          QueryKey: {type: apiKey, in: query, name: key}
          Bearer: {type: http, scheme: bearer}
        parameters:
          language: {name: Accept-Language, in: header, schema: {allOf: [{$ref: '#/components/schemas/Language'}], default: de}}
        responses:
          Refused: {content: {application/json: {schema: {$ref: '#/components/schemas/Error'}}}}
        schemas:
          Language: {type: string, enum: [de, en]}
          Error: {type: object, required: [message], properties: {message: {type: string}}}
          Car:
            type: object
            properties:
              id: {type: integer}
              born: {type: string, format: date, nullable: true}
              kind: {allOf: [{type: string, enum: [new, used]}], description: kind}
              free: {type: string}
              owners: {type: array, minItems: 1, items: {type: object, properties: {name: {type: string}}}}
              twin: {allOf: [{$ref: '#/components/schemas/CarWithoutTwin'}]}
              grades: {type: object, additionalProperties: {type: number}}
              extra: {description: anything}
              guess: {type: string, default: x, enum: [x], x-documented: false}
          CarWithoutTwin:
            type: object
            properties:
              id: {type: integer}
              born: {anyOf: [{type: string, format: date}, {enum: [null]}]}
              kind: {type: string, enum: [new, used]}
              free: {type: string}
              owners: {type: array, minItems: 1, items: {type: object, properties: {name: {type: string}}}}
              grades: {type: object, additionalProperties: {type: number}}
              extra: {description: anything}
          NewCar:
            type: object
            anyOf: [{required: [phone]}, {required: [email]}]
            properties:
              email: {type: string, pattern: ^.+@.+$, maxLength: 50}
              phone: {type: string}
      """;

  @Test
  void findsNothingWhereTextAndContractAgree() throws JsonProcessingException {
    assertThat(Inventory.of("cars.psv", INVENTORY).compare(YAML.readTree(CONTRACT))).isEmpty();
  }

  @ParameterizedTest(name = "{0} -> {1}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "https://api.example;https://api.other;server https://api.example, address",
        "/cars/{id}:;/car/{id}:;GET /cars/{car_id}, address: line 9 (doc L6) says it exists",
        "[{Key: []}, {QueryKey: []}];[{Key: [], QueryKey: []}];* auth, type",
        "in: query, name: key;in: query, name: api_key;* auth, type",
        "security: [{Bearer: []}];security: [{Key: []}];POST /cars auth, type",
        "security: [];security: [{Key: []}];DELETE /cars auth, type: line 37 (doc L32) says none",
        "name: Accept-Language;name: Language;* header Accept-Language, address",
        "enum: [de, en];enum: [de, fr];* header Accept-Language, values: line 5 (doc L3) says en, the contract says fr at #/components/parameters/language/schema",
        "], default: de};], default: en};* header Accept-Language, default: line 5 (doc L3) says de, the contract says en",
        "required: true, schema: {type: integer}};required: false, schema: {type: integer}};path car_id, required",
        "{name: page, in: query,;{name: page, in: query, required: true,;query page, required: line 11 (doc L8) says no, the contract says yes",
        "default: 1, ;;query page, default: line 11 (doc L8) says 1, the contract says none",
        "minimum: 1.0;minimum: 0;query page, bounds: line 11 (doc L8) says min 1, the contract says min 0",
        "maximum: 100;exclusiveMaximum: true;query page, bounds: line 11 (doc L8) says max 100, the contract says no max",
        "{price: {anyOf:;{cost: {anyOf:;query and[price], address",
        "anyOf: [{type: string}, {type: number}];anyOf: [{type: string}, {type: boolean}];query and[price], type",
        "name: 'tags[]';name: tags;query tags[], address",
        "default: [a];default: [b];query tags[], default",
        "enum: [a, b];enum: [a, c];query tags[][], values",
        "maxItems: 9;maxItems: 10;query tags[], bounds",
        "'404': {description: not there};'410': {description: gone};404, address",
        "X-Left: {schema: {type: integer}};X-Rest: {schema: {type: integer}};200 header X-Left, address",
        "X-Left: {schema: {type: integer}};X-Left: {schema: {type: string}};200 header X-Left, type",
        "content: {application/json: {schema: {$ref: '#/components/schemas/Error'}}};description: refused;* 401, address",
        "message: {type: string};words: {type: string};schema Error.message, address",
        "required: [message], ;;schema Error.message, required",
        "format: date, nullable: true;format: date-time, nullable: true;schema Car.born, type",
        "format: date, nullable: true;format: date;schema Car.born, null: line 18 (doc L15) says allowed",
        "[{type: string, enum: [new, used]}];[{type: string, enum: [new, used, old]}];schema Car.kind, values",
        "[{type: string, enum: [new, used]}];[{type: string}];schema Car.kind, values: line 19 (doc L16) says new, used",
        "free: {type: string}\\n        owners;free: {type: string, enum: [x]}\\n        owners;schema Car.free, values",
        "name: {type: string}}}}\\n        twin;nom: {type: string}}}}\\n        twin;schema Car.owners[].name, address",
        "minItems: 1, items: {type: object, properties: {name: {type: string}}}}\\n        twin;minItems: 2, items: {type: object, properties: {name: {type: string}}}}\\n        twin;schema Car.owners, bounds",
        "twin: {allOf: [{$ref: '#/components/schemas/CarWithoutTwin'}]};twin: {$ref: '#/components/schemas/Error'};schema Car.id, address: line 17 (doc L14) says it exists, the contract says nothing at #/components/schemas/Error",
        "grades: {type: object, additionalProperties: {type: number}}\\n        extra: {description: anything}\\n        guess;grades: {type: object, additionalProperties: {type: string}}\\n        extra: {description: anything}\\n        guess;schema Car.grades.*, type",
        "extra: {description: anything}\\n        guess;extra: {type: string}\\n        guess;schema Car.extra, type: line 25 (doc L22) says any ?, the contract says string",
        "      required: true\\n        content: {application/json: {schema: {$ref: '#/components/schemas/NewCar'}}};      content: {application/json: {schema: {$ref: '#/components/schemas/NewCar'}}};POST /cars body, required",
        "{required: [phone]}, ;;POST /cars body, bounds: line 29 (doc L25) says anyOf email|phone",
        "pattern: ^.+@.+$, ;;POST /cars body email, type",
        "maxLength: 50}\\n        phone: {type: string};maxLength: 50}\\n        phone: {type: string, nullable: true};POST /cars body phone, null: line 31 (doc L27) says not allowed",
        "schema: {type: array, items:;schema: {type: object, items:;POST /cars 201, type",
        "required: [event];required: [];callback POST body event, required",
        "{event: {type: string}};{event: {type: integer}};callback POST body event, type",
        "multipart/form-data;application/json;DELETE /cars body, type: line 38 (doc L33) says none",
        "required: [why], ;;DELETE /cars form why, required",
      })
  void namesWhatTheTextSaysOtherwise(String right, String wrong, String expected)
      throws JsonProcessingException {
    assertThat(difference(right, wrong)).contains(expected);
  }

  @ParameterizedTest(name = "{1}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "servers: [;servers: [{url: 'https://more.example'}, ;server https://more.example, address: no line of the inventory says nothing",
        "    delete:\\n;    put: {responses: {}}\\n    delete:\\n;PUT /cars, address",
        "- {name: page,;- {name: size, in: query, schema: {type: integer}}\\n        - {name: page,;GET /cars/{car_id} query size, address",
        "'404': {;'418': {description: tea}\\n        '404': {;GET /cars/{car_id} 418, address",
        "default: {description: else, x-documented: false};default: {description: else};GET /cars/{car_id} default, address",
        "'404': {description: not there};'404': {content: {text/plain: {schema: {type: string}}}};GET /cars/{car_id} 404, type",
        "headers: {;x-documented: false\\n          headers: {X-More: {schema: {type: integer}}, ;GET /cars/{car_id} 200 header X-More, address",
        "headers: {;headers: {X-More: {schema: {type: integer}}, ;GET /cars/{car_id} 200 header X-More, address",
        "        id: {type: integer}\\n        born: {type;        more: {type: integer}\\n        id: {type: integer}\\n        born: {type;schema Car.more, address",
        ", enum: [x], x-documented: false};, enum: [x]};schema Car.guess, address",
        "owners: {type: array;owners: {type: array, default: [];schema Car.owners, default",
        "{name: {type: string}}}}\\n        twin;{name: {type: string, enum: [Zoe]}}}}\\n        twin;schema Car.owners[].name, values",
        "properties:\\n        email;required: [email]\\n      properties:\\n        email;POST /cars body email, required",
        "phone: {type: string}\\n;phone: {type: string}\\n        more: {type: string}\\n;POST /cars body more, address",
        "post:\\n              requestBody;put: {responses: {}}\\n            post:\\n              requestBody;POST /cars callback PUT, address",
      })
  void namesWhatOnlyTheContractStates(String right, String wrong, String expected)
      throws JsonProcessingException {
    assertThat(difference(right, wrong)).contains(expected);
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource(
      delimiter = ';',
      quoteCharacter = '`',
      value = {
        "GET /cars | - | - | - | - | -;6 columns instead of 7",
        "GET /cars | - | maybe | - | - | - | doc;required is yes, no or -, not 'maybe'",
        "GET /cars | - |  | - | - | - | doc;column 3 is empty",
        "GET /cars query a | text | - | - | - | - | doc;'text' is no type",
        "GET /cars query a | string or text | - | - | - | - | doc;'string or text' is no type",
        "GET /cars query a | string | - | - | - | big 3 | doc;no bound is called 'big'",
        "GET /cars query a | string | - | - | - | 3 | doc;a bound is a word and a limit, not '3'",
        "GET /cars querry a | string | - | - | - | - | doc;no place is written 'GET /cars querry a'",
        "cars | - | - | - | - | - | doc;no place is written 'cars'",
        "GET /cars auth | header | - | - | - | - | doc;'header' names no credentials",
        "GET /cars 200 | = Nothing | - | - | - | - | doc;no line begins with 'schema Nothing'",
      })
  void refusesALineThatItCannotRead(String row, String words) {
    assertThatThrownBy(() -> Inventory.of("cars.psv", "header\n" + row))
        .hasMessageStartingWith("cars.psv:2: ")
        .hasMessageContaining(words);
  }

  @Test
  void refusesTheSameAddressTwice() {
    String row = "GET /cars query a | string | - | - | - | - | doc\n";

    assertThatThrownBy(() -> Inventory.of("cars.psv", "header\n" + row + row))
        .hasMessage("cars.psv:3: line 2 has this address too");
  }

  @Test
  void expectsHeadersOfEveryAnswerInOneWithALineOfItsOwn() throws JsonProcessingException {
    Inventory inventory =
        Inventory.of(
            "cars.psv",
            INVENTORY
                + """
                GET /cars/{car_id} 401 | = Error | - | - | - | - | doc L35
                * 401 header X-Left | integer | - | - | - | - | doc L36
                """);
    String headed =
        CONTRACT.replace("Refused: {", "Refused: {headers: {X-Left: {schema: {type: integer}}}, ");
    String body = "{content: {application/json: {schema: {$ref: '#/components/schemas/Error'}}}}";
    String headless =
        headed.replaceFirst(
            "\\{\\$ref: '#/components/responses/Refused'}", Matcher.quoteReplacement(body));

    assertThat(inventory.compare(YAML.readTree(headed))).isEmpty();
    assertThat(inventory.compare(YAML.readTree(headless)).toString())
        .contains("* 401 header X-Left, address: line 41 (doc L36) says it exists")
        .contains("#/paths/~1cars~1{id}/get/responses/401");
  }

  @Test
  void leavesOutAnAnswerThatNeitherSideClaims() throws JsonProcessingException {
    String assumed =
        CONTRACT.replace(
            "default: {description: else, x-documented: false}",
            "default: {x-documented: false, headers: {X-More: {schema: {type: integer}}}}");

    assertThat(Inventory.of("cars.psv", INVENTORY).compare(YAML.readTree(assumed))).isEmpty();
  }

  @Test
  void findsPathParametersByTheirPosition() throws JsonProcessingException {
    String renamed = CONTRACT.replace("/cars/{id}", "/cars/{x}").replace("name: id,", "name: x,");

    assertThat(Inventory.of("cars.psv", INVENTORY).compare(YAML.readTree(renamed))).isEmpty();
  }

  @Test
  void countsItsFacts() {
    assertThat(Inventory.of("cars.psv", INVENTORY).size()).isEqualTo(34);
  }

  private static String difference(String right, @Nullable String wrong)
      throws JsonProcessingException {
    String from = right.replace("\\n", "\n");
    String to = wrong == null ? "" : wrong.replace("\\n", "\n");
    assertThat(CONTRACT).as("the part to break").contains(from);
    int at = CONTRACT.indexOf(from);
    String broken = CONTRACT.substring(0, at) + to + CONTRACT.substring(at + from.length());

    return Inventory.of("cars.psv", INVENTORY).compare(YAML.readTree(broken)).toString();
  }
}
