package dev.forecourt.mock.journal;

import dev.forecourt.mock.http.MockRequest;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** A request as a test makes it. */
record Asked(
    String method, String path, @Nullable String query, Map<String, String> sent, byte[] body)
    implements MockRequest {

  static Asked of(String method, String path) {
    return new Asked(method, path, null, Map.of(), new byte[0]);
  }

  Asked query(@Nullable String other) {
    return new Asked(method, path, other, sent, body);
  }

  Asked header(String name, String value) {
    Map<String, String> more = new LinkedHashMap<>(sent);
    more.put(name, value);
    return new Asked(method, path, query, more, body);
  }

  Asked body(byte[] other) {
    return new Asked(method, path, query, sent, other);
  }

  Asked body(String other) {
    return body(other.getBytes(StandardCharsets.UTF_8));
  }

  @Override
  public List<String> headers(String name) {
    return sent.containsKey(name) ? List.of(sent.get(name)) : List.of();
  }

  @Override
  public @Nullable CharSequence[] headerLines() {
    return sent.entrySet().stream()
        .flatMap(each -> List.of(each.getKey(), each.getValue()).stream())
        .toArray(CharSequence[]::new);
  }
}
