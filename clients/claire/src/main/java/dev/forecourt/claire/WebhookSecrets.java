package dev.forecourt.claire;

import dev.forecourt.runtime.Credential;
import dev.forecourt.runtime.VendorJson;
import feign.RequestTemplate;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;

/**
 * Values of the headers of webhooks that were registered, so that no exception shows them: an
 * answer may repeat what we sent. A credential that is sent with nothing.
 */
final class WebhookSecrets implements Credential {
  private static final int MOST_REMEMBERED = 64;

  private final Set<String> values = new LinkedHashSet<>();

  /** Short ones are no secrets, and hiding "1" would make every text unreadable. */
  void remember(String value) {
    if (value.length() < SharedSecret.SHORTEST) {
      return;
    }
    synchronized (values) {
      if (values.add(value) && values.size() > MOST_REMEMBERED) {
        values.remove(values.iterator().next());
      }
    }
  }

  @Override
  public void apply(RequestTemplate template) {
    // no operation asks for it
  }

  /** Longest first: hiding the beginning of another one would leave its end. */
  @Override
  public List<String> secrets() {
    synchronized (values) {
      return values.stream()
          .flatMap(WebhookSecrets::spellings)
          .distinct()
          .sorted(Comparator.comparingInt(String::length).reversed())
          .toList();
    }
  }

  /** As it is, as JSON has it, and as Go writes JSON. */
  private static Stream<String> spellings(String value) {
    String quoted = VendorJson.write(value);
    String json = quoted.substring(1, quoted.length() - 1);
    String go = json.replace("<", "\\u003c").replace(">", "\\u003e").replace("&", "\\u0026");
    return Stream.of(value, json, go);
  }

  @Override
  public String toString() {
    return "****";
  }
}
