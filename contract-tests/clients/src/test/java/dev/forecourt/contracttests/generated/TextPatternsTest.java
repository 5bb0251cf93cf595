package dev.forecourt.contracttests.generated;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.forecourt.verifier.contract.ContractTree;
import dev.forecourt.verifier.contract.Spot;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Patterns of a pact beside what the contract says of a text. */
class TextPatternsTest {

  private static final ObjectMapper JSON = new ObjectMapper();

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "{'enum':['a.b',null,'c']}~^(a\\.b|c)$",
        "{'const':'a'}~^(a)$",
        "{'format':'date'}~^(\\d{4}-\\d{2}-\\d{2})$",
        "{'pattern':'^[A-Z]+$'}~^([A-Z]+)$",
        "{'pattern':'[A-Z]'}~^([\\s\\S]*(?:[A-Z])[\\s\\S]*)$",
        "{'oneOf':[{'const':'a'},{'type':'integer'},{'const':'b'}]}~^((?:a|b))$",
        "{'format':'date','allOf':[{'pattern':'^2.*$'}]}~^((?=(?:\\d{4}-\\d{2}-\\d{2})$)(?:2.*))$",
      })
  void sayWhatTheContractSays(String schema, String pattern) throws Exception {
    assertThat(answers(schema)).containsExactly(pattern);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '~',
      quoteCharacter = '`',
      value = {
        "{'type':'string'}",
        "{'format':'no-such-format'}",
        "{'anyOf':[{'const':'a'},{'type':'string'}]}",
        "{'minLength':3}"
      })
  void sayNothingWhereAnyTextMayBeRead(String schema) throws Exception {
    assertThat(answers(schema)).isEmpty();
  }

  @Test
  void countTheLengthOfWhatIsSent() throws Exception {
    JsonNode schema = read("{'type':'string','minLength':3,'maxLength':5}");

    assertThat(TextPatterns.ofRequests(new ContractTree(schema)).ofParameter(new Spot("", schema)))
        .contains("^(.{3,5})$");
  }

  @Test
  void sayNothingOfNumbersWithBounds() throws Exception {
    JsonNode schema = read("{'type':'integer','maximum':5}");

    assertThat(TextPatterns.ofRequests(new ContractTree(schema)).ofParameter(new Spot("", schema)))
        .isEmpty();
  }

  private static List<String> answers(String schema) throws JsonProcessingException {
    JsonNode node = read(schema);
    return TextPatterns.ofAnswers(new ContractTree(node))
        .of(List.of(new Spot("", node)))
        .map(List::of)
        .orElse(List.of());
  }

  private static JsonNode read(String json) throws JsonProcessingException {
    return JSON.readTree(json.replace('\'', '"'));
  }
}
