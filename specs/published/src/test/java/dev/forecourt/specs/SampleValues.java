package dev.forecourt.specs;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.fasterxml.jackson.databind.util.RawValue;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;

/** The examples of a contract, and each with one thing changed. */
final class SampleValues {
  private static final ObjectMapper JSON = new ObjectMapper();

  private final JsonNode contract;
  private final Set<String> texts = new TreeSet<>();

  SampleValues(JsonNode contract) {
    this.contract = contract;
  }

  List<JsonNode> all() throws IOException {
    for (String plain : List.of("null", "true", "0", "-1.5", "\"\"", "\"?\"", "[]", "{}")) {
      texts.add(plain);
    }
    contract.findValues("example").forEach(this::add);
    contract.findValues("value").forEach(this::add);
    // of schemas in 3.1
    contract.findValues("examples").stream()
        .filter(JsonNode::isArray)
        .forEach(each -> each.forEach(this::add));
    List<JsonNode> values = new ArrayList<>();
    for (String text : texts) {
      // 6.0 is no integer in 3.0 and one in 3.1, so the standards have it
      if (!text.matches("-?\\d+\\.0+")) {
        values.add(JSON.readTree(text));
      }
    }
    return values;
  }

  private void add(JsonNode example) {
    if (example.toString().length() > 2_000) {
      // a long list has nothing that its items have not
      example.forEach(this::add);
      return;
    }
    texts.add(example.toString());
    example
        .fieldNames()
        .forEachRemaining(
            name -> {
              ObjectNode without = example.deepCopy();
              without.remove(name);
              texts.add(without.toString());
              for (String other : List.of("null", "1", "\"?\"", "{}")) {
                ObjectNode changed = example.deepCopy();
                changed.putRawValue(name, new RawValue(other));
                texts.add(changed.toString());
              }
            });
  }
}
