package dev.forecourt.mock.console;

import com.sun.net.httpserver.HttpExchange;
import dev.forecourt.mock.http.MockRequest;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** A request as the JDK's server hands it over. */
record ConsoleRequest(HttpExchange exchange, byte[] body) implements MockRequest {

  @Override
  public String method() {
    return exchange.getRequestMethod();
  }

  @Override
  public String path() {
    String path = exchange.getRequestURI().getRawPath();
    return path == null || path.isEmpty() ? "/" : path;
  }

  @Override
  public @Nullable String query() {
    return exchange.getRequestURI().getRawQuery();
  }

  @Override
  public List<String> headers(String name) {
    return exchange.getRequestHeaders().getOrDefault(name, List.of());
  }
}
