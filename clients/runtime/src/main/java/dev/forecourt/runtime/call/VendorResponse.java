package dev.forecourt.runtime.call;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * An answer as it came, with the model that is read from it.
 *
 * <pre>{@code
 * VendorResponse<Review> answer = client.reviews().withRawResponse().getReview(42);
 * answer.header("X-RateLimit-Remaining").ifPresent(System.out::println);
 * Review review = answer.model();
 * }</pre>
 *
 * <p>The body is read when {@link #model()} is called first: an answer that cannot be read is still
 * there with status, headers and body.
 *
 * <p>Immutable. Its {@code toString} shows neither headers nor body.
 *
 * @param <T> type of the model; {@code Void} if the operation has none
 */
public final class VendorResponse<T extends @Nullable Object> {
  private final int status;
  private final Map<String, List<String>> headers;
  private final byte[] body;
  private final Supplier<T> read;
  private volatile boolean done;
  private @Nullable T model;

  VendorResponse(int status, Map<String, List<String>> headers, byte[] body, Supplier<T> read) {
    this.status = status;
    this.headers = headers;
    this.body = body;
    this.read = read;
  }

  /** For tests: an answer 200 with this model, no headers and no body. */
  public static <T extends @Nullable Object> VendorResponse<T> of(T model) {
    return of(200, Map.of(), "", model);
  }

  /** For tests: an answer with this model; the body is kept in UTF-8. */
  public static <T extends @Nullable Object> VendorResponse<T> of(
      int status, Map<String, List<String>> headers, String body, T model) {
    return new VendorResponse<>(
        status, new LinkedHashMap<>(headers), body.getBytes(StandardCharsets.UTF_8), () -> model);
  }

  /** HTTP status, 200 to 299. */
  public int status() {
    return status;
  }

  /** Headers of the answer by lower-case name. Unmodifiable. */
  public Map<String, List<String>> headers() {
    Map<String, List<String>> named = new TreeMap<>();
    headers.forEach(
        (name, values) ->
            named
                .computeIfAbsent(name.toLowerCase(Locale.ROOT), unused -> new ArrayList<>())
                .addAll(values));
    named.replaceAll((name, values) -> List.copyOf(values));
    return Collections.unmodifiableMap(named);
  }

  /** The first value of a header, whatever the case of its name. */
  public Optional<String> header(String name) {
    return Received.header(headers, name);
  }

  /** The body. A copy. */
  public byte[] body() {
    return body.clone();
  }

  /** The body as text, in the charset of its {@code Content-Type}; in UTF-8 if that names none. */
  public String bodyText() {
    return new String(body, Received.charset(headers));
  }

  /**
   * What is read from the body; null if the operation has no model. Throws {@link
   * dev.forecourt.runtime.errors.VendorDecodeException} if it cannot be read.
   */
  @SuppressWarnings("NullAway") // null is a model of an operation without one
  public T model() {
    if (!done) {
      synchronized (this) {
        if (!done) {
          model = read.get();
          done = true;
        }
      }
    }
    return model;
  }

  @Override
  public String toString() {
    return "VendorResponse{" + status + ", " + body.length + " bytes}";
  }
}
