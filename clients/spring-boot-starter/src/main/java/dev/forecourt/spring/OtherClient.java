package dev.forecourt.spring;

import dev.forecourt.runtime.VendorClient;
import dev.forecourt.runtime.VendorClientBuilder;
import java.lang.reflect.Method;
import java.util.LinkedHashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.util.ReflectionUtils;

/**
 * Makes clients by what every client of ours has: {@code builder()}, which takes credentials as
 * variables that begin with the vendor's id.
 *
 * @param vendor id of the vendor
 * @param type class of the client
 */
record OtherClient(String vendor, Class<? extends VendorClient> type) {

  /** The client of an account, or of the vendor's own properties if that is null. */
  VendorClient of(
      @Nullable String account, OtherClientProperties properties, ClientAssembler clients) {
    return assemble(account, properties, clients);
  }

  // a client's builder is of its own type, which only the client knows
  @SuppressWarnings("unchecked")
  private <B extends VendorClientBuilder<B>> VendorClient assemble(
      @Nullable String account, OtherClientProperties properties, ClientAssembler clients) {
    return clients.assemble(
        vendor,
        account,
        properties,
        properties.getAccounts(),
        (B) invoked(type, "builder", null),
        this::credentials,
        this::build);
  }

  private void credentials(
      Settings<OtherClientProperties> settings, VendorClientBuilder<?> builder) {
    var layer = settings.nearestOwn(own -> !own.getCredentials().isEmpty());
    if (layer == null) {
      // build() then names what is missing
      builder.fromEnv(Map.of());
      return;
    }
    settings.credential(
        layer,
        "credentials",
        own -> String.join(", ", own.getCredentials().keySet()),
        names -> builder.fromEnv(variables(layer.properties().getCredentials())));
  }

  private Map<String, String> variables(Map<String, String> credentials) {
    Map<String, String> variables = new LinkedHashMap<>();
    credentials.forEach(
        (name, value) ->
            variables.put(
                (vendor + "_" + name).toUpperCase(Locale.ROOT).replaceAll("[^A-Z0-9]", "_"),
                value));
    return variables;
  }

  private VendorClient build(VendorClientBuilder<?> builder) {
    try {
      return (VendorClient) invoked(builder.getClass(), "build", builder);
    } catch (IllegalArgumentException e) {
      throw new IllegalArgumentException(asProperties(String.valueOf(e.getMessage())), e);
    }
  }

  /** A message about variables as one about the properties that they were made of. */
  private String asProperties(String message) {
    return Pattern.compile("\\b" + vendor.toUpperCase(Locale.ROOT) + "_([A-Z0-9_]+)")
        .matcher(message.replaceFirst("^Environment variable", "Property"))
        .replaceAll(this::property);
  }

  private String property(MatchResult variable) {
    String name = variable.group(1).toLowerCase(Locale.ROOT).replace('_', '-');
    return "forecourt." + vendor + (name.equals("base-url") ? "." : ".credentials.") + name;
  }

  private static Object invoked(Class<?> type, String name, @Nullable Object target) {
    Method method = ReflectionUtils.findMethod(type, name);
    if (method == null) {
      throw new IllegalStateException(
          "%s is no client of ours: it has no %s()".formatted(type.getName(), name));
    }
    return Objects.requireNonNull(ReflectionUtils.invokeMethod(method, target));
  }
}
