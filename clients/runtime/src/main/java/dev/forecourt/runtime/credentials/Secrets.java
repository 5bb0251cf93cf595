package dev.forecourt.runtime.credentials;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;

/** Replaces the caller's credentials in any text by {@code ****}. */
public final class Secrets {
  private static final int MOST_REMEMBERED = 64;

  private final Supplier<List<String>> values;

  /** Secrets that went through a body, such as a new token: the last ones. */
  private final Set<String> seen = new LinkedHashSet<>();

  public Secrets(List<String> values) {
    this(() -> values);
  }

  /** Asks for the secrets whenever it hides: tokens change. */
  public Secrets(Supplier<List<String>> values) {
    this.values = values;
  }

  /** Hides these too from now on. */
  public void remember(Collection<String> secrets) {
    if (secrets.isEmpty()) {
      return;
    }
    synchronized (seen) {
      seen.addAll(secrets);
      while (seen.size() > MOST_REMEMBERED) {
        seen.remove(seen.iterator().next());
      }
    }
  }

  /** The text with {@code ****} in place of each secret, however it is encoded there. */
  public String hide(String text) {
    List<String> all = all();
    StringBuilder hidden = new StringBuilder(text.length());
    int at = 0;
    while (at < text.length()) {
      int end = end(text, at, all);
      if (end > at) {
        hidden.append("****");
        at = end;
      } else {
        hidden.append(text.charAt(at++));
      }
    }
    return hidden.toString();
  }

  /** The end of the longest secret here: hiding a part of it would leave the rest. */
  private static int end(String text, int at, List<String> all) {
    int end = -1;
    for (String secret : all) {
      end = Math.max(end, SecretInText.end(text, at, secret));
    }
    return end;
  }

  private List<String> all() {
    List<String> all = new ArrayList<>(values.get());
    synchronized (seen) {
      all.addAll(seen);
    }
    return all;
  }

  /** Says nothing, so that no log of an object that holds this can tell. */
  @Override
  public String toString() {
    return "****";
  }
}
