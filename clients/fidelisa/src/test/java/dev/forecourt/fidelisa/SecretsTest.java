package dev.forecourt.fidelisa;

import dev.forecourt.fidelisa.model.ShopAccount;
import dev.forecourt.fidelisa.model.ShopEnvelope;
import dev.forecourt.runtime.kit.AbstractSecretsTest;
import dev.forecourt.runtime.kit.WireServer;
import java.util.List;

/** The keys of provider and shop, and the key of a shop in an answer. */
class SecretsTest extends AbstractSecretsTest<FidelisaClient.Builder, FidelisaClient> {
  private static final String PROVIDER_KEY = "prov1der/key&<\"+%2F\\>";
  private static final String SHOP_KEY = "sh0p/key&<+";
  private static final String ANSWERED_KEY = "answ3red/key&<+";

  @Override
  protected FidelisaClient.Builder builder() {
    return FidelisaClient.builder().provider("FORECOURT", PROVIDER_KEY).shop("619E8B", SHOP_KEY);
  }

  @Override
  protected FidelisaClient build(FidelisaClient.Builder builder) {
    return builder.build();
  }

  @Override
  protected Object call(FidelisaClient client) {
    return client.customers().getCustomer("FD39A1AA");
  }

  @Override
  protected void learn(FidelisaClient client, WireServer server) {
    server.answer("{\"uuid\":\"619E8C\",\"key\":\"" + ANSWERED_KEY + "\"}");
    ShopAccount account = ShopAccount.builder().userEmail("test3@fidelisa.com").build();
    client.shops().initShop(ShopEnvelope.builder().shop(account).build());
  }

  @Override
  protected List<String> secrets() {
    return List.of(PROVIDER_KEY, SHOP_KEY, ANSWERED_KEY);
  }

  @Override
  protected List<String> onTheWire() {
    return List.of("FIDELISA_PROVIDER_KEY: ", "FIDELISA_APIUSER_KEY: ");
  }
}
