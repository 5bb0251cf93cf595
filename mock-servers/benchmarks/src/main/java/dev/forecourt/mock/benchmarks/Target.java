package dev.forecourt.mock.benchmarks;

import java.util.Locale;

/** The three requests that are measured, all of FIDCAR: a page of ten, one object, a new object. */
enum Target {
  LIST("GET", "/api/local", "?page=1&limit=10"),
  ONE("GET", "/api/local/1325", ""),
  CREATE("POST", "/api/local/add", "");

  private final String method;
  private final String path;
  private final String query;

  Target(String method, String path, String query) {
    this.method = method;
    this.path = path;
    this.query = query;
  }

  String method() {
    return method;
  }

  String path() {
    return path;
  }

  String uri() {
    return path + query;
  }

  /** Such as {@code list}. */
  String label() {
    return name().toLowerCase(Locale.ROOT);
  }
}
