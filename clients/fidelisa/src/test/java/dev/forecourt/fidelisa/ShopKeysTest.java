package dev.forecourt.fidelisa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.forecourt.runtime.kit.WireRequest;
import dev.forecourt.runtime.kit.WireServer;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** The key of a shop, from a supplier and from the environment. */
class ShopKeysTest {
  private static final Map<String, String> PROVIDER =
      Map.of("FIDELISA_PROVIDER_CODE", "FORECOURT", "FIDELISA_PROVIDER_KEY", "k3y");

  private final WireServer server = new WireServer();

  @AfterEach
  void stop() {
    server.close();
  }

  @Test
  void signsForAShopWithTheKeyOfTheMoment() {
    server.answer("{}").answer("{}");
    Iterator<String> keys = List.of("first-key", "second-key").iterator();
    FidelisaClient provider =
        FidelisaClient.builder().provider("FORECOURT", "k3y").baseUrl(server.url()).build();
    FidelisaClient shop = provider.forShop("619E8B", keys::next);

    shop.customers().getCustomer("FD39A1AA");
    shop.customers().getCustomer("FD39A1AA");

    assertThat(signature(0)).isEqualTo(expected(0, "first-key"));
    assertThat(signature(1)).isEqualTo(expected(1, "second-key"));
  }

  private String signature(int request) {
    return server.requests().get(request).header("FIDELISA_APIUSER_KEY");
  }

  private String expected(int request, String key) {
    WireRequest sent = server.requests().get(request);
    return RequestSignature.sign("619E8B" + sent.header("FIDELISA_JETON"), key);
  }

  @Test
  void keepsTheProvidersSupplierForItsShops() {
    server.answer("{}");
    FidelisaClient provider =
        FidelisaClient.builder().provider("FORECOURT", () -> "k3y").baseUrl(server.url()).build();

    provider.forShop("619E8B", "sh0p-key").customers().getCustomer("FD39A1AA");

    WireRequest sent = server.request();
    assertThat(sent.header("FIDELISA_PROVIDER_KEY"))
        .isEqualTo(RequestSignature.sign("FORECOURT" + sent.header("FIDELISA_JETON"), "k3y"));
  }

  @Test
  void takesAShopFromTheEnvironment() {
    server.answer("{}");
    FidelisaClient client =
        FidelisaClient.builder()
            .baseUrl(server.url())
            .fromEnv(with(Map.of("FIDELISA_SHOP_CODE", "619E8B", "FIDELISA_SHOP_KEY", "sh0p-key")))
            .build();

    client.customers().getCustomer("FD39A1AA");

    assertThat(server.request().header("FIDELISA_APIUSER")).isEqualTo("619E8B");
    assertThat(signature(0)).isEqualTo(expected(0, "sh0p-key"));
  }

  @Test
  void namesTheOtherHalfOfAShop() {
    assertThatThrownBy(
            () ->
                FidelisaClient.builder()
                    .fromEnv(with(Map.of("FIDELISA_SHOP_CODE", "619E8B")))
                    .build())
        .hasMessage(
            "Environment variable FIDELISA_SHOP_KEY is not set or empty. Set it, or give the same"
                + " to the builder.");
  }

  private static Map<String, String> with(Map<String, String> more) {
    Map<String, String> all = new java.util.HashMap<>(PROVIDER);
    all.putAll(more);
    return all;
  }
}
