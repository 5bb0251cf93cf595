package dev.forecourt.runtime;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Supplier;
import java.util.stream.Stream;

/** Replaces the caller's credentials in any text by {@code ****}. */
final class Secrets {
  private static final int MOST_REMEMBERED = 64;

  private final Supplier<List<String>> values;

  /** Secrets that went through a body, such as a new token: the last ones. */
  private final Set<String> seen = new LinkedHashSet<>();

  Secrets(List<String> values) {
    this(() -> values);
  }

  /** Asks for the secrets whenever it hides: tokens change. */
  Secrets(Supplier<List<String>> values) {
    this.values = values;
  }

  /** Hides these too from now on. */
  void remember(Collection<String> secrets) {
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

  String hide(String text) {
    String hidden = text;
    for (String value : all().stream().flatMap(Secrets::spellings).toList()) {
      hidden = hidden.replace(value, "****");
    }
    return hidden;
  }

  private List<String> all() {
    List<String> all = new ArrayList<>(values.get());
    synchronized (seen) {
      all.addAll(seen);
    }
    // the longest first: hiding a part of a longer one would leave the rest
    all.sort((a, b) -> Integer.compare(b.length(), a.length()));
    return all;
  }

  /** Encoded first: hiding the plain form would leave the rest of a longer encoded one. */
  private static Stream<String> spellings(String value) {
    String quoted = VendorJson.write(value);
    String json = quoted.substring(1, quoted.length() - 1);
    // how programs in Go write JSON
    String go = json.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
    return Stream.of(Rfc3986.encode(value), go, json, value).distinct();
  }

  /** Says nothing, so that no log of an object that holds this can tell. */
  @Override
  public String toString() {
    return "****";
  }
}
