package dev.forecourt.mock.autochat;

import dev.forecourt.mock.json.JsonWriter;
import dev.forecourt.mock.store.SeedRows;
import java.io.ByteArrayOutputStream;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The options that cars can have: the documented three first, then those of the seed file. */
final class AutochatOptions {

  private final Map<String, String> nameByUuid = new LinkedHashMap<>();
  private final byte[] json;

  AutochatOptions() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write('[');
    for (Map<String, @Nullable Object> option :
        AutochatOperations.LIST_OPTIONS.examples().get(0).objects()) {
      add(text(option, "name"), text(option, "prettyName"), text(option, "uuid"), out);
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

  private void add(String name, String prettyName, String uuid, ByteArrayOutputStream out) {
    if (!nameByUuid.isEmpty()) {
      out.write(',');
    }
    nameByUuid.put(uuid, name);
    out.writeBytes(
        JsonWriter.object(
            option ->
                option
                    .field("esaco_identifier", 0)
                    .field("name", name)
                    .field("prettyName", prettyName)
                    .field("uuid", uuid)));
  }

  private static String text(Map<String, @Nullable Object> option, String name) {
    return String.valueOf(option.get(name));
  }
}
