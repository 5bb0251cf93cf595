package dev.forecourt.claire.webhook;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.forecourt.claire.examples.JdkReceiver;
import dev.forecourt.claire.model.WebhookTriggerID;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.Test;

/** On the JDK's HTTP server. */
class ClaireWebhookHttpHandlerTest extends AbstractReceiverTest {
  private JdkReceiver example;

  @Override
  AutoCloseable start(ClaireWebhookReceiver receiver) throws Exception {
    example = JdkReceiver.start(0, receiver);
    return example;
  }

  @Override
  String url() {
    return example.url();
  }

  @Test
  void takesAContextThatEndsWithASlash() throws Exception {
    List<WebhookDelivery> handled = new CopyOnWriteArrayList<>();
    HttpServer server = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    server.createContext(
        "/",
        new ClaireWebhookHttpHandler(
            ClaireWebhookReceiver.builder().withoutSecret().handler(handled::add).build()));
    server.start();

    int status =
        HttpClient.newHttpClient()
            .send(
                HttpRequest.newBuilder(
                        URI.create("http://127.0.0.1:" + server.getAddress().getPort() + "/7"))
                    .POST(BodyPublishers.ofString("{}"))
                    .build(),
                BodyHandlers.discarding())
            .statusCode();
    server.stop(0);

    assertThat(status).isEqualTo(200);
    assertThat(handled).hasSize(1);
    assertThat(handled.get(0).event().trigger()).isEqualTo(WebhookTriggerID.of(7));
  }
}
