package dev.forecourt.runtime.encode;

import dev.forecourt.runtime.json.VendorJson;
import java.nio.charset.StandardCharsets;
import java.util.Locale;

/**
 * The bytes of a request body in the content type that the contract gives the operation.
 *
 * @param contentType with its parameters
 * @param bytes not copied
 */
public record RequestBody(String contentType, byte[] bytes) {
  private static final Boundaries BOUNDARIES = new Boundaries();

  /**
   * The body of an object: bytes and text as they are, a form by its fields, all else as JSON.
   * Throws {@code IllegalStateException} for an object of a type that we cannot write.
   */
  public static RequestBody of(String contentType, Object body) {
    if (body instanceof byte[] bytes) {
      return new RequestBody(contentType, bytes);
    }
    if (contentType.startsWith("multipart/")) {
      String boundary = BOUNDARIES.get();
      return new RequestBody(
          contentType + "; boundary=" + boundary,
          MultipartForm.bytes(FormFields.of(body).list(), boundary));
    }
    if (contentType.startsWith("application/x-www-form-urlencoded")) {
      return new RequestBody(contentType, FormFields.of(body).urlencoded());
    }
    String type = contentType.split(";", 2)[0].strip().toLowerCase(Locale.ROOT);
    if (type.endsWith("/json") || type.endsWith("+json")) {
      return new RequestBody(contentType, VendorJson.request(body));
    }
    if (body instanceof String text) {
      boolean named = contentType.contains("charset") || !type.startsWith("text/");
      return new RequestBody(
          named ? contentType : contentType + "; charset=utf-8",
          text.getBytes(StandardCharsets.UTF_8));
    }
    throw new IllegalStateException(
        "no encoder for " + contentType + ". Expected JSON, a form, text or bytes.");
  }

  /** Type and length. */
  @Override
  public String toString() {
    return "RequestBody{" + contentType + ", " + bytes.length + " bytes}";
  }
}
