package dev.forecourt.contracttests.generated;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Values of schemas that show none. */
class SampleTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "{'properties':{'a':{'type':'integer'}}}~{}",
        "{'properties':{'a':{'type':'integer'}},'required':['a']}~{'a':1}",
        "{'properties':{'id':{'readOnly':true},'a':{'type':'integer'},'b':{}},'minProperties':1}"
            + "~{'a':1}",
      })
  void fitTheSchema(String schema, String value) throws Exception {
    JsonNode holder = JSON.createObjectNode().set("schema", read(schema));

    assertThat(new Sample(JSON.createObjectNode()).of(holder)).hasToString(read(value).toString());
  }

  private static JsonNode read(String json) throws Exception {
    return JSON.readTree(json.replace('\'', '"'));
  }
}
