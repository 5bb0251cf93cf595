package dev.forecourt.mock.codegen;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.function.BinaryOperator;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The answer records, by the JSON they write: {@code Thing} and {@code Part} of the contract. */
final class AnswerRecordTest {

  private static final String LEAST = "{\"id\":1,\"code\":null,\"name\":\"n\"}";

  @TempDir private static Path folder;
  private static BinaryOperator<String> records;

  @BeforeAll
  static void generate() throws URISyntaxException {
    Path spec = Path.of(AnswerRecordTest.class.getResource("/tricky/openapi.yaml").toURI());
    records = Generated.records(spec, folder);
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        LEAST,
        "{\"id\":1,\"code\":\"c\",\"name\":\"n\",\"wait\":true,\"out\":1.50,\"builder\":\"b\",\"some_name\":\"s\","
            + "\"someName\":\"t\",\"level\":\"low\",\"loose\":7.0,\"any\":[{}],\"texts\":[\"a\"],\"grades\":{\"x\":1},"
            + "\"part\":{\"size\":1,\"key\":\"k\",\"more\":[1]},\"parts\":[{\"size\":null},{}],\"place\":{\"x\":-1},"
            + "\"inside\":"
            + LEAST
            + "}",
        "{\"id\":1,\"code\":null,\"name\":\"n\",\"out\":null,\"builder\":null,\"level\":null,\"loose\":null,"
            + "\"any\":null,\"part\":null,\"parts\":null}",
      })
  void writesTheTreeItWasMadeOf(String json) {
    assertThat(records.apply("of", json)).isEqualTo(json);
    assertThat(records.apply("copy", json)).as("copied by its builder").isEqualTo(json);
  }

  @Test
  void writesMembersInTheOrderOfTheContract() {
    assertThat(records.apply("of", "{\"name\":\"n\",\"out\":2,\"code\":\"c\",\"id\":1}"))
        .isEqualTo("{\"id\":1,\"code\":\"c\",\"name\":\"n\",\"out\":2}");
  }

  @Test
  void leavesOutNullsThatTheContractDoesNotAllow() {
    assertThat(
            records.apply(
                "of", "{\"id\":1,\"code\":null,\"name\":\"n\",\"wait\":null,\"texts\":null}"))
        .isEqualTo(LEAST);
  }

  @Test
  void leavesOutWhatIsNotSetAndWritesWhatIsSetToNull() {
    assertThat(records.apply("builder", "{}"))
        .isEqualTo("{\"id\":1,\"code\":null,\"name\":\"n\",\"out\":null,\"part\":null}");
  }

  @Test
  void writesNullForEachMemberOfAConstructor() {
    assertThat(records.apply("constructor", "{}")).isEqualTo("{\"size\":null,\"more\":1}");
  }

  @Test
  void changesOneMemberByName() {
    assertThat(records.apply("with code", "{\"id\":1,\"code\":null,\"name\":\"n\",\"loose\":null}"))
        .isEqualTo("{\"id\":1,\"code\":\"new\",\"name\":\"n\",\"loose\":null}");
  }

  @Test
  void knowsItsMembersByTheirNameOnTheWire() {
    assertThat(records.apply("knows", "{\"some_name\":1,\"out\":1,\"outValue\":1,\"shoeSize\":1}"))
        .isEqualTo("[true, true, false, false]");
  }

  @Test
  void givesItsMembersByName() {
    assertThat(
            records.apply("get", "{\"id\":1,\"code\":null,\"name\":\"n\",\"out\":2,\"wait\":true}"))
        .startsWith("[1, null, n, true, 2, null");
    assertThat(records.apply("get open", "{\"size\":1,\"more\":[1]}")).isEqualTo("[1, [1], null]");
    assertThat(records.apply("get unknown", LEAST))
        .isEqualTo("ThingJson has no member 'nam'; nearest is 'name'.");
  }

  @Test
  void takesWhatHasBeenWrittenBefore() {
    assertThat(records.apply("written", "{}"))
        .isEqualTo(
            "{\"id\":1,\"code\":null,\"name\":\"n\",\"part\":{\"size\":2,\"key\":\"k\"},"
                + "\"inside\":{\"any\": true}}");
  }

  @Test
  void hidesSecretsInItsText() {
    assertThat(records.apply("shown", "{\"size\":1,\"key\":\"secret\"}"))
        .isEqualTo("PartJson[****]");
  }

  @Test
  void showsWhatTheVendorSendsByItself() {
    assertThat(
            records.apply("call", "{\"at\":\"2026-01-01T00:00:00Z\",\"things\":[" + LEAST + "]}"))
        .isEqualTo("{\"at\":\"2026-01-01T00:00:00Z\",\"things\":[" + LEAST + "]}");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{\"id\":1,\"nam\":\"n\"} | ThingJson has no member 'nam'; nearest is 'name'.",
        "{\"id\":\"1\"} | member 'id' must be a whole number but was '1'",
        "{\"name\":1} | member 'name' must be a text but was '1'",
        "{\"out\":\"1\"} | member 'out' must be a number but was '1'",
        "{\"wait\":\"no\"} | member 'wait' must be true or false but was 'no'",
        "{\"texts\":{}} | member 'texts' must be an array but was an object with 0 fields",
        "{\"grades\":[]} | member 'grades' must be an object but was an array of 0",
        "{\"part\":1} | member 'part' must be an object but was '1'",
        "{\"parts\":[7]} | member 'parts' must be an object but was '7'",
        "{\"name\":null} | ThingJson has no 'name', which its contract requires. Set it.",
        "{\"id\":1,\"code\":\"c\"} | ThingJson has no 'name', which its contract requires. Set it.",
        "{\"name\":\"n\"} | ThingJson has no 'id', which its contract requires. Set it.",
      })
  void refusesWhatDoesNotFit(String json, String message) {
    assertThat(records.apply("of", json)).isEqualTo(message);
  }

  @Test
  void refusesToBuildWithoutARequiredMember() {
    assertThat(records.apply("incomplete", "{}"))
        .isEqualTo("ThingJson has no 'name', which its contract requires. Set it.");
  }
}
