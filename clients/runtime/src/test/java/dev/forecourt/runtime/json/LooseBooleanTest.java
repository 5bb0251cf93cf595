package dev.forecourt.runtime.json;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class LooseBooleanTest {

  @ParameterizedTest
  @CsvSource({
    "true, true", "'\"t\"', true", "'\"YES\"', true", "1, true", "'\" true \"', true",
    "false, false", "'\"f\"', false", "'\"NO\"', false", "0, false", "'\"false\"', false"
  })
  void readsYesAndNoInEveryForm(String json, boolean expected) {
    assertThat(VendorJson.read(json, LooseBoolean.class).value()).contains(expected);
  }

  @ParameterizedTest
  @ValueSource(strings = {"null", "\"\"", "\"perhaps\"", "2", "[]", "{}"})
  void hasNoValueWhereNeitherIsSaid(String json) {
    assertThat(VendorJson.read(json, LooseBoolean.class).value()).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"true", "\"f\"", "\"NO\"", "null", "\"\"", "1", "[1.50]"})
  void writesTheJsonThatItRead(String json) {
    LooseBoolean read = VendorJson.read(json, LooseBoolean.class);

    assertThat(VendorJson.write(read)).isEqualTo(json);
  }

  @Test
  void equalsWhatIsReadFromTheSameJson() {
    assertThat(VendorJson.read("\"f\"", LooseBoolean.class)).isEqualTo(LooseBoolean.of("f"));
    assertThat(VendorJson.read("true", LooseBoolean.class)).isEqualTo(LooseBoolean.of(true));
    assertThat(VendorJson.read("null", LooseBoolean.class)).isEqualTo(LooseBoolean.ofNull());
    assertThat(LooseBoolean.of("true")).isNotEqualTo(LooseBoolean.of(true));
  }
}
