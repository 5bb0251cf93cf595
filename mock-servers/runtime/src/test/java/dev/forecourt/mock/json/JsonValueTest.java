package dev.forecourt.mock.json;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.mock.http.MockResponse;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Values that are put into answers. */
final class JsonValueTest {

  private static final JsonValue<Object> WRITTEN = JsonValue.written("{\"a\":1}".getBytes(UTF_8));

  @Test
  void writesPreparedNamesLikeOthers() {
    byte[] name = JsonWriter.fieldName("\"é");

    byte[] json = JsonWriter.object(out -> out.name(name).value(1).name("b").value(WRITTEN));

    assertThat(new String(json, UTF_8)).isEqualTo("{\"\\\"é\":1,\"b\":{\"a\":1}}");
  }

  @Test
  void writesNullForNoValueAndNoArray() {
    byte[] json =
        JsonWriter.object(
            out -> out.name("none").value((JsonValue<Object>) null).name("no list").values(null));

    assertThat(new String(json, UTF_8)).isEqualTo("{\"none\":null,\"no list\":null}");
  }

  @Test
  void answersWithOneValueOrAnArray() {
    assertThat(MockResponse.json(201, WRITTEN).body()).isEqualTo("{\"a\":1}".getBytes(UTF_8));
    assertThat(MockResponse.json(200, Arrays.asList(WRITTEN, null)).body())
        .isEqualTo("[{\"a\":1},null]".getBytes(UTF_8));
    assertThat(MockResponse.json(200, List.of()).body()).isEqualTo("[]".getBytes(UTF_8));
  }
}
