package dev.forecourt.contracttests.fidelisa;

import static dev.forecourt.contracttests.fidelisa.FidelisaPact.*;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.core.model.Interaction;
import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.State;
import dev.forecourt.contracttests.kit.AbstractStubVerificationTest;
import dev.forecourt.contracttests.kit.Access;
import dev.forecourt.fidelisa.FidelisaClient;
import dev.forecourt.fidelisa.api.GiftsService.ListGiftsQuery;
import dev.forecourt.fidelisa.model.Card;
import dev.forecourt.fidelisa.model.Gift;
import dev.forecourt.fidelisa.model.GiftAward;
import dev.forecourt.fidelisa.model.Shop;
import dev.forecourt.fidelisa.model.UsedFilter;
import java.util.List;
import java.util.function.Consumer;
import org.apache.hc.core5.http.HttpRequest;
import org.junit.jupiter.api.AfterAll;

@Provider(FidelisaPact.PROVIDER)
class FidelisaStubVerificationTest extends AbstractStubVerificationTest implements AutoCloseable {
  FidelisaStubVerificationTest() {
    super(BY_SHOP);
  }

  private final FidelisaSigning rightly = new FidelisaSigning(Access.GRANTED);
  private final FidelisaSigning wrongly = new FidelisaSigning(Access.WRONG);

  @AfterAll
  @Override
  public void close() {
    rightly.close();
    wrongly.close();
  }

  /** A signature is good for one request only. */
  @Override
  protected void prepare(Interaction interaction, HttpRequest request) {
    (wrong(interaction) ? wrongly : rightly).sign(request);
  }

  @State("the shop of test3@fidelisa.com has an account")
  void account() {
    linked();
  }

  @State(LINKED)
  void linked() {
    by(
        fidelisa ->
            assertThat(fidelisa.shops().listShops().shops()).extracting(Shop::uuid).contains(SHOP));
  }

  @State(KNOWN)
  void customer() {
    by(
        fidelisa ->
            assertThat(fidelisa.customers().listCards(CUSTOMER).cards())
                .extracting(Card::uuid)
                .containsExactly(CARD));
  }

  @State(UNKNOWN)
  void noCustomer() {
    by(fidelisa -> fidelisa.customers().deleteCustomer(CUSTOMER));
  }

  @State(TAKEN)
  void gift() {
    by(fidelisa -> assertThat(given(fidelisa)).extracting(Gift::uuid).contains(GIFT));
  }

  @State("customer FD39A1AA took no gift")
  void noGift() {
    by(fidelisa -> fidelisa.gifts().restoreGift(GIFT, CUSTOMER));
  }

  @State("customer FD39A1AA has no points")
  void noPoints() {
    by(fidelisa -> fidelisa.gifts().awardGift(sample("giftAward", GiftAward.class)));
  }

  private void by(Consumer<FidelisaClient> step) {
    try (FidelisaClient fidelisa = builder(Access.GRANTED).baseUrl(stub().toString()).build()) {
      step.accept(fidelisa);
    }
  }

  private static List<Gift> given(FidelisaClient fidelisa) {
    var query = ListGiftsQuery.builder().used(UsedFilter.T).build();
    return fidelisa.gifts().listGifts(CUSTOMER, query).gifts();
  }

  private static boolean wrong(Interaction interaction) {
    return interaction.getProviderStates().stream()
        .anyMatch(state -> "the credentials are wrong".equals(state.getName()));
  }
}
