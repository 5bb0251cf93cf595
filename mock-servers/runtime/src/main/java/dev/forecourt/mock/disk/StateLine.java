package dev.forecourt.mock.disk;

import dev.forecourt.mock.json.JsonProblem;
import dev.forecourt.mock.json.JsonReader;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.Map;
import java.util.zip.CRC32;
import org.jspecify.annotations.Nullable;

/**
 * One line of a state file: a JSON object whose first member is the checksum of the rest, as in
 * {@code {"crc":"0f3a81bc","n":3,"removed":{},"rows":{}}}, and the second the number of the line,
 * so that a line that is missing, doubled or in another place is found.
 */
final class StateLine {

  private static final String PREFIX = "{\"crc\":\"";
  private static final int DIGITS = 8;
  // the checksum and what closes it
  private static final int START = PREFIX.length() + DIGITS + 2;

  private StateLine() {}

  /** The line for an object that has members, with its line feed. */
  static byte[] of(long number, byte[] object) {
    byte[] count = ascii("\"n\":" + number + ",");
    CRC32 crc = new CRC32();
    crc.update(count);
    crc.update(object, 1, object.length - 1);
    byte[] head = ascii(PREFIX + hex(crc) + "\",");
    byte[] line = Arrays.copyOf(head, head.length + count.length + object.length);
    System.arraycopy(count, 0, line, head.length, count.length);
    System.arraycopy(object, 1, line, head.length + count.length, object.length - 1);
    line[line.length - 1] = '\n';
    return line;
  }

  /** The object in a line without its line feed; null when the checksum is not that of the rest. */
  static @Nullable Map<?, ?> read(byte[] line) {
    if (line.length <= START
        || !new String(line, 0, START, StandardCharsets.ISO_8859_1)
            .equals(PREFIX + crc(line, START, line.length) + "\",")) {
      return null;
    }
    try {
      return JsonReader.readOwn(line) instanceof Map<?, ?> object ? object : null;
    } catch (JsonProblem e) {
      return null;
    }
  }

  private static String crc(byte[] bytes, int from, int to) {
    CRC32 crc = new CRC32();
    crc.update(bytes, from, to - from);
    return hex(crc);
  }

  private static String hex(CRC32 crc) {
    String digits = Long.toHexString(crc.getValue());
    return "0".repeat(DIGITS - digits.length()) + digits;
  }

  private static byte[] ascii(String text) {
    return text.getBytes(StandardCharsets.US_ASCII);
  }
}
