package dev.forecourt.runtime.credentials;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** A key in a header, with or without a scheme word before it. */
final class HeaderKey implements Credential {
  private static final int MOST_REMEMBERED = 16;

  private final String name;
  private final String prefix;
  private final Supplier<String> key;

  /** The keys last sent, several where a token changes while others wait for their answers. */
  private final Set<String> sent = new LinkedHashSet<>();

  private volatile List<String> secrets = List.of();

  HeaderKey(String name, String prefix, Supplier<String> key) {
    this.name = name;
    this.prefix = prefix;
    this.key = key;
  }

  @Override
  public void apply(RequestDraft request) {
    put(request, key.get());
  }

  void put(RequestDraft request, String key) {
    String current = Keys.checked("The key for " + name, key);
    remember(current);
    request.setHeader(name, prefix + current);
  }

  /** What {@link #put} sent with this request; empty text if it has no such header. */
  String sentWith(RequestDraft request) {
    return request
        .header(name)
        .filter(value -> value.startsWith(prefix)) // a listener may have put another there
        .map(value -> value.substring(prefix.length()))
        .orElse("");
  }

  @Override
  public List<String> secrets() {
    return secrets;
  }

  private void remember(String current) {
    if (secrets.contains(current)) {
      return;
    }
    synchronized (sent) {
      if (sent.add(current) && sent.size() > MOST_REMEMBERED) {
        sent.remove(sent.iterator().next());
      }
      secrets = List.copyOf(sent);
    }
  }

  @Override
  public String toString() {
    return name + ": " + prefix + "****";
  }
}
