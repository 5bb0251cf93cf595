package dev.forecourt.runtime.credentials;

import java.util.List;
import java.util.function.Supplier;

/** A key in the query. */
final class QueryKey implements Credential {
  private final String name;
  private final Supplier<String> key;
  private volatile List<String> secrets = List.of();

  QueryKey(String name, Supplier<String> key) {
    this.name = name;
    this.key = key;
  }

  @Override
  public void apply(RequestDraft request) {
    String current = Keys.checked("The key for " + name, key.get());
    if (!secrets.contains(current)) {
      // the one before may still be repeated in an answer under way
      List<String> before = secrets;
      secrets = before.isEmpty() ? List.of(current) : List.of(current, before.get(0));
    }
    request.setQuery(name, current);
  }

  @Override
  public List<String> secrets() {
    return secrets;
  }

  @Override
  public String toString() {
    return name + "=****";
  }
}
