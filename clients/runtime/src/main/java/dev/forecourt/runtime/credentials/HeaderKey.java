package dev.forecourt.runtime.credentials;

import java.util.List;

/** A key in a header, with or without a scheme word before it. */
final class HeaderKey implements Credential {
  private final String name;
  private final String prefix;
  private final Key key;

  HeaderKey(String name, String prefix, Key key) {
    this.name = name;
    this.prefix = prefix;
    this.key = key;
  }

  @Override
  public void apply(RequestDraft request) {
    request.setHeader(name, prefix + key.current(request));
  }

  /** Worth a retry if the key changed while the request was under way. */
  @Override
  public boolean renew(RequestDraft refused) {
    return key.isOtherThan(
        () ->
            refused
                .header(name)
                .filter(value -> value.startsWith(prefix)) // a listener may have put another there
                .map(value -> value.substring(prefix.length()))
                .orElse(""),
        refused);
  }

  @Override
  public List<String> secrets() {
    return key.secrets();
  }

  @Override
  public String toString() {
    return name + ": " + prefix + "****";
  }
}
