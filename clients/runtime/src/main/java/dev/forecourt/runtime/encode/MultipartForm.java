package dev.forecourt.runtime.encode;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * The bytes of a {@code multipart/form-data} body (RFC 7578): text parts in UTF-8, and files, one
 * per value.
 */
final class MultipartForm {
  private static final String LINE = "\r\n";

  private MultipartForm() {}

  static byte[] bytes(List<FormFields.Field> fields, String boundary) {
    ByteArrayOutputStream body = new ByteArrayOutputStream();
    for (FormFields.Field field : fields) {
      String head =
          "--"
              + boundary
              + LINE
              + "Content-Disposition: form-data; name=\""
              + escaped(field.name())
              + "\""
              + (field.file().isEmpty() ? "" : "; filename=\"" + escaped(field.file()) + "\"")
              + LINE
              + (field.contentType().isEmpty() ? "" : "Content-Type: " + field.contentType() + LINE)
              + LINE;
      body.writeBytes(head.getBytes(StandardCharsets.UTF_8));
      body.writeBytes(field.value());
      body.writeBytes(LINE.getBytes(StandardCharsets.UTF_8));
    }
    body.writeBytes(("--" + boundary + "--" + LINE).getBytes(StandardCharsets.UTF_8));
    return body.toByteArray();
  }

  /** As browsers do, so that a name can neither end its quotes nor add a header. */
  private static String escaped(String name) {
    return name.replace("\"", "%22").replace("\r", "%0D").replace("\n", "%0A");
  }
}
