package dev.forecourt.contracttests.generated;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.forecourt.verifier.contract.Spot;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class PactBodyTest {

  private static final String SCHEMA = "/components/schemas/Drives";

  @Test
  void leavesOutWhatAnExampleOfTheContractLacks() throws Exception {
    PactBody body =
        of("[{'id':'a','note':'n'}]", "[{'id':'b'},{'id':'c','note':'n'}]", "[{'id':'d'}]");

    assertThat(body.example()).isEqualTo(json("[{'id':'a'}]"));
    assertThat(body.rules()).containsOnlyKeys("$", "$[*].id");
  }

  @Test
  void keepsWhatEachHas() throws Exception {
    PactBody body = of("[{'id':'a','note':'n'}]", "[{'id':'b','note':'m'}]");

    assertThat(body.example()).isEqualTo(json("[{'id':'a','note':'n'}]"));
  }

  @Test
  void goesByNoExampleOfAnotherType() throws Exception {
    PactBody body = of("[{'id':'a','note':'n'}]", "{'id':'b'}");

    assertThat(body.example()).isEqualTo(json("[{'id':'a','note':'n'}]"));
  }

  private static PactBody of(String answer, String... examples) throws Exception {
    JsonNode contract =
        json(
            """
            {'openapi':'3.1.0','components':{'schemas':{'Drives':{'type':'array','items':{
              'type':'object','required':['id'],
              'properties':{'id':{'type':'string'},'note':{'type':'string'}}}}}}}
            """);
    List<JsonNode> shown = new ArrayList<>();
    for (String each : examples) {
      shown.add(json(each));
    }
    return PactBody.of(contract, new Spot(SCHEMA, contract.at(SCHEMA)), json(answer), shown);
  }

  private static JsonNode json(String text) throws Exception {
    return new ObjectMapper().readTree(text.replace('\'', '"'));
  }
}
