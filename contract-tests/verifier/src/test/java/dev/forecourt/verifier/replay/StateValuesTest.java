package dev.forecourt.verifier.replay;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.IntNode;
import com.fasterxml.jackson.databind.node.TextNode;
import java.io.IOException;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values of provider states in the places that ask for them. */
class StateValuesTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final Map<String, JsonNode> VALUES =
      Map.of("id", IntNode.valueOf(7), "name", TextNode.valueOf("a b"));

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "path | `{'path': '/x/1', 'generators': {'path': {'type': 'ProviderState', 'expression': '/x/${id}'}}}` | /path | `\"/x/7\"`",
        "plain name | `{'path': '1', 'generators': {'path': {'type': 'ProviderState', 'expression': 'id'}}}` | /path | `\"7\"`",
        "query | `{'query': {'q': ['1', '2']}, 'generators': {'query': {'q[1]': {'type': 'ProviderState', 'expression': '${id}'}}}}` | /query/q | `[\"1\",\"7\"]`",
        "old query | `{'query': 'q=1&r=2', 'generators': {'query': {'r': {'type': 'ProviderState', 'expression': '${name}'}}}}` | /query | `\"q=1&r=a+b\"`",
        "odd name | `{'query': {'ids[]': ['1']}, 'generators': {'query': {'$[#ids[]#]': {'type': 'ProviderState', 'expression': '${id}'}}}}` | /query | `{\"ids[]\":[\"7\"]}`",
        "header | `{'headers': {'X-Id': '1'}, 'generators': {'header': {'x-id': {'type': 'ProviderState', 'expression': '${id}'}}}}` | /headers | `{\"X-Id\":\"7\"}`",
        "body | `{'body': {'content': {'a': [{'b': 1}, {'b': 2}]}, 'contentType': 'application/json'}, 'generators': {'body': {'$.a[*].b': {'type': 'ProviderState', 'expression': '${id}'}}}}` | /body/content/a | `[{\"b\":7},{\"b\":7}]`",
        "old body | `{'body': {'a': 'x'}, 'generators': {'body': {'$.a': {'type': 'ProviderState', 'expression': 'no ${id}'}}}}` | /body/a | `\"no 7\"`",
        "form | `{'body': {'content': 'a=1&b=2', 'contentType': 'application/x-www-form-urlencoded', 'encoded': false}, 'generators': {'body': {'$.b': {'type': 'ProviderState', 'expression': '${name}'}}}}` | /body/content | `\"a=1&b=a+b\"`",
        "said type | `{'body': {'a': 'x'}, 'generators': {'body': {'$.a': {'type': 'ProviderState', 'expression': '${id}', 'dataType': 'STRING'}}}}` | /body/a | `\"7\"`",
        "default | `{'path': '1', 'generators': {'path': {'type': 'ProviderState', 'expression': '/${nobody:9}'}}}` | /path | `\"/9\"`"
      })
  void putsAValueWhereAGeneratorAsks(String what, String part, String pointer, String expected)
      throws IOException {
    JsonNode request = JSON.readTree(quoted(part));

    for (String side : new String[] {"request", "response"}) {
      JsonNode interaction = JSON.createObjectNode().set(side, request);
      StateValues values = new StateValues(VALUES);

      assertThat(values.fill(interaction).at("/" + side + pointer)).as(what).hasToString(expected);
      assertThat(values.missing()).isEmpty();
    }
  }

  @Test
  void leavesTheExampleWhereNoValueIsKnownAndNamesIt() throws IOException {
    JsonNode interaction =
        JSON.readTree(
            quoted(
                "{'request': {'path': '/x/1', 'generators': {'path': {'type': 'ProviderState',"
                    + " 'expression': '/${id}/${nobody}'}}}}"));
    StateValues values = new StateValues(VALUES);

    JsonNode filled = values.fill(interaction);

    assertThat(filled.at("/request/path").asText()).isEqualTo("/x/1");
    assertThat(filled.at("/request/generators/path")).isEmpty();
    assertThat(values.missing()).containsExactly("nobody");
  }

  @Test
  void leavesOtherGeneratorsToPact() throws IOException {
    JsonNode interaction =
        JSON.readTree(
            quoted(
                "{'request': {'body': {'a': 1}, 'generators': {'body': {'$.a': {'type': 'Uuid'}}}}}"));

    assertThat(new StateValues(VALUES).fill(interaction)).isEqualTo(interaction);
  }

  @Test
  void takesTheParametersOfAllStates() throws IOException {
    JsonNode interaction =
        JSON.readTree(
            quoted(
                "{'providerStates': [{'name': 'a', 'params': {'x': 1}}, {'name': 'b', 'params': {'y': 2}}],"
                    + " 'request': {'path': '/', 'generators': {'path': {'type': 'ProviderState',"
                    + " 'expression': '/${x}/${y}'}}}}"));

    JsonNode filled = StateValues.ofParameters(interaction).fill(interaction);

    assertThat(filled.at("/request/path").asText()).isEqualTo("/1/2");
  }

  /** Quotes and, within them, apostrophes as the eye reads them in a Java text. */
  private static String quoted(String text) {
    return text.replace('\'', '"').replace('#', '\'');
  }
}
