package dev.forecourt.runtime.call;

import java.nio.charset.StandardCharsets;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * An answer as it came, with the model that was read from it.
 *
 * <pre>{@code
 * VendorResponse<Review> answer = client.reviews().withRawResponse().getReview(42);
 * answer.header("X-RateLimit-Remaining").ifPresent(System.out::println);
 * Review review = answer.model();
 * }</pre>
 *
 * <p>Immutable. Its {@code toString} shows neither headers nor body.
 *
 * @param <T> type of the model; {@code Void} if the operation has none
 */
public final class VendorResponse<T extends @Nullable Object> {
  private final int status;
  private final Map<String, Collection<String>> headers;
  private final byte[] body;
  private final T model;

  VendorResponse(int status, Map<String, Collection<String>> headers, byte[] body, T model) {
    this.status = status;
    this.headers = headers;
    this.body = body;
    this.model = model;
  }

  /** HTTP status, 200 to 299. */
  public int status() {
    return status;
  }

  /** Headers of the answer by lower-case name. Unmodifiable. */
  public Map<String, List<String>> headers() {
    return lowerCase(headers);
  }

  /** The first value of a header, whatever the case of its name. */
  public Optional<String> header(String name) {
    return first(headers, name);
  }

  /** The body. A copy. */
  public byte[] body() {
    return body.clone();
  }

  /** The body as text. */
  public String bodyText() {
    return new String(body, StandardCharsets.UTF_8);
  }

  /** What was read from the body; null if the operation has no model. */
  public T model() {
    return model;
  }

  public int bodyLength() {
    return body.length;
  }

  public Map<String, Collection<String>> rawHeaders() {
    return headers;
  }

  private static Map<String, List<String>> lowerCase(Map<String, Collection<String>> headers) {
    Map<String, List<String>> named = new TreeMap<>();
    headers.forEach(
        (name, values) -> named.put(name.toLowerCase(Locale.ROOT), List.copyOf(values)));
    return Collections.unmodifiableMap(named);
  }

  public static Optional<String> first(Map<String, Collection<String>> headers, String name) {
    return headers.entrySet().stream()
        .filter(header -> header.getKey().equalsIgnoreCase(name))
        .flatMap(header -> header.getValue().stream())
        .findFirst();
  }

  @Override
  public String toString() {
    return "VendorResponse{" + status + ", " + body.length + " bytes}";
  }
}
