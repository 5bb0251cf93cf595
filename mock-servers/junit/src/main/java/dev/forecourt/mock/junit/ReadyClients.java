package dev.forecourt.mock.junit;

import dev.forecourt.mock.vendor.Vendors;
import dev.forecourt.runtime.VendorClient;
import dev.forecourt.runtime.VendorClientBuilder;
import java.lang.reflect.InvocationTargetException;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * How a client is built for its stub: by what every client has, a builder that takes its
 * credentials as variables. So each client on the class path of a test is ready, and none has to
 * stand here.
 */
final class ReadyClients {

  private static final Pattern NAME =
      Pattern.compile("dev\\.forecourt\\.(?<vendor>[a-z][a-z0-9]*)\\.(?<type>[A-Z]\\w*)Client");

  private ReadyClients() {}

  /** Empty if this is no client of ours. */
  static Optional<Ready> of(Class<?> type) {
    Matcher name = NAME.matcher(type.getName());
    return name.matches()
            && name.group("type").toLowerCase(Locale.ROOT).equals(name.group("vendor"))
            && VendorClient.class.isAssignableFrom(type)
        ? Optional.of(new Ready(name.group("vendor"), type))
        : Optional.empty();
  }

  /**
   * What opens the stub of a vendor, by name. A client that can get tokens gets its own: it takes
   * no other beside.
   */
  static Map<String, String> credentials(String vendor) {
    Map<String, String> credentials = new LinkedHashMap<>(Vendors.named(vendor).testCredentials());
    if (credentials.containsKey("client_id")) {
      credentials.remove("token");
    }
    return credentials;
  }

  /**
   * How to build a client.
   *
   * @param vendor id of its vendor
   * @param type its class
   */
  record Ready(String vendor, Class<?> type) {

    /** A client of the stub on this host. */
    AutoCloseable build(String url) {
      try {
        VendorClientBuilder<?> builder =
            (VendorClientBuilder<?>) type.getMethod("builder").invoke(null);
        builder.fromEnv(variables()).baseUrl(url);
        return (AutoCloseable) builder.getClass().getMethod("build").invoke(builder);
      } catch (InvocationTargetException e) {
        if (e.getCause() instanceof RuntimeException refusal) {
          throw refusal;
        }
        throw new IllegalStateException("Cannot build " + type.getName(), e.getCause());
      } catch (ReflectiveOperationException e) {
        throw new IllegalStateException(
            "%s is no client of ours: it has no builder() with build()".formatted(type.getName()),
            e);
      }
    }

    private Map<String, String> variables() {
      Map<String, String> variables = new LinkedHashMap<>();
      credentials(vendor)
          .forEach(
              (name, value) ->
                  variables.put(
                      (vendor + "_" + name).toUpperCase(Locale.ROOT).replace('-', '_'), value));
      return variables;
    }
  }
}
