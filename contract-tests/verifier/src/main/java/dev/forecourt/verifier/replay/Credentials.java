package dev.forecourt.verifier.replay;

import dev.forecourt.mock.vendor.Vendors;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** The credentials of a vendor: the public ones that our stub takes, or real ones. */
public final class Credentials {
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
    headers.putAll(Vendors.named(vendor).headersOf(parts));
    return headers;
  }

  /** Parameters of a query that hold a credential; only those that a request has are to be set. */
  public Map<String, String> query() {
    return Vendors.named(vendor).queryOf(parts);
  }

  /** Without the credentials. */
  @Override
  public String toString() {
    return "credentials of " + vendor;
  }

  private static List<String> parts(String vendor) {
    return Vendors.named(vendor).credentialParts();
  }

  private static String variable(String vendor, String part) {
    return "FORECOURT_" + vendor.toUpperCase(Locale.ROOT) + "_" + part.toUpperCase(Locale.ROOT);
  }
}
