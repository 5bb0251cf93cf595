package dev.forecourt.runtime.credentials;

import dev.forecourt.runtime.encode.Rfc3986;
import java.util.List;

/** A key in the query. */
final class QueryKey implements Credential {
  private final String name;
  private final Key key;

  QueryKey(String name, Key key) {
    this.name = name;
    this.key = key;
  }

  @Override
  public void apply(RequestDraft request) {
    request.setQuery(name, key.current(request));
  }

  /** Worth a retry if the key changed while the request was under way. */
  @Override
  public boolean renew(RequestDraft refused) {
    return key.isOtherThan(() -> sentWith(refused), refused);
  }

  private String sentWith(RequestDraft request) {
    String start = Rfc3986.encode(name) + "=";
    String target = request.target();
    for (String pair : target.substring(target.indexOf('?') + 1).split("&")) {
      if (pair.startsWith(start)) {
        String encoded = pair.substring(start.length());
        return key.secrets().stream()
            .filter(secret -> Rfc3986.encode(secret).equals(encoded))
            .findFirst()
            .orElse("");
      }
    }
    return "";
  }

  @Override
  public List<String> secrets() {
    return key.secrets();
  }

  @Override
  public String toString() {
    return name + "=****";
  }
}
