package dev.forecourt.spring.examples;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.claire.AppointmentEvent;
import dev.forecourt.claire.webhook.WebhookDelivery;
import dev.forecourt.claire.webhook.WebhookHandler;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Primary;

/** The example on the Tomcat of Spring Boot, beside Spring MVC. */
class SpringReceiverTest {
  private static final List<WebhookDelivery> HANDLED = new CopyOnWriteArrayList<>();

  private ConfigurableApplicationContext application;

  /** In place of the handler that prints. */
  static class Noting {
    @Bean
    @Primary
    WebhookHandler noting() {
      return HANDLED::add;
    }
  }

  @BeforeEach
  void start() {
    HANDLED.clear();
    application =
        new SpringApplicationBuilder(SpringReceiver.class, Noting.class)
            .logStartupInfo(false)
            .registerShutdownHook(false)
            .run(
                "--server.address=127.0.0.1",
                "--server.port=0",
                "--spring.main.banner-mode=off",
                "--claire.webhook.secret=correct horse");
  }

  @AfterEach
  void stop() {
    application.close();
  }

  private HttpResponse<String> post(String path, String secret) throws Exception {
    String port = application.getEnvironment().getProperty("local.server.port");
    return HttpClient.newHttpClient()
        .send(
            HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + path))
                .header("X-Shared-Secret", secret)
                .header("Content-Type", "application/json")
                .POST(BodyPublishers.ofString("{\"appointment_id\":4711823}"))
                .build(),
            BodyHandlers.ofString());
  }

  @Test
  void handsOnAnEventToTheHandler() throws Exception {
    HttpResponse<String> answer = post("/hooks/claire/4", "correct horse");

    assertThat(answer.statusCode()).isEqualTo(200);
    assertThat(HANDLED)
        .singleElement()
        .satisfies(it -> assertThat(it.event()).isInstanceOf(AppointmentEvent.class));
  }

  @Test
  void refusesAWrongSecret() throws Exception {
    HttpResponse<String> answer = post("/hooks/claire/4", "wrong horse");

    assertThat(answer.statusCode()).isEqualTo(401);
    assertThat(answer.body()).isEqualTo("The header X-Shared-Secret is missing or wrong.");
    assertThat(HANDLED).isEmpty();
  }

  @Test
  void doesNotTakeOtherPathsFromTheApplication() throws Exception {
    assertThat(post("/hooks/other", "correct horse").statusCode()).isEqualTo(404);
    assertThat(HANDLED).isEmpty();
  }
}
