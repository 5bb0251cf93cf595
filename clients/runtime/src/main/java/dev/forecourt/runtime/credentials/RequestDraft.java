package dev.forecourt.runtime.credentials;

import dev.forecourt.runtime.encode.Rfc3986;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;

/**
 * A request on its way to the vendor, before it is sent: credentials are put on it. One for each
 * attempt of a call. Its {@code toString} shows no values. Not safe for use by several threads.
 */
public final class RequestDraft {
  private final String vendor;
  private final String operation;
  private final String method;
  private String target;
  private final TreeMap<String, List<String>> headers;
  private final byte @Nullable [] body;

  /**
   * A draft.
   *
   * @param vendor id of the vendor
   * @param operation operationId
   * @param method HTTP method
   * @param target path and query, encoded
   * @param headers by name; copied
   * @param body what is sent; null for none
   */
  public RequestDraft(
      String vendor,
      String operation,
      String method,
      String target,
      Map<String, List<String>> headers,
      byte @Nullable [] body) {
    this.vendor = vendor;
    this.operation = operation;
    this.method = method;
    this.target = target;
    this.headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    this.headers.putAll(headers);
    this.body = body;
  }

  /** Id of the vendor, such as {@code fidcar}. */
  public String vendor() {
    return vendor;
  }

  /** operationId of the contract. */
  public String operation() {
    return operation;
  }

  /** HTTP method. */
  public String method() {
    return method;
  }

  /** Path and query, encoded. */
  public String target() {
    return target;
  }

  /** The first value of a header, whatever the case of its name. */
  public Optional<String> header(String name) {
    List<String> values = headers.get(name);
    return values == null || values.isEmpty() ? Optional.empty() : Optional.of(values.get(0));
  }

  /** Sets a header, in place of one of the same name in any case. */
  public void setHeader(String name, String value) {
    setHeader(name, List.of(value));
  }

  /** Sets a header with several values, in place of one of the same name in any case. */
  public void setHeader(String name, List<String> values) {
    // the name as it is written here, not as it was before
    headers.remove(name);
    headers.put(name, values);
  }

  /** Whether there is a query parameter of this name. */
  public boolean hasQuery(String name) {
    String key = Rfc3986.encode(name);
    int mark = target.indexOf('?');
    if (mark >= 0) {
      for (String pair : target.substring(mark + 1).split("&")) {
        if (isOf(key, pair)) {
          return true;
        }
      }
    }
    return false;
  }

  private static boolean isOf(String key, String pair) {
    return pair.equals(key) || pair.startsWith(key + "=");
  }

  /** Sets a query parameter, in place of one of the same name. The value is encoded here. */
  public void setQuery(String name, String value) {
    String key = Rfc3986.encode(name);
    StringBuilder changed = new StringBuilder();
    int mark = target.indexOf('?');
    changed.append(mark < 0 ? target : target.substring(0, mark)).append('?');
    if (mark >= 0) {
      for (String pair : target.substring(mark + 1).split("&")) {
        if (!pair.isEmpty() && !isOf(key, pair)) {
          changed.append(pair).append('&');
        }
      }
    }
    target = changed.append(key).append('=').append(Rfc3986.encode(value)).toString();
  }

  /** Headers by name. For the call loop. */
  public Map<String, List<String>> headers() {
    return headers;
  }

  /** The bytes that are sent; null for none. Not a copy: leave them as they are. */
  public byte @Nullable [] body() {
    return body;
  }

  /** Operation and method. */
  @Override
  public String toString() {
    return "RequestDraft{" + operation + ", " + method + "}";
  }
}
