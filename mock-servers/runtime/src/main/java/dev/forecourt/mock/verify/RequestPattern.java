package dev.forecourt.mock.verify;

import dev.forecourt.mock.contract.UrlEncoded;
import dev.forecourt.mock.journal.RecordedRequest;
import dev.forecourt.mock.verify.ValuePattern.Missing;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import org.jspecify.annotations.Nullable;

/**
 * Which requests are meant. Immutable.
 *
 * <pre>{@code
 * mock.verify(2, request("createContact").withBody("$.email", equalTo("a@example.org")));
 * }</pre>
 */
public final class RequestPattern {

  private final @Nullable String operation;
  private final List<Part> parts;

  private RequestPattern(@Nullable String operation, List<Part> parts) {
    this.operation = operation;
    this.parts = List.copyOf(parts);
  }

  /** Requests of the operation with this operationId. */
  public static RequestPattern request(String operation) {
    return new RequestPattern(
        operation,
        List.of(
            new Part(
                "operation",
                ValuePattern.equalTo(operation),
                request -> request.operation() == null ? Missing.VALUE : request.operation())));
  }

  /** Requests of any operation, and of none. */
  public static RequestPattern anyRequest() {
    return new RequestPattern(null, List.of());
  }

  /** With this in its body: a path such as {@code $.email} or a pointer such as {@code /email}. */
  public RequestPattern withBody(String place, ValuePattern value) {
    BodyPlace where = BodyPlace.of(place);
    return with("body " + place, value, where::in);
  }

  /** With this parameter in its query. */
  public RequestPattern withQuery(String name, ValuePattern value) {
    return with("query parameter '" + name + "'", value, request -> query(request, name));
  }

  /** With this header; values of credentials show as {@code ****}. */
  public RequestPattern withHeader(String name, ValuePattern value) {
    return with(
        "header '" + name + "'", value, request -> orMissing(request.request().header(name)));
  }

  /** With this path, as it was sent. */
  public RequestPattern withPath(ValuePattern value) {
    return with("path", value, RecordedRequest::path);
  }

  /** Answered with this status. */
  public RequestPattern answeredWith(int status) {
    return with("status", ValuePattern.equalTo(status), RecordedRequest::status);
  }

  private RequestPattern with(
      String what, ValuePattern value, Function<RecordedRequest, @Nullable Object> found) {
    List<Part> more = new ArrayList<>(parts);
    more.add(new Part(what, value, found));
    return new RequestPattern(operation, more);
  }

  private static @Nullable Object query(RecordedRequest request, String name) {
    try {
      List<String> values = UrlEncoded.parse(request.query()).get(name);
      return values == null ? Missing.VALUE : values.size() == 1 ? values.get(0) : values;
    } catch (IllegalArgumentException e) {
      return Missing.VALUE;
    }
  }

  private static Object orMissing(@Nullable String value) {
    return value == null ? Missing.VALUE : value;
  }

  /** The operationId; null for any. */
  @Nullable String operation() {
    return operation;
  }

  /** What a request has otherwise, part by part; none for one that fits. */
  List<String> differences(RecordedRequest request) {
    List<String> out = new ArrayList<>();
    for (Part each : parts) {
      Object value = each.found.apply(request);
      if (!each.wanted.fits(value)) {
        out.add(
            "%s must be %s but was %s"
                .formatted(each.what, each.wanted, ValuePattern.shown(value)));
      }
    }
    return out;
  }

  @Override
  public String toString() {
    StringBuilder out = new StringBuilder();
    for (Part each : parts) {
      if (!each.what.equals("operation")) {
        out.append(out.length() == 0 ? " with " : " and ").append(each.what).append(' ');
        out.append(each.wanted);
      }
    }
    return (operation == null ? "any operation" : operation) + out;
  }

  private record Part(
      String what, ValuePattern wanted, Function<RecordedRequest, @Nullable Object> found) {}
}
