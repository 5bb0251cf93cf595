package dev.forecourt.contracttests.fidelisa;

import static dev.forecourt.contracttests.fidelisa.FidelisaCalls.*;
import static dev.forecourt.contracttests.fidelisa.FidelisaPact.*;
import static dev.forecourt.contracttests.kit.Evidence.*;
import static dev.forecourt.contracttests.kit.VendorPact.answered;
import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.contracttests.kit.Access;
import dev.forecourt.fidelisa.FidelisaClient;
import dev.forecourt.fidelisa.model.*;
import org.junit.jupiter.api.Test;

/** Shops: fidelisa.md L305-501. */
class FidelisaShopsPactTest {
  /** fidelisa.md L306-341; request L308-314, answer L318-325. */
  @Test
  void linksAShop() {
    verify(
        pact ->
            answered(
                ask(
                    pact,
                    initShop(),
                    "the shop of test3@fidelisa.com has an account",
                    "the documented shop"),
                200,
                like(evidence("shopInitialised"))),
        vendor -> {
          try (FidelisaClient provider =
              provider(Access.GRANTED).baseUrl(vendor.getUrl()).build()) {
            Shop shop = provider.shops().initShop(sample("shopEnvelope", ShopEnvelope.class));

            assertThat(shop.uuid()).isEqualTo(SHOP);
            assertThat(shop.key()).isEqualTo(SHOP_KEY);
            assertThat(shop.toString()).doesNotContain(SHOP_KEY);
          }
        });
  }

  /** fidelisa.md L344-376; the sample answer is L347-354. */
  @Test
  void getsAShop() {
    verify(
        pact ->
            answered(
                ask(pact, getShop(), LINKED, "the documented shop"), 200, like(evidence("shop"))),
        vendor -> {
          try (FidelisaClient fidelisa = client(vendor)) {
            Shop shop = fidelisa.shops().getShop(SHOP);

            assertThat(shop.title()).isEqualTo("test3");
            assertThat(shop.userEmail()).isEqualTo("test@test.com");
          }
        });
  }

  /** fidelisa.md L378-419; the sample answer is L382-399. */
  @Test
  void listsShops() {
    verify(
        pact ->
            answered(
                ask(pact, listShops(), LINKED, "all that are linked"),
                200,
                like(evidence("shopList"))),
        vendor -> {
          try (FidelisaClient fidelisa = client(vendor)) {
            ShopList shops = fidelisa.shops().listShops();

            assertThat(shops.shops()).extracting(Shop::title).containsExactly("Test 1");
            assertThat(shops.shops().get(0).key()).isEqualTo("YAZX2TLVO19DEFVDFF8M");
          }
        });
  }

  /** fidelisa.md L422-461, with the headers of the shop (draft.md L282); the answer is L426-441. */
  @Test
  void getsCategories() {
    verify(
        pact ->
            answered(
                ask(pact, getCategories(), LINKED, "signed by the shop"),
                200,
                like(evidence("categorySet"))),
        vendor -> {
          try (FidelisaClient fidelisa = client(vendor)) {
            CategoryNames names = fidelisa.shops().getCategories().categories();

            assertThat(names.subtotal3()).isEqualTo("SUBTOTAL3");
            assertThat(names.subtotal4()).isNull();
          }
        });
  }

  /** fidelisa.md L447: the text asks for the provider only. */
  @Test
  void getsCategoriesAsProvider() {
    verify(
        pact ->
            answered(
                getCategories().asked(BY_PROVIDER, pact, LINKED, "signed by the provider alone"),
                200,
                like(evidence("categorySet"))),
        vendor -> {
          try (FidelisaClient provider =
              provider(Access.GRANTED).baseUrl(vendor.getUrl()).build()) {
            CategoryNames names = provider.shops().getCategories().categories();

            assertThat(names.subtotal1()).isEqualTo("SUBTOTAL1");
          }
        });
  }

  /** fidelisa.md L464-501, with the headers of the shop (L205-214); the answer is L468-481. */
  @Test
  void listsPrograms() {
    verify(
        pact ->
            answered(
                ask(pact, listPrograms(), LINKED, "signed by the shop"),
                200,
                like(evidence("programList"))),
        vendor -> {
          try (FidelisaClient fidelisa = client(vendor)) {
            ProgramList programs = fidelisa.shops().listPrograms();

            assertThat(programs.programs()).extracting(Program::title).containsExactly("Carte VIP");
          }
        });
  }

  /** fidelisa.md L487: the text asks for the provider only. */
  @Test
  void listsProgramsAsProvider() {
    verify(
        pact ->
            answered(
                listPrograms().asked(BY_PROVIDER, pact, LINKED, "signed by the provider alone"),
                200,
                like(evidence("programList"))),
        vendor -> {
          try (FidelisaClient provider =
              provider(Access.GRANTED).baseUrl(vendor.getUrl()).build()) {
            ProgramList programs = provider.shops().listPrograms();

            assertThat(programs.programs())
                .extracting(Program::uuid)
                .containsExactly("67B222DC2A92672CA8E9D2C6DCB785CB");
          }
        });
  }
}
