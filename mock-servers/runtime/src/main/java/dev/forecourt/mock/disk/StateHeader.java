package dev.forecourt.mock.disk;

import dev.forecourt.mock.json.JsonWriter;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The first line of a state file.
 *
 * @param format how the lines are written
 * @param vendor whose state it is
 * @param contract version of the contract by which it was written; null when that was not noted
 * @param id tells one snapshot from the next; null when there was none
 */
record StateHeader(long format, String vendor, @Nullable String contract, @Nullable String id) {

  /** The format that is written; 1, without numbers of lines, is read too. */
  static final long FORMAT = 2;

  /** Of a new file. */
  static StateHeader of(String vendor, @Nullable String contract) {
    return new StateHeader(FORMAT, vendor, contract, UUID.randomUUID().toString());
  }

  /** The header in a line; null when it is none. */
  static @Nullable StateHeader read(Map<?, ?> line) {
    return line.get("forecourt") instanceof Long format && line.get("vendor") instanceof String of
        ? new StateHeader(format, of, text(line.get("contract")), text(line.get("id")))
        : null;
  }

  private static @Nullable String text(@Nullable Object value) {
    return value instanceof String text ? text : null;
  }

  byte[] json() {
    return JsonWriter.object(
        out -> {
          out.field("forecourt", format).field("vendor", vendor);
          if (contract != null) {
            out.field("contract", contract);
          }
          out.field("id", id);
        });
  }

  /** Whether lines have numbers. */
  boolean isNumbered() {
    return format >= FORMAT;
  }

  /** What the lock remembers of a file that is so long: {@code id 00000000000000001234}. */
  String note(long length) {
    return "%s %020d".formatted(id, length);
  }
}
