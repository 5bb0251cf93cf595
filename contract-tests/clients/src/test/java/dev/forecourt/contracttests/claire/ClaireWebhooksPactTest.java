package dev.forecourt.contracttests.claire;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static dev.forecourt.contracttests.claire.ClaireCalls.*;
import static dev.forecourt.contracttests.claire.ClairePact.*;
import static dev.forecourt.contracttests.kit.Evidence.*;
import static dev.forecourt.contracttests.kit.VendorPact.answered;
import static dev.forecourt.contracttests.kit.VendorPact.done;
import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.claire.ClaireClient;
import dev.forecourt.claire.ClaireWebhooks;
import dev.forecourt.claire.model.*;
import dev.forecourt.runtime.json.VendorJson;
import java.util.List;
import org.junit.jupiter.api.Test;

/** Setting up webhooks: claire.txt L489-767. What Claire sends to them: ClaireMessagePactTest. */
class ClaireWebhooksPactTest {
  /** claire.txt L523-554; the sample answer is L530-550. */
  @Test
  void listsWebhooks() {
    verify(
        pact ->
            answered(
                ask(pact, listWebhooks(), WEBHOOKS, "the documented ones"),
                200,
                listOf(evidence("listWebhooks.response").get(0))),
        vendor -> {
          try (ClaireClient claire = client(vendor)) {
            assertThat(claire.webhooks().listWebhooks())
                .extracting(Webhook::webhookTriggerId)
                .containsExactly(WebhookTriggerID.UNSET);
          }
        });
  }

  /** claire.txt L555-593; request L562-580, answer L582-584. */
  @Test
  void createsTheDocumentedWebhook() {
    verify(
        pact ->
            answered(
                ask(
                    pact,
                    createWebhook(evidence("createWebhook.request")),
                    LOCATIONS,
                    "the documented one"),
                200,
                like(evidence("createWebhook.response"))),
        vendor -> {
          try (ClaireClient claire = client(vendor)) {
            var webhook = model(evidence("createWebhook.request"), NewWebhook.class);

            assertThat(claire.webhooks().createWebhook(webhook).id()).isZero();
          }
        });
  }

  /** claire.txt L558: "with optional headers, if given". */
  @Test
  void createsAWebhookWithASecret() {
    verify(
        pact ->
            answered(
                ask(
                    pact,
                    createWebhook(example("NewWebhook")),
                    LOCATIONS,
                    "with a secret in a header"),
                200,
                like(example("WebhookCreated"))),
        vendor -> {
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
        });
  }

  /** claire.txt L594-625; the sample answer is L601-619. */
  @Test
  void getsTheDocumentedWebhook() {
    verify(
        pact ->
            answered(
                ask(pact, getWebhook(0), SAMPLE, "the documented one"),
                200,
                like(evidence("getWebhook.response"))),
        vendor -> {
          try (ClaireClient claire = client(vendor)) {
            Webhook webhook = claire.webhooks().getWebhook(0);

            assertThat(webhook.url()).isEmpty();
            assertThat(webhook.headers()).isEmpty();
          }
        });
  }

  /** The models of claire.txt L1366-1397; "including optional headers if any" (L597). */
  @Test
  void getsAWebhookWithItsHeaders() {
    verify(
        pact ->
            answered(
                ask(pact, getWebhook(WEBHOOK), WEBHOOKS, "with its headers"),
                200,
                like(without(example("Webhook"), "public_account"))),
        vendor -> {
          try (ClaireClient claire = client(vendor)) {
            Webhook webhook = claire.webhooks().getWebhook(WEBHOOK);

            assertThat(webhook.webhookTriggerId()).isEqualTo(WebhookTriggerID.OFFER_READY);
            assertThat(webhook.headers())
                .extracting(WebhookHeader::value)
                .containsExactly(SHARED_SECRET);
          }
        });
  }

  /** claire.txt L928-949 lists the triggers; they have become more over the years (L1440-1453). */
  @Test
  void keepsAnUnknownTrigger() {
    verify(
        pact ->
            answered(
                ask(pact, getWebhook(WEBHOOK), WEBHOOKS, "of a trigger that no client knows"),
                200,
                newJsonBody(body -> body.integerType("webhook_trigger_id", 77)).build()),
        vendor -> {
          try (ClaireClient claire = client(vendor)) {
            Webhook webhook = claire.webhooks().getWebhook(WEBHOOK);

            assertThat(webhook.webhookTriggerId().known())
                .isEqualTo(WebhookTriggerID.Known.UNKNOWN);
            assertThat(VendorJson.write(webhook)).isEqualTo("{\"webhook_trigger_id\":77}");
          }
        });
  }

  /** claire.txt L626-659; the sample request is L633-651. */
  @Test
  void updatesTheDocumentedWebhook() {
    verify(
        pact ->
            done(
                ask(
                    pact,
                    updateWebhook(evidence("updateWebhook.request")),
                    SAMPLE,
                    "the documented one"),
                200),
        vendor -> {
          try (ClaireClient claire = client(vendor)) {
            claire
                .webhooks()
                .updateWebhook(model(evidence("updateWebhook.request"), WebhookUpdate.class));
          }
        });
  }

  /** claire.txt L629: "headers are replaced, so make sure to provide them". */
  @Test
  void switchesAWebhookOff() {
    verify(
        pact ->
            done(ask(pact, updateWebhook(example("WebhookUpdate")), WEBHOOKS, "switched off"), 200),
        vendor -> {
          try (ClaireClient claire = client(vendor)) {
            claire.webhooks().updateWebhook(model(example("WebhookUpdate"), WebhookUpdate.class));
          }
        });
  }

  /** claire.txt L660-673: a POST whose id stands in the query. */
  @Test
  void deletesAWebhook() {
    verify(
        pact -> done(ask(pact, deleteWebhook(WEBHOOK), WEBHOOKS, "one that exists"), 200),
        vendor -> {
          try (ClaireClient claire = client(vendor)) {
            claire.webhooks().deleteWebhook(WEBHOOK);
          }
        });
  }

  /** claire.txt L674-720; the sample request is L681-712. */
  @Test
  void setsOffTheDocumentedWebhook() {
    verify(
        pact ->
            done(
                ask(
                    pact,
                    testWebhook(evidence("testWebhook.request")),
                    SAMPLE,
                    "the documented call"),
                200),
        vendor -> {
          try (ClaireClient claire = client(vendor)) {
            claire
                .webhooks()
                .testWebhook(model(evidence("testWebhook.request"), WebhookTest.class));
          }
        });
  }

  /** The same, as ClaireWebhooks does it: an event in PascalCase. */
  @Test
  void setsOffAWebhook() {
    verify(
        pact ->
            done(
                ask(pact, testWebhook(example("WebhookTest")), WEBHOOKS, "as for a ready offer"),
                200),
        vendor -> {
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
        });
  }

  /** claire.txt L748-767; the sample answer is L755-763. */
  @Test
  void listsTriggers() {
    verify(
        pact ->
            answered(
                ask(pact, listWebhookTriggers(), LOCATIONS, "the documented ones"),
                200,
                listOf(evidence("listWebhookTriggers.response").get(0))),
        vendor -> {
          try (ClaireClient claire = client(vendor)) {
            assertThat(claire.webhooks().listWebhookTriggers())
                .extracting(WebhookTrigger::id)
                .containsExactly(WebhookTriggerID.UNSET);
          }
        });
  }
}
