package dev.forecourt.mock.http;

import java.util.Collection;

/** Says which pages may call the mock, and read its errors as well. */
public final class Cors {

  private static final String[] OPEN = {
    "Access-Control-Allow-Origin", "*", "Access-Control-Expose-Headers", "*"
  };

  private Cors() {}

  /** Lets pages of every origin read the answer. */
  public static MockResponse open(MockResponse response) {
    return response.with(OPEN);
  }

  /** Lets pages of this origin alone read the answer. */
  public static MockResponse of(String origin, MockResponse response) {
    return response.with(
        "Access-Control-Allow-Origin",
        origin,
        "Access-Control-Expose-Headers",
        "*",
        "Vary",
        "Origin");
  }

  public static boolean isPreflight(MockRequest request) {
    return request.method().equals("OPTIONS")
        && request.header("Access-Control-Request-Method") != null;
  }

  public static MockResponse preflight(MockRequest request, Collection<String> methods) {
    // "*" does not cover Authorization, so the headers asked for are named back
    String headers = request.header("Access-Control-Request-Headers");
    return MockResponse.empty(204)
        .with(
            "Access-Control-Allow-Methods",
            String.join(", ", methods),
            "Access-Control-Allow-Headers",
            headers == null || headers.isEmpty() ? "*" : headers,
            "Access-Control-Max-Age",
            "600",
            "Vary",
            "Access-Control-Request-Headers");
  }
}
