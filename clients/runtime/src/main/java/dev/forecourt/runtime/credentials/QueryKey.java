package dev.forecourt.runtime.credentials;

import dev.forecourt.runtime.encode.Rfc3986;
import feign.RequestTemplate;
import java.util.List;

/** A key in the query. */
final class QueryKey implements Credential {
  private final String name;
  private final String key;

  QueryKey(String name, String key) {
    this.name = name;
    this.key = key;
  }

  @Override
  public void apply(RequestTemplate template) {
    template.query(name, List.of());
    template.query(name, Rfc3986.encode(key));
  }

  @Override
  public List<String> secrets() {
    return List.of(key);
  }

  @Override
  public String toString() {
    return name + "=****";
  }
}
