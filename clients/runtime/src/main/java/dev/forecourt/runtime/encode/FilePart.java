package dev.forecourt.runtime.encode;

import dev.forecourt.runtime.json.JsonIn;
import dev.forecourt.runtime.json.JsonOut;
import dev.forecourt.runtime.json.JsonValue;
import java.util.Arrays;
import java.util.Base64;
import org.jspecify.annotations.Nullable;

/**
 * A file that is sent as one field of a form.
 *
 * <pre>{@code
 * FilePart.of("photo.jpg", "image/jpeg", Files.readAllBytes(path))
 * }</pre>
 */
public final class FilePart implements JsonValue {
  private final String name;
  private final String contentType;
  private final byte[] bytes;

  private FilePart(String name, String contentType, byte[] bytes) {
    this.name = name;
    this.contentType = contentType;
    this.bytes = bytes;
  }

  /** A file of this name and content type. The bytes are not copied. */
  public static FilePart of(String name, String contentType, byte[] bytes) {
    return new FilePart(name, HeaderText.checkedValue("Content-Type", contentType), bytes);
  }

  /** A file of any bytes. */
  public static FilePart of(String name, byte[] bytes) {
    return new FilePart(name, "application/octet-stream", bytes);
  }

  /** For generated code: forms are written, not read. */
  public static @Nullable FilePart read(JsonIn in) {
    in.keep();
    return null;
  }

  /** Name of the file. */
  public String name() {
    return name;
  }

  /** Its content type. */
  public String contentType() {
    return contentType;
  }

  byte[] bytes() {
    return bytes;
  }

  /** In JSON, which is not how forms are sent, its bytes in Base64. */
  @Override
  public void write(JsonOut out) {
    out.value(Base64.getEncoder().encodeToString(bytes));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof FilePart that
        && name.equals(that.name)
        && contentType.equals(that.contentType)
        && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return name.hashCode() * 31 + Arrays.hashCode(bytes);
  }

  /** Its size. */
  @Override
  public String toString() {
    return "FilePart{" + bytes.length + " bytes}";
  }
}
