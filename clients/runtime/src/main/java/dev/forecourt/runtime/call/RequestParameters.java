package dev.forecourt.runtime.call;

import dev.forecourt.runtime.json.WireText;
import dev.forecourt.runtime.contract.QueryParameters;
import java.util.LinkedHashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Query and header parameters of one call. Used by generated code. */
public final class RequestParameters implements QueryParameters {
  private final Map<String, @Nullable Object> query = new LinkedHashMap<>();
  private final Map<String, @Nullable Object> headers = new LinkedHashMap<>();

  /** With nothing in it. */
  public RequestParameters() {}

  /** Adds a query parameter. */
  public RequestParameters query(String name, Object value) {
    query.put(name, value);
    return this;
  }

  /** Adds a header. */
  public RequestParameters header(String name, Object value) {
    headers.put(name, value);
    return this;
  }

  /** Adds all parameters of a query object; null is not sent. */
  public RequestParameters and(QueryParameters parameters) {
    query.putAll(parameters.queryParameters());
    parameters
        .headerParameters()
        .forEach(
            (name, value) -> {
              if (value != null) {
                // in place of the client's own
                headers.put(name, value);
              }
            });
    return this;
  }

  @Override
  public Map<String, @Nullable Object> queryParameters() {
    return query;
  }

  /**
   * Text of each header that is set. Throws {@code IllegalArgumentException} if one cannot be sent.
   */
  @Override
  public Map<String, Object> headerParameters() {
    Map<String, Object> texts = new LinkedHashMap<>();
    headers.forEach(
        (name, value) -> {
          if (value != null) {
            texts.put(name, checkedValue(name, WireText.of(value)));
          }
        });
    return texts;
  }

  /** The name, if a header can have it. Throws {@code IllegalArgumentException}. */
  static String checkedName(String name) {
    if (!name.matches("[!#$%&'*+.^_`|~0-9A-Za-z-]+")) {
      throw new IllegalArgumentException(
          "No header can be called '" + name + "'. Expected letters, digits and -.");
    }
    return name;
  }

  /** The value, if a header can have it. Throws {@code IllegalArgumentException} without it. */
  public static String checkedValue(String name, String text) {
    // Feign would read a brace as a template, and send nothing
    if (text.chars().anyMatch(c -> c < 0x20 || c > 0x7E || c == '{' || c == '}')) {
      throw new IllegalArgumentException(
          "Header "
              + name
              + " holds a character that cannot be sent. Expected visible ASCII without braces.");
    }
    return text;
  }

  /** Names what is set, without values. */
  @Override
  public String toString() {
    return "RequestParameters" + query.keySet() + headers.keySet();
  }
}
