package dev.forecourt.mock.autochat;

import dev.forecourt.mock.json.JsonProblem;
import dev.forecourt.mock.json.JsonReader;
import dev.forecourt.mock.json.JsonWriter;
import dev.forecourt.mock.store.SeedRows;
import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The options that cars can have: the documented three first, then those of the seed file. */
final class AutochatOptions {

  private final Map<String, String> nameByUuid = new LinkedHashMap<>();
  private final byte[] json;

  AutochatOptions() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write('[');
    for (Object each : documented()) {
      Map<?, ?> option = (Map<?, ?>) each;
      add(option.get("name"), option.get("prettyName"), option.get("uuid"), out);
    }
    for (String[] row : SeedRows.of(AutochatOptions.class, "autochat/options.psv")) {
      add(row[0], row[1], row[2], out);
    }
    out.write(']');
    json = out.toByteArray();
  }

  /** All of them, as the vendor lists them; read it only. */
  byte[] json() {
    return json;
  }

  boolean has(String name) {
    return nameByUuid.containsValue(name);
  }

  /** The name of the option with this uuid, or null. */
  @Nullable String nameOf(String uuid) {
    return nameByUuid.get(uuid);
  }

  private void add(Object name, Object prettyName, Object uuid, ByteArrayOutputStream out) {
    if (!nameByUuid.isEmpty()) {
      out.write(',');
    }
    nameByUuid.put(uuid.toString(), name.toString());
    out.writeBytes(
        JsonWriter.object(
            option ->
                option
                    .field("esaco_identifier", 0)
                    .field("name", name.toString())
                    .field("prettyName", prettyName.toString())
                    .field("uuid", uuid.toString())));
  }

  private static List<?> documented() {
    String text = AutochatOperations.LIST_OPTIONS.examples().get(0).text();
    try {
      return JsonReader.read(text.getBytes(StandardCharsets.UTF_8)) instanceof List<?> list
          ? list
          : List.of();
    } catch (JsonProblem e) {
      throw new IllegalStateException("The contract's example of options is not JSON", e);
    }
  }
}
