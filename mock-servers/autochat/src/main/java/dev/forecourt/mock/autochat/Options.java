package dev.forecourt.mock.autochat;

import dev.forecourt.mock.json.JsonWriter;
import dev.forecourt.mock.store.SeedRows;
import dev.forecourt.mock.text.Spelling;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The options that cars can have: the documented three first, then those of the seed file. */
final class Options {

  private final Map<String, String> nameByUuid = new LinkedHashMap<>();
  private final byte[] json;

  Options() {
    List<OptionJson> options = new ArrayList<>();
    AutochatOperations.LIST_OPTIONS.examples().get(0).objects().stream()
        .map(OptionJson::of)
        .forEach(options::add);
    for (Map<String, @Nullable Object> row :
        SeedRows.objects(Options.class, "autochat/options.psv")) {
      // 0 in all of the vendor's samples
      options.add(OptionJson.of(row).toBuilder().esacoIdentifier(0L).build());
    }
    options.forEach(
        each -> nameByUuid.put(String.valueOf(each.uuid()), String.valueOf(each.name())));
    json = JsonWriter.bytes(options);
  }

  /** All of them, as the vendor lists them; read it only. */
  byte[] json() {
    return json;
  }

  boolean has(String name) {
    return nameByUuid.containsValue(name);
  }

  /** {@code " (nearest is 'abs')"}, or nothing. */
  String hint(String name) {
    return Spelling.hint(name, nameByUuid.values());
  }

  /** The name of the option with this uuid, or null. */
  @Nullable String nameOf(String uuid) {
    return nameByUuid.get(uuid);
  }
}
