package dev.forecourt.runtime.credentials;

import java.util.ArrayList;
import java.util.List;

/** A key in a cookie. */
final class CookieKey implements Credential {
  private final String name;
  private final Key key;

  CookieKey(String name, Key key) {
    this.name = name;
    this.key = key;
  }

  @Override
  public void apply(RequestDraft request) {
    List<String> cookies = new ArrayList<>();
    for (String each : request.header("Cookie").orElse("").split("; *")) {
      if (!each.isEmpty() && !each.startsWith(name + "=")) {
        cookies.add(each);
      }
    }
    cookies.add(name + "=" + key.current(request));
    request.setHeader("Cookie", String.join("; ", cookies));
  }

  /** Worth a retry if the key changed while the request was under way. */
  @Override
  public boolean renew(RequestDraft refused) {
    return key.isOtherThan(() -> sentWith(refused), refused);
  }

  private String sentWith(RequestDraft request) {
    for (String each : request.header("Cookie").orElse("").split("; *")) {
      if (each.startsWith(name + "=")) {
        return each.substring(name.length() + 1);
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
    return "Cookie: " + name + "=****";
  }
}
