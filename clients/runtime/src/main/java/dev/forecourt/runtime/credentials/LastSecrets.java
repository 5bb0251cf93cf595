package dev.forecourt.runtime.credentials;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The secrets that were sent last: several, as a key may change while others wait for their
 * answers, and a vendor may repeat the one before.
 */
final class LastSecrets {
  private static final int MOST = 16;

  private final Set<String> sent = new LinkedHashSet<>();
  private volatile List<String> all = List.of();

  void remember(String secret) {
    if (all.contains(secret)) {
      return;
    }
    synchronized (sent) {
      if (sent.add(secret) && sent.size() > MOST) {
        sent.remove(sent.iterator().next());
      }
      all = List.copyOf(sent);
    }
  }

  boolean contains(String secret) {
    return all.contains(secret);
  }

  List<String> all() {
    return all;
  }

  /** Says how many, nothing else. */
  @Override
  public String toString() {
    return "LastSecrets{" + all.size() + "}";
  }
}
