package dev.forecourt.contracttests.claire;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static dev.forecourt.contracttests.claire.ClaireCalls.*;
import static dev.forecourt.contracttests.claire.ClairePact.*;
import static dev.forecourt.contracttests.kit.Evidence.*;
import static dev.forecourt.contracttests.kit.VendorPact.answered;
import static dev.forecourt.contracttests.kit.VendorPact.done;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactConsumerTestExt;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.forecourt.claire.ClaireClient;
import dev.forecourt.claire.ClaireWebhooks;
import dev.forecourt.claire.model.*;
import dev.forecourt.runtime.json.VendorJson;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Setting up webhooks: claire.txt L489-767. What Claire sends to them: ClaireMessagePactTest. */
@ExtendWith(PactConsumerTestExt.class)
@PactTestFor(providerName = PROVIDER, pactVersion = PactSpecVersion.V4)
class ClaireWebhooksPactTest {
  /** claire.txt L523-554; the sample answer is L530-550. */
  @Pact(consumer = CONSUMER)
  V4Pact listsWebhooksPact(PactDslWithProvider pact) {
    return answered(
        ask(pact, listWebhooks(), WEBHOOKS, "the documented ones"),
        200,
        listOf(evidence("listWebhooks.response").get(0)));
  }

  @Test
  @PactTestFor(pactMethod = "listsWebhooksPact")
  void listsWebhooks(MockServer vendor) {
    try (ClaireClient claire = client(vendor)) {
      assertThat(claire.webhooks().listWebhooks())
          .extracting(Webhook::webhookTriggerId)
          .containsExactly(WebhookTriggerID.UNSET);
    }
  }

  /** claire.txt L555-593; request L562-580, answer L582-584. */
  @Pact(consumer = CONSUMER)
  V4Pact createsTheDocumentedWebhookPact(PactDslWithProvider pact) {
    return answered(
        ask(
            pact,
            createWebhook(evidence("createWebhook.request")),
            LOCATIONS,
            "the documented one"),
        200,
        like(evidence("createWebhook.response")));
  }

  @Test
  @PactTestFor(pactMethod = "createsTheDocumentedWebhookPact")
  void createsTheDocumentedWebhook(MockServer vendor) {
    try (ClaireClient claire = client(vendor)) {
      var webhook = model(evidence("createWebhook.request"), NewWebhook.class);

      assertThat(claire.webhooks().createWebhook(webhook).id()).isZero();
    }
  }

  /** claire.txt L558: "with optional headers, if given". */
  @Pact(consumer = CONSUMER)
  V4Pact createsAWebhookWithASecretPact(PactDslWithProvider pact) {
    return answered(
        ask(pact, createWebhook(example("NewWebhook")), LOCATIONS, "with a secret in a header"),
        200,
        like(example("WebhookCreated")));
  }

  @Test
  @PactTestFor(pactMethod = "createsAWebhookWithASecretPact")
  void createsAWebhookWithASecret(MockServer vendor) {
    try (ClaireClient claire = client(vendor)) {
      var webhook =
          NewWebhook.builder()
              .name("Offers to the CRM")
              .webhookTriggerId(WebhookTriggerID.OFFER_READY)
              .dealerId(57L)
              .dealerLocationId(LOCATION)
              .url("https://crm.example/hooks/claire")
              .queued(false)
              .active(true)
              .headers(
                  List.of(
                      NewWebhookHeader.builder()
                          .name("X-Shared-Secret")
                          .value(SHARED_SECRET)
                          .build()));

      assertThat(claire.webhooks().createWebhook(webhook.build()).id()).isPositive();
    }
  }

  /** claire.txt L594-625; the sample answer is L601-619. */
  @Pact(consumer = CONSUMER)
  V4Pact getsTheDocumentedWebhookPact(PactDslWithProvider pact) {
    return answered(
        ask(pact, getWebhook(0), SAMPLE, "the documented one"),
        200,
        like(evidence("getWebhook.response")));
  }

  @Test
  @PactTestFor(pactMethod = "getsTheDocumentedWebhookPact")
  void getsTheDocumentedWebhook(MockServer vendor) {
    try (ClaireClient claire = client(vendor)) {
      Webhook webhook = claire.webhooks().getWebhook(0);

      assertThat(webhook.url()).isEmpty();
      assertThat(webhook.headers()).isEmpty();
    }
  }

  /** The models of claire.txt L1366-1397; "including optional headers if any" (L597). */
  @Pact(consumer = CONSUMER)
  V4Pact getsAWebhookWithItsHeadersPact(PactDslWithProvider pact) {
    return answered(
        ask(pact, getWebhook(WEBHOOK), WEBHOOKS, "with its headers"),
        200,
        like(without(example("Webhook"), "public_account")));
  }

  @Test
  @PactTestFor(pactMethod = "getsAWebhookWithItsHeadersPact")
  void getsAWebhookWithItsHeaders(MockServer vendor) {
    try (ClaireClient claire = client(vendor)) {
      Webhook webhook = claire.webhooks().getWebhook(WEBHOOK);

      assertThat(webhook.webhookTriggerId()).isEqualTo(WebhookTriggerID.OFFER_READY);
      assertThat(webhook.headers()).extracting(WebhookHeader::value).containsExactly(SHARED_SECRET);
    }
  }

