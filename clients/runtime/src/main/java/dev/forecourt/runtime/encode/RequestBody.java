package dev.forecourt.runtime.encode;

import dev.forecourt.runtime.VendorJson;
import java.nio.charset.StandardCharsets;

/**
 * The bytes of a request body in the content type that the contract gives the operation.
 *
 * @param contentType with its parameters
 * @param bytes not copied
 */
public record RequestBody(String contentType, byte[] bytes) {
  private static final Boundaries BOUNDARIES = new Boundaries();

  /** The body of an object. Throws {@code IllegalStateException} for a type we cannot write. */
  public static RequestBody of(String contentType, Object body) {
    if (contentType.startsWith("multipart/form-data")) {
      String boundary = BOUNDARIES.get();
      return new RequestBody(
          contentType + "; boundary=" + boundary,
          MultipartForm.bytes(FormFields.of(body), boundary));
    }
    if (contentType.startsWith("application/json")) {
      return new RequestBody(contentType, VendorJson.write(body).getBytes(StandardCharsets.UTF_8));
    }
    throw new IllegalStateException(
        "no encoder for "
            + contentType
            + ". Name multipart/form-data or application/json first in the contract.");
  }

  /** Type and length. */
  @Override
  public String toString() {
    return "RequestBody{" + contentType + ", " + bytes.length + " bytes}";
  }
}
