package consumer;

import dev.forecourt.claire.ClaireClient;
import dev.forecourt.claire.webhook.ClaireWebhookReceiver;
import dev.forecourt.claire.webhook.WebhookCall;
import java.io.ByteArrayInputStream;
import java.nio.file.Path;

/**
 * One call; fails unless it gives what {@code specs/claire/evidence/listLocations.response.json} says. And one webhook,
 * without the servlet API, which is optional.
 */
public final class Call {
  private Call() {}

  public static void main(String[] specs) throws Exception {
    Path answer = Path.of(specs[0], "claire/evidence/listLocations.response.json");
    try (AnswerServer server = new AnswerServer(answer);
        ClaireClient client =
            ClaireClient.builder().apiKey("key").baseUrl(server.url()).build()) {
      String got = "location " + client.locations().listLocations().get(0).id();

      System.out.println(" -> " + got + ", " + ClaireClient.class.getModule());
      if (!"location 0".equals(got)) {
        throw new AssertionError("expected: location 0");
      }
    }
    receive();
  }

  private static void receive() throws Exception {
    ClaireWebhookReceiver receiver =
        ClaireWebhookReceiver.builder()
            .withoutSecret()
            .handler(delivery -> System.out.println(" <- " + delivery.event()))
            .build();
    ByteArrayInputStream body = new ByteArrayInputStream("{\"appointment_id\":4711823}".getBytes());
    int status = receiver.receive(new WebhookCall("POST", "/4", name -> null, body)).status();
    if (status != 200) {
      throw new AssertionError("expected: 200, got: " + status);
    }
  }
}
