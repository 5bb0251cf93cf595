package dev.forecourt.runtime.call;

import dev.forecourt.runtime.contract.QueryParameters;
import dev.forecourt.runtime.encode.HeaderText;
import dev.forecourt.runtime.encode.QueryEncoder;
import dev.forecourt.runtime.encode.RequestBody;
import dev.forecourt.runtime.json.SecretModel;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** Query, headers and body of one call, encoded for its request. Used by generated code. */
public final class RequestParameters {
  private static final byte[] NO_BODY = {};

  private final Map<String, @Nullable Object> query = new LinkedHashMap<>();
  private final Map<String, Object> headers = new LinkedHashMap<>();
  private byte[] body = NO_BODY;
  private List<String> secrets = List.of();

  /** With nothing in it. */
  public RequestParameters() {}

  /** Adds a query parameter; null is not sent. */
  public RequestParameters query(String name, @Nullable Object value) {
    query.put(name, value);
    return this;
  }

  /**
   * Adds a header, in place of one of the same name; null is not sent. Throws {@code
   * IllegalArgumentException} if it cannot be sent.
   */
  public RequestParameters header(String name, @Nullable Object value) {
    if (value != null) {
      headers.put(name, HeaderText.value(name, value));
    }
    return this;
  }

  /** Adds a cookie; null is not sent. */
  public RequestParameters cookie(String name, @Nullable Object value) {
    if (value != null) {
      String pair = HeaderText.cookie(name, value);
      headers.merge("Cookie", pair, (before, more) -> before + "; " + more);
    }
    return this;
  }

  /** Adds all parameters of a query object; null is not sent. */
  public RequestParameters and(QueryParameters parameters) {
    query.putAll(parameters.queryParameters());
    // in place of the client's own
    parameters.headerParameters().forEach(this::header);
    parameters.cookieParameters().forEach(this::cookie);
    return this;
  }

  /**
   * Sets the body; null is not sent. Throws {@code IllegalStateException} for a content type we
   * cannot write.
   */
  public RequestParameters body(String contentType, @Nullable Object body) {
    if (body == null) {
      return this;
    }
    RequestBody encoded = RequestBody.of(contentType, body);
    this.body = encoded.bytes();
    headers.put("Content-Type", encoded.contentType());
    if (body instanceof SecretModel secret) {
      // the vendor may repeat it in its error
      this.secrets = secret.secretTexts();
    }
    return this;
  }

  /** Encoded query parameters by their encoded name. */
  public Map<String, Object> query() {
    return QueryEncoder.encode(query);
  }

  /** Texts of headers by name. */
  public Map<String, Object> headers() {
    return headers;
  }

  /** The bytes of the body. */
  public byte[] body() {
    return body;
  }

  /** Adds a text that must never be shown, wherever it stands. */
  RequestParameters hiding(String secret) {
    secrets = Stream.concat(secrets.stream(), Stream.of(secret)).toList();
    return this;
  }

  /** Texts of the body that must never be shown. */
  List<String> secrets() {
    return secrets;
  }

  /** Names what is set, without values. */
  @Override
  public String toString() {
    return "RequestParameters" + query.keySet() + headers.keySet();
  }
}
