package dev.forecourt.mock.junit;

import dev.forecourt.autengo.AutengoClient;
import dev.forecourt.autochat.AutochatClient;
import dev.forecourt.claire.ClaireClient;
import dev.forecourt.fidcar.FidcarClient;
import dev.forecourt.fidelisa.FidelisaClient;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;

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
              url -> AutengoClient.builder().apiKey("autengo-test-key").baseUrl(url).build()),
          "dev.forecourt.autochat.AutochatClient",
          new Ready(
              "autochat",
              url ->
                  AutochatClient.builder()
                      .clientCredentials("autochat-test-client", "autochat-test-secret")
                      .baseUrl(url)
                      .build()),
          "dev.forecourt.claire.ClaireClient",
          new Ready(
              "claire",
              url -> ClaireClient.builder().apiKey("claire-test-key").baseUrl(url).build()),
          "dev.forecourt.fidcar.FidcarClient",
          new Ready(
              "fidcar",
              url -> FidcarClient.builder().apiKey("fidcar-test-key").baseUrl(url).build()),
          "dev.forecourt.fidelisa.FidelisaClient",
          new Ready(
              "fidelisa",
              url ->
                  FidelisaClient.builder()
                      .provider("FORECOURT", "provider-test-key")
                      .shop("619E8B5AAD5E48138881C5E7774C86B2", "FrZN6UChpqXBRKVExXVB")
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
   * @param build makes it for the host of a stub
   */
  record Ready(String vendor, Function<String, AutoCloseable> build) {}
}
