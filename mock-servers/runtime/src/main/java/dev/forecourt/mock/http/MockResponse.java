package dev.forecourt.mock.http;

import dev.forecourt.mock.json.JsonValue;
import dev.forecourt.mock.json.JsonWriter;
import java.util.Arrays;
import java.util.List;
import java.util.function.BiConsumer;
import org.jspecify.annotations.Nullable;

/** One immutable HTTP response: status, headers in order, body; and how it is to be delivered. */
public final class MockResponse {

  private static final byte[] NO_BODY = {};
  private static final String[] NO_HEADERS = {};
  private static final String[] JSON = {"Content-Type", "application/json"};

  private final int status;
  private final String[] headers;
  private final byte[] body;
  private final int delayMillis;
  private final @Nullable Fault fault;

  private MockResponse(int status, String[] headers, byte[] body) {
    this(status, headers, body, 0, null);
  }

  private MockResponse(
      int status, String[] headers, byte[] body, int delayMillis, @Nullable Fault fault) {
    this.status = status;
    this.headers = headers;
    this.body = body;
    this.delayMillis = delayMillis;
    this.fault = fault;
  }

  /**
   * A response with a JSON body in UTF-8. The array is not copied: hand it over and leave it alone.
   */
  public static MockResponse json(int status, byte[] body) {
    return new MockResponse(status, JSON, body);
  }

  /** A response whose JSON body shows a record of the contract. */
  public static MockResponse json(int status, JsonValue<?> body) {
    return json(status, body.bytes());
  }

  /** A response with status 200 whose JSON body shows a record of the contract. */
  public static MockResponse ok(JsonValue<?> body) {
    return json(200, body);
  }

  /** A response whose JSON body is an array of records of the contract. */
  public static MockResponse json(int status, List<? extends JsonValue<?>> body) {
    return json(status, JsonWriter.bytes(body));
  }

  /** A response without a body. */
  public static MockResponse empty(int status) {
    return new MockResponse(status, NO_HEADERS, NO_BODY);
  }

  /** A response with a body of another media type. */
  public static MockResponse of(int status, String contentType, byte[] body) {
    return new MockResponse(status, new String[] {"Content-Type", contentType}, body);
  }

  /**
   * The same response with more headers: name, value, name, value and so on. They replace those of
   * the same names, such as the ones of an example.
   */
  public MockResponse with(String... namesAndValues) {
    String[] all = new String[headers.length + namesAndValues.length];
    int length = 0;
    for (int i = 0; i < headers.length; i += 2) {
      if (!names(namesAndValues, headers[i])) {
        all[length++] = headers[i];
        all[length++] = headers[i + 1];
      }
    }
    System.arraycopy(namesAndValues, 0, all, length, namesAndValues.length);
    length += namesAndValues.length;
    return new MockResponse(
        status, length == all.length ? all : Arrays.copyOf(all, length), body, delayMillis, fault);
  }

  private static boolean names(String[] namesAndValues, String name) {
    for (int i = 0; i < namesAndValues.length; i += 2) {
      if (namesAndValues[i].equalsIgnoreCase(name)) {
        return true;
      }
    }
    return false;
  }

  /** The same response with another body. */
  MockResponse withBody(byte[] other) {
    return new MockResponse(status, headers, other, delayMillis, fault);
  }

  /** The same response with the first so many bytes of its body. */
  public MockResponse cutAfter(int bytes) {
    return withBody(Arrays.copyOf(body, Math.min(bytes, body.length)));
  }

  /** The same response, broken by the transport. */
  MockResponse with(Fault fault) {
    return new MockResponse(status, headers, body, delayMillis, fault);
  }

  /** The same response, held back by the transport. */
  public MockResponse delayed(int millis) {
    return new MockResponse(status, headers, body, millis, fault);
  }

  /** For how long a transport holds it back; 0 for not at all. */
  public int delayMillis() {
    return delayMillis;
  }

  /** How a transport breaks it; null for not at all. */
  public @Nullable Fault fault() {
    return fault;
  }

  /** The status code. */
  public int status() {
    return status;
  }

  /** The body; empty when there is none. Not a copy: read it only. */
  public byte[] body() {
    return body;
  }

  /** The first value of a header, or null. */
  public @Nullable String header(String name) {
    for (int i = 0; i < headers.length; i += 2) {
      if (headers[i].equalsIgnoreCase(name)) {
        return headers[i + 1];
      }
    }
    return null;
  }

  /** Calls back with every header in order. */
  public void forEachHeader(BiConsumer<String, String> action) {
    for (int i = 0; i < headers.length; i += 2) {
      action.accept(headers[i], headers[i + 1]);
    }
  }
}
