package dev.forecourt.runtime;

import feign.RequestTemplate;
import java.util.List;

/** A key in a header, without a scheme word. */
final class HeaderKey implements Credential {
  private final String name;
  private final String key;

  HeaderKey(String name, String key) {
    this.name = name;
    this.key = key;
  }

  @Override
  public void apply(RequestTemplate template) {
    template.removeHeader(name);
    // literal: a key that holds braces is no template
    template.headerLiteral(name, key);
  }

  @Override
  public List<String> secrets() {
    return List.of(key);
  }

  @Override
  public String toString() {
    return name + ": ****";
  }
}
