package dev.forecourt.mock.junit;

import dev.forecourt.autengo.AutengoClient;
import dev.forecourt.autochat.AutochatClient;
import dev.forecourt.claire.ClaireClient;
import dev.forecourt.fidcar.FidcarClient;
import dev.forecourt.fidelisa.FidelisaClient;
import dev.forecourt.mock.vendor.Vendors;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.function.BiFunction;

/**
 * How each vendor's client is built for its stub: one line a vendor. By the name of its class,
 * because only those that a test uses are on its class path.
 */
final class ReadyClients {

  private static final Map<String, Ready> BY_CLASS =
      Map.of(
          "dev.forecourt.autengo.AutengoClient",
          new Ready(
              "autengo",
              (url, parts) ->
                  AutengoClient.builder().apiKey(parts.of("api_key")).baseUrl(url).build()),
          "dev.forecourt.autochat.AutochatClient",
          new Ready(
              "autochat",
              (url, parts) ->
                  AutochatClient.builder()
                      .clientCredentials(parts.of("client_id"), parts.of("client_secret"))
                      .baseUrl(url)
                      .build()),
          "dev.forecourt.claire.ClaireClient",
          new Ready(
              "claire",
              (url, parts) ->
                  ClaireClient.builder().apiKey(parts.of("api_key")).baseUrl(url).build()),
          "dev.forecourt.fidcar.FidcarClient",
          new Ready(
              "fidcar",
              (url, parts) ->
                  FidcarClient.builder().apiKey(parts.of("api_key")).baseUrl(url).build()),
          "dev.forecourt.fidelisa.FidelisaClient",
          new Ready(
              "fidelisa",
              (url, parts) ->
                  FidelisaClient.builder()
                      .provider(parts.of("provider_code"), parts.of("provider_key"))
                      .shop(parts.of("shop_code"), parts.of("shop_key"))
                      .baseUrl(url)
                      .build()));

  private ReadyClients() {}

  /** Empty if this is no client of ours. */
  static Optional<Ready> of(Class<?> type) {
    return Optional.ofNullable(BY_CLASS.get(type.getName()));
  }

  /**
   * How to build a client.
   *
   * @param vendor id of its vendor
   * @param client makes it for the host of a stub and the credentials that the stub takes
   */
  record Ready(String vendor, BiFunction<String, Parts, AutoCloseable> client) {

    /** A client of the stub on this host. */
    AutoCloseable build(String url) {
      return client.apply(url, new Parts(Vendors.named(vendor).testCredentials()));
    }
  }

  /** Credentials by name. */
  record Parts(Map<String, String> byName) {
    String of(String name) {
      return Objects.requireNonNull(byName.get(name), name);
    }
  }
}
