package dev.forecourt.claire.webhook;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import dev.forecourt.claire.ClaireWebhooks;
import dev.forecourt.claire.examples.JdkReceiver;
import dev.forecourt.claire.model.WebhookTriggerID;
import java.net.InetSocketAddress;
import java.net.Socket;
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

  @Test
  void answersACallerWhoSendsAllOfALargeBodyFirst() throws Exception {
    URI url = URI.create(url());
    byte[] body = new byte[3 * ClaireWebhooks.MAX_BODY_BYTES];
    String head =
        "POST /hooks/claire/4 HTTP/1.1\r\nHost: dms\r\nX-Shared-Secret: correct horse\r\nContent-Length: %d\r\n\r\n"
            .formatted(body.length);

    String answer;
    try (Socket caller = new Socket(url.getHost(), url.getPort())) {
      caller.getOutputStream().write(head.getBytes(US_ASCII));
      caller.getOutputStream().write(body);
      caller.shutdownOutput();
      answer = new String(caller.getInputStream().readAllBytes(), US_ASCII);
    }

    assertThat(answer)
        .startsWith("HTTP/1.1 413 ")
        .endsWith("Claire's have a few hundred; look who sent it.");
  }
}
