package dev.forecourt.runtime.encode;

import dev.forecourt.runtime.credentials.Secrets;
import dev.forecourt.runtime.json.SecretModel;
import dev.forecourt.runtime.json.VendorJson;
import feign.RequestTemplate;
import feign.codec.Encoder;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.List;
import java.util.function.Supplier;

/** Writes a request body in the first content type that the contract gives the operation. */
public final class BodyEncoder implements Encoder {
  private static final String CONTENT_TYPE = "Content-Type";

  private final Supplier<String> boundaries;
  private final Secrets secrets;

  /** Takes boundaries from outside, so that a test can choose one. */
  public BodyEncoder(Supplier<String> boundaries, Secrets secrets) {
    this.boundaries = boundaries;
    this.secrets = secrets;
  }

  @Override
  public void encode(Object body, Type bodyType, RequestTemplate template) {
    if (body instanceof SecretModel secret) {
      // the vendor may repeat it in its error
      secrets.remember(secret.secretTexts());
    }
    Collection<String> types = template.headers().getOrDefault(CONTENT_TYPE, List.of());
    String type = types.isEmpty() ? "application/json" : types.iterator().next();
    if (type.startsWith("multipart/form-data")) {
      String boundary = boundaries.get();
      set(
          template,
          type + "; boundary=" + boundary,
          MultipartForm.bytes(FormFields.of(body), boundary));
    } else if (type.startsWith("application/json")) {
      set(template, type, VendorJson.bytes(body));
    } else {
      throw new IllegalStateException(
          template.methodMetadata().configKey()
              + ": no encoder for "
              + type
              + ". Name multipart/form-data or application/json first in the contract.");
    }
  }

  private static void set(RequestTemplate template, String type, byte[] bytes) {
    template.removeHeader(CONTENT_TYPE);
    template.headerLiteral(CONTENT_TYPE, type);
    template.body(bytes, StandardCharsets.UTF_8);
  }
}