  /** claire.txt L928-949 lists the triggers; they have become more over the years (L1440-1453). */
  @Pact(consumer = CONSUMER)
  V4Pact keepsAnUnknownTriggerPact(PactDslWithProvider pact) {
    return answered(
        ask(pact, getWebhook(WEBHOOK), WEBHOOKS, "of a trigger that no client knows"),
        200,
        newJsonBody(body -> body.integerType("webhook_trigger_id", 77)).build());
  }

  @Test
  @PactTestFor(pactMethod = "keepsAnUnknownTriggerPact")
  void keepsAnUnknownTrigger(MockServer vendor) {
    try (ClaireClient claire = client(vendor)) {
      Webhook webhook = claire.webhooks().getWebhook(WEBHOOK);

      assertThat(webhook.webhookTriggerId().known()).isEqualTo(WebhookTriggerID.Known.UNKNOWN);
      assertThat(VendorJson.write(webhook)).isEqualTo("{\"webhook_trigger_id\":77}");
    }
  }

  /** claire.txt L626-659; the sample request is L633-651. */
  @Pact(consumer = CONSUMER)
  V4Pact updatesTheDocumentedWebhookPact(PactDslWithProvider pact) {
    return done(
        ask(pact, updateWebhook(evidence("updateWebhook.request")), SAMPLE, "the documented one"),
        200);
  }

  @Test
  @PactTestFor(pactMethod = "updatesTheDocumentedWebhookPact")
  void updatesTheDocumentedWebhook(MockServer vendor) {
    try (ClaireClient claire = client(vendor)) {
      claire
          .webhooks()
          .updateWebhook(model(evidence("updateWebhook.request"), WebhookUpdate.class));
    }
  }

  /** claire.txt L629: "headers are replaced, so make sure to provide them". */
  @Pact(consumer = CONSUMER)
  V4Pact switchesAWebhookOffPact(PactDslWithProvider pact) {
    return done(ask(pact, updateWebhook(example("WebhookUpdate")), WEBHOOKS, "switched off"), 200);
  }

  @Test
  @PactTestFor(pactMethod = "switchesAWebhookOffPact")
  void switchesAWebhookOff(MockServer vendor) {
    try (ClaireClient claire = client(vendor)) {
      claire.webhooks().updateWebhook(model(example("WebhookUpdate"), WebhookUpdate.class));
    }
  }

  /** claire.txt L660-673: a POST whose id stands in the query. */
  @Pact(consumer = CONSUMER)
  V4Pact deletesAWebhookPact(PactDslWithProvider pact) {
    return done(ask(pact, deleteWebhook(WEBHOOK), WEBHOOKS, "one that exists"), 200);
  }

  @Test
  @PactTestFor(pactMethod = "deletesAWebhookPact")
  void deletesAWebhook(MockServer vendor) {
    try (ClaireClient claire = client(vendor)) {
      claire.webhooks().deleteWebhook(WEBHOOK);
    }
  }

  /** claire.txt L674-720; the sample request is L681-712. */
  @Pact(consumer = CONSUMER)
  V4Pact setsOffTheDocumentedWebhookPact(PactDslWithProvider pact) {
    return done(
        ask(pact, testWebhook(evidence("testWebhook.request")), SAMPLE, "the documented call"),
        200);
  }

  @Test
  @PactTestFor(pactMethod = "setsOffTheDocumentedWebhookPact")
  void setsOffTheDocumentedWebhook(MockServer vendor) {
    try (ClaireClient claire = client(vendor)) {
      claire.webhooks().testWebhook(model(evidence("testWebhook.request"), WebhookTest.class));
    }
  }

  /** The same, as ClaireWebhooks does it: an event in PascalCase. */
  @Pact(consumer = CONSUMER)
  V4Pact setsOffAWebhookPact(PactDslWithProvider pact) {
    return done(
        ask(pact, testWebhook(example("WebhookTest")), WEBHOOKS, "as for a ready offer"), 200);
  }

  @Test
  @PactTestFor(pactMethod = "setsOffAWebhookPact")
  void setsOffAWebhook(MockServer vendor) {
    try (ClaireClient claire = client(vendor)) {
      var offer =
          WebhookEvent.builder()
              .webhookTriggerId(WebhookTriggerID.OFFER_READY)
              .appointmentId(APPOINTMENT)
              .dealerId(57L)
              .dealerLocationId(LOCATION)
              .woNr("WO-88213")
              .dmsLocationSource("autogroep-noord-groningen");

      ClaireWebhooks.of(claire).test(WEBHOOK, offer.build());
    }
  }

  /** claire.txt L748-767; the sample answer is L755-763. */
  @Pact(consumer = CONSUMER)
  V4Pact listsTriggersPact(PactDslWithProvider pact) {
    return answered(
        ask(pact, listWebhookTriggers(), LOCATIONS, "the documented ones"),
        200,
        listOf(evidence("listWebhookTriggers.response").get(0)));
  }

  @Test
  @PactTestFor(pactMethod = "listsTriggersPact")
  void listsTriggers(MockServer vendor) {
    try (ClaireClient claire = client(vendor)) {
      assertThat(claire.webhooks().listWebhookTriggers())
          .extracting(WebhookTrigger::id)
          .containsExactly(WebhookTriggerID.UNSET);
    }
  }
}
