package dev.forecourt.claire;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.claire.model.WebhookEvent;
import dev.forecourt.claire.model.WebhookTriggerID;
import dev.forecourt.claire.webhook.ClaireWebhookReceiver;
import dev.forecourt.claire.webhook.WebhookCall;
import dev.forecourt.runtime.kit.WireServer;
import java.io.ByteArrayInputStream;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The examples of the guide to webhooks: here, and in the programs to copy. */
class WebhookGuideTest {
  private final SharedSecret secret = SharedSecret.of("X-Shared-Secret", "correct horse");

  @Test
  void setsUpAWebhook() {
    try (WireServer server = new WireServer();
        ClaireClient client = ClaireClient.builder().apiKey("k3y").baseUrl(server.url()).build()) {
      server
          .answer("[]")
          .answer("{\"ID\":1501}")
          .answer("")
          .answer("{\"items\":[]}")
          .answer("{\"items\":[]}");

      ClaireWebhooks webhooks = ClaireWebhooks.of(client);
      WebhookTriggerID trigger = WebhookTriggerID.OFFER_READY;
      long id =
          webhooks.register(
              WebhookSubscription.builder()
                  .name("Offers to the CRM")
                  .url("https://crm.example/hooks/claire/" + trigger)
                  .trigger(trigger)
                  .secret(secret)
                  .build());
      webhooks.test(
          id, WebhookEvent.builder().webhookTriggerId(trigger).appointmentId(4711823).build());
      webhooks.errors(id).stream().limit(10).forEach(error -> System.out.println(error.reason()));

      assertThat(server.requests().get(1).body())
          .contains("\"url\":\"https://crm.example/hooks/claire/2\"");
      assertThat(server.requests().get(2).line()).isEqualTo("POST /v1/webhooks/test");
    }
  }

  @Test
  void receivesAnEvent() throws Exception {
    ClaireWebhookReceiver receiver =
        ClaireWebhookReceiver.builder()
            .secret(secret)
            .handler(delivery -> System.out.println(delivery.event()))
            .build();

    ByteArrayInputStream body = new ByteArrayInputStream("{}".getBytes(UTF_8));
    WebhookCall call =
        new WebhookCall("POST", "/7", Map.of("X-Shared-Secret", "correct horse")::get, body);
    assertThat(receiver.receive(call).status()).isEqualTo(200);
  }

  @Test
  void readsAnEvent() {
    String body = "{\"appointment_id\":4711823}";

    ClaireEvent event = ClaireWebhooks.parse(body, WebhookTriggerID.of(7)); // 7 is from the URL

    assertThat(event).isInstanceOf(CommunicationEvent.class);
  }
}
