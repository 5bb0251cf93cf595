package dev.forecourt.contracttests.claire;

import static dev.forecourt.contracttests.claire.ClairePact.*;

import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.State;
import dev.forecourt.claire.ClaireClient;
import dev.forecourt.claire.model.WebhookErrorFilter;
import dev.forecourt.contracttests.kit.AbstractStubVerificationTest;
import dev.forecourt.contracttests.kit.Access;

@Provider(ClairePact.PROVIDER)
class ClaireStubVerificationTest extends AbstractStubVerificationTest {
  ClaireStubVerificationTest() {
    super(VENDOR);
  }

  @State(SAMPLE)
  void samples() {
    expect(200, "/v1/appointments/0");
    expect(200, "/v1/webhooks/view?webhook_id=0");
  }

  @State(KNOWN)
  void appointment() {
    expect("\"id\":4711823", "/v1/appointments/" + APPOINTMENT);
  }

  @State("appointment 1 does not exist")
  void noAppointment() {
    expect(404, "/v1/appointments/1");
  }

  @State("car X does not exist")
  void noCar() {
    expect(404, "/v1/car?vin=X");
  }

  @State(LOCATIONS)
  void location() {
    expect("\"id\":312", "/v1/locations");
  }

  @State(WEBHOOKS)
  void webhook() {
    expect("\"id\":1501", "/v1/webhooks/list");
  }

  @State("webhook 1501 does not exist")
  void noWebhook() {
    try (ClaireClient claire = claire()) {
      claire.webhooks().deleteWebhook(WEBHOOK);
    }
  }

  /** It has one at the start, and twenty fill a page. */
  @State(TWO_PAGES)
  void errors() throws InterruptedException {
    for (int i = 0; i < 20; i++) {
      control("/__mock/fire", "{\"trigger\":2}");
    }
    try (ClaireClient claire = claire()) {
      var filter = WebhookErrorFilter.builder().webhookID(WEBHOOK).page(1).build();
      while (claire.webhooks().listWebhookErrors(filter).firstPage().nbPages() < 2) {
        Thread.sleep(5); // the stub calls webhooks after it has answered
      }
    }
  }

  @State(USED_UP)
  void noRequestsLeft() {
    control("/__mock/rate-limit", "{\"limit\":0}");
  }

  private ClaireClient claire() {
    return builder(Access.GRANTED).baseUrl(stub().toString()).build();
  }
}
