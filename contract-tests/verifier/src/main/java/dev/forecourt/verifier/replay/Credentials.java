package dev.forecourt.verifier.replay;

import dev.forecourt.mock.vendor.Vendors;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;

/** The credentials of a vendor: the public ones that our stub takes, or real ones. */
public final class Credentials {
  /** By vendor: names of the parts, as its stub has them. */
  private static final Map<String, List<String>> PARTS =
      Map.of(
          "autengo", List.of("api_key", "token"),
          "autochat", List.of("token"),
          "claire", List.of("api_key"),
          "fidcar", List.of("api_key"),
          "fidelisa", List.of("provider_code", "provider_key", "shop_code", "shop_key"));

  private final String vendor;
  private final Map<String, String> parts;

  private Credentials(String vendor, Map<String, String> parts) {
    this.vendor = vendor;
    this.parts = parts;
  }

  /** Those that our stub takes by default. */
  public static Credentials ofStub(String vendor) {
    Map<String, String> known = new LinkedHashMap<>(Vendors.named(vendor).testCredentials());
    known.keySet().retainAll(parts(vendor));
    return new Credentials(vendor, known);
  }

  /**
   * Those of the environment. Throws {@link IllegalArgumentException} that names what is missing.
   */
  public static Credentials ofEnvironment(String vendor, Map<String, String> environment) {
    Map<String, String> found = new LinkedHashMap<>();
    List<String> missing = new ArrayList<>();
    for (String part : parts(vendor)) {
      String value = environment.get(variable(vendor, part));
      if (value == null || value.isBlank()) {
        missing.add(variable(vendor, part));
      } else {
        found.put(part, value);
      }
    }
    if (!missing.isEmpty()) {
      throw new IllegalArgumentException(
          "No credentials for %s. Set %s.".formatted(vendor, String.join(", ", missing)));
    }
    return new Credentials(vendor, found);
  }

  /** Names of the environment variables that a vendor's credentials come from. */
  public static List<String> variables(String vendor) {
    return parts(vendor).stream().map(part -> variable(vendor, part)).toList();
  }

  /** Fresh headers for one request, by name in any case; only those that it has are to be set. */
  public Map<String, String> headers() {
    Map<String, String> headers = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);
    switch (vendor) {
      case "autengo" -> {
        headers.put("X-Api-Key", part("api_key"));
        headers.put("Authorization", "JWT " + part("token"));
        headers.put("X-Authorization", "Bearer " + part("token"));
      }
      case "autochat" -> headers.put("Authorization", "Bearer " + part("token"));
      case "fidelisa" -> headers.putAll(signed());
      default -> headers.put("Authorization", part("api_key"));
    }
    return headers;
  }

  /** Parameters of a query that hold a credential; only those that a request has are to be set. */
  public Map<String, String> query() {
    return vendor.equals("claire") ? Map.of("api_key", part("api_key")) : Map.of();
  }

  /** Without the credentials. */
  @Override
  public String toString() {
    return "credentials of " + vendor;
  }

  /** A signature is good for one request. */
  private Map<String, String> signed() {
    return Vendors.named("fidelisa")
        .headers(
            Set.of(
                "provider:%s:%s".formatted(part("provider_code"), part("provider_key")),
                "shop:%s:%s".formatted(part("shop_code"), part("shop_key"))));
  }

  private String part(String name) {
    return parts.getOrDefault(name, "");
  }

  private static List<String> parts(String vendor) {
    List<String> parts = PARTS.get(vendor);
    if (parts == null) {
      throw new IllegalArgumentException(
          "Nobody has said which credentials %s takes. Add them to %s."
              .formatted(vendor, Credentials.class.getSimpleName()));
    }
    return parts;
  }

  private static String variable(String vendor, String part) {
    return "FORECOURT_" + vendor.toUpperCase(Locale.ROOT) + "_" + part.toUpperCase(Locale.ROOT);
  }
}
