package dev.forecourt.runtime.credentials;

import feign.RequestTemplate;
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

  HeaderKey(String name, String prefix, Supplier<String> key) {
    this.name = name;
    this.prefix = prefix;
    this.key = key;
  }

  @Override
  public void apply(RequestTemplate template) {
    String current = Keys.checked("The key for " + name, key.get());
    remember(current);
    template.removeHeader(name);
    // literal: a key that holds braces is no template
    template.headerLiteral(name, prefix + current);
  }

  @Override
  public List<String> secrets() {
    synchronized (sent) {
      return List.copyOf(sent);
    }
  }

  private void remember(String current) {
    synchronized (sent) {
      if (sent.add(current) && sent.size() > MOST_REMEMBERED) {
        sent.remove(sent.iterator().next());
      }
    }
  }

  @Override
  public String toString() {
    return name + ": " + prefix + "****";
  }
}
