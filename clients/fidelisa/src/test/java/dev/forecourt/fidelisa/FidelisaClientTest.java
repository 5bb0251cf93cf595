package dev.forecourt.fidelisa;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.forecourt.fidelisa.model.ShopAccount;
import dev.forecourt.fidelisa.model.ShopEnvelope;
import dev.forecourt.runtime.errors.BadRequestException;
import dev.forecourt.runtime.kit.AbstractVendorClientTest;
import dev.forecourt.runtime.kit.Specs;
import dev.forecourt.runtime.kit.WireAnswer;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What Fidelisa's client shares with the others, and how it takes its credentials. */
class FidelisaClientTest extends AbstractVendorClientTest<FidelisaClient.Builder, FidelisaClient> {

  @Override
  protected FidelisaClient.Builder builder() {
    return FidelisaClient.builder()
        .provider("FORECOURT", "prov1der-key")
        .shop("619E8B", "sh0p-key");
  }

  @Override
  protected FidelisaClient build(FidelisaClient.Builder builder) {
    return builder.build();
  }

  @Override
  protected Object read(FidelisaClient client) {
    return client.customers().getCustomer("FD39A1AA");
  }

  @Override
  protected Object write(FidelisaClient client) {
    return client
        .shops()
        .initShop(
            ShopEnvelope.builder()
                .shop(ShopAccount.builder().userEmail("test3@fidelisa.com").build())
                .build());
  }

  @Override
  protected List<String> secrets() {
    return List.of("prov1der-key", "sh0p-key");
  }

  @Override
  protected List<String> secretsOnTheWire() {
    return List.of("FIDELISA_PROVIDER_KEY", "FIDELISA_APIUSER_KEY");
  }

  @Override
  protected String readPath() {
    return "/api/customers/FD39A1AA";
  }

  @Override
  protected String readName() {
    return "fidelisa getCustomer";
  }

  @Test
  void signsTheCallOfAShopTwiceOverTheSameToken() {
    server.answer("{}");

    try (FidelisaClient client =
        FidelisaClient.builder()
            .provider("PROVIDER", "SECRET")
            .shop("PROVIDER", "SECRET")
            .jetons(() -> "12345678")
            .baseUrl(server.url())
            .build()) {
      read(client);
    }

    // expected value: x-signature in specs/fidelisa/openapi.yaml
    String signature = "OThjOGQxOTA3NDU2NzY3N2Y0YjY3Nzc5N2E1YTU0YjM4YzZmYzAxMA==";
    assertThat(server.request().head())
        .contains("\r\nFIDELISA_JETON: 12345678\r\n")
        .contains("\r\nFIDELISA_PROVIDER: PROVIDER\r\n")
        .contains("\r\nFIDELISA_PROVIDER_KEY: " + signature)
        .contains("\r\nFIDELISA_APIUSER: PROVIDER\r\n")
        .contains("\r\nFIDELISA_APIUSER_KEY: " + signature);
  }

  @Test
  void signsLikeTheExampleOfTheContract() {
    var example =
        new Specs("fidelisa")
            .yaml("openapi.yaml")
            .at("/components/securitySchemes/ProviderKey/x-signature/example");

    String signature =
        RequestSignature.sign(
            example.get("provider").asText() + example.get("jeton").asText(),
            example.get("secret").asText());

    assertThat(signature).isEqualTo(example.get("signature").asText()).hasSize(56);
  }

  @Test
  void usesANewUnpredictableTokenForEachRequest() {
    server.answer("{}").answer("{}");

    read(client());
    read(client());

    String first = server.requests().get(0).header("FIDELISA_JETON");
    String second = server.requests().get(1).header("FIDELISA_JETON");
    assertThat(first).matches("[0-9a-f]{32}").isNotEqualTo(second);
    assertThat(server.requests().get(0).header("FIDELISA_APIUSER_KEY"))
        .isEqualTo(RequestSignature.sign("619E8B" + first, "sh0p-key"));
    assertThat(server.requests().get(1).header("FIDELISA_PROVIDER_KEY"))
        .isEqualTo(RequestSignature.sign("FORECOURT" + second, "prov1der-key"));
  }

  @Test
  void sendsNoShopHeadersWithAProvidersOwnCall() {
    server.answer("{}");

    write(client());

    assertThat(server.request().headers("FIDELISA_APIUSER")).isEmpty();
    assertThat(server.request().headers("FIDELISA_APIUSER_KEY")).isEmpty();
    assertThat(server.request().header("FIDELISA_PROVIDER")).isEqualTo("FORECOURT");
  }

  @Test
  void refusesTheCallOfAShopWithoutOne() {
    try (FidelisaClient provider =
        FidelisaClient.builder().provider("P", "K").baseUrl(server.url()).build()) {
      assertThatThrownBy(() -> read(provider))
          .isInstanceOf(IllegalStateException.class)
          .hasMessage(
              "fidelisa getCustomer needs Jeton Provider ProviderKey ApiUser ApiUserKey, and the client"
                  + " has Jeton Provider ProviderKey. Give the credential to the builder.");
    }
    assertThat(server.requests()).isEmpty();
  }

  @Test
  void sendsWhatItHasWhereTheTextIsNotSureOfTheShop() {
    server.answer("{}");

    try (FidelisaClient provider =
        FidelisaClient.builder().provider("P", "K").baseUrl(server.url()).build()) {
      provider.shops().listPrograms();
    }

    assertThat(server.request().headers("FIDELISA_APIUSER")).isEmpty();
  }

  @Test
  void refusesHalfOfACredential() {
    assertThatThrownBy(() -> FidelisaClient.builder().build())
        .hasMessage("Fidelisa provider code is missing. Give it to the builder.");
    assertThatThrownBy(() -> FidelisaClient.builder().provider("P", "").build())
        .hasMessage("Fidelisa provider key is missing. Give it to the builder.");
    assertThatThrownBy(() -> builder().shop("S", " ").build())
        .hasMessage("Fidelisa shop key is missing. Give it to the builder.");
  }

  @Test
  void readsTheVendorsWords() {
    server.answer(WireAnswer.json(400, new Specs("fidelisa").evidence("giftNotAwarded")));

    assertThatThrownBy(() -> read(client()))
        .isInstanceOf(BadRequestException.class)
        .hasMessageContaining("Fidelisa says: \"");
  }
}
