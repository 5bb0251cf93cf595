package dev.forecourt.mock.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.autengo.AutengoClient;
import dev.forecourt.autochat.AutochatClient;
import dev.forecourt.claire.ClaireClient;
import dev.forecourt.fidcar.FidcarClient;
import dev.forecourt.fidcar.model.AnswerReviewForm;
import dev.forecourt.fidelisa.FidelisaClient;
import dev.forecourt.mock.MockServer;
import dev.forecourt.runtime.json.VendorJson;
import java.net.URI;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What a test gets that uses the extension. */
@ForecourtMocks
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ForecourtMocksTest {
  private static final String REVIEW = "d57c6ec6-4ebd-4a01-a6fd-9771638424c9";

  private static final String ANSWER = "Nobody else answers like this.";

  private final FidcarClient ofConstructor;

  ForecourtMocksTest(FidcarClient fidcar) {
    this.ofConstructor = fidcar;
  }

  @Test
  void givesAClientOfEachVendorThatIsLetIn(
      AutengoClient autengo,
      AutochatClient autochat,
      ClaireClient claire,
      FidcarClient fidcar,
      FidelisaClient fidelisa) {
    assertThat(autengo.vehicles().listMakes()).isNotNull();
    assertThat(autochat.options().listOptions()).isNotEmpty();
    assertThat(claire.locations().listLocations()).isNotEmpty();
    assertThat(fidcar.dealerships().getDealership(1325).title()).isNotBlank();
    assertThat(fidelisa.shops().listShops().shops()).isNotEmpty();
  }

  @Test
  void givesHostAndServerOfAVendor(@Mock("claire") URI host, @Mock("claire") MockServer server) {
    assertThat(host).isEqualTo(server.baseUri()).hasHost("127.0.0.1");
    assertThat(server.vendorId()).isEqualTo("claire");
  }

  @Test
  void givesOneClientToAllWhoAsk(FidcarClient fidcar) {
    assertThat(fidcar).isSameAs(ofConstructor);
  }

  @Test
  @Order(1)
  void letsATestChangeWhatIsThere(FidcarClient fidcar) {
    fidcar.reviews().answerReview(REVIEW, AnswerReviewForm.builder().content(ANSWER).build());

    assertThat(VendorJson.write(fidcar.reviews().getReview(REVIEW))).contains(ANSWER);
  }

  @Test
  @Order(2)
  void startsTheNextTestWithTheSeed(FidcarClient fidcar) {
    assertThat(VendorJson.write(fidcar.reviews().getReview(REVIEW))).doesNotContain(ANSWER);
  }

  @Nested
  class InANestedClass {
    @Test
    void sharesTheStubsAroundIt(FidcarClient fidcar) {
      assertThat(fidcar).isSameAs(ofConstructor);
    }
  }

  @Nested
  @ForecourtMocks("fidcar")
  class InANestedClassWithItsOwn {
    @Test
    void hasStubsOfItsOwn(FidcarClient fidcar, MockServer only) {
      assertThat(fidcar).isNotSameAs(ofConstructor);
      assertThat(only.vendorId()).isEqualTo("fidcar");
    }
  }
}
