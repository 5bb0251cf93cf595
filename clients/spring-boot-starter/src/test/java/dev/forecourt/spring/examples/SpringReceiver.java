package dev.forecourt.spring.examples;

import dev.forecourt.claire.SharedSecret;
import dev.forecourt.claire.webhook.ClaireWebhookReceiver;
import dev.forecourt.claire.webhook.ClaireWebhookServlet;
import dev.forecourt.claire.webhook.WebhookHandler;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.SpringBootApplication;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;

/**
 * Takes Claire's calls in an application of Spring MVC and prints them;
 * specs/docs/guide/webhooks-try.md shows how to run it.
 */
@SpringBootApplication
public class SpringReceiver {

  /** Environment: CLAIRE_WEBHOOK_SECRET; {@code --server.port=8085} names the port. */
  public static void main(String[] arguments) {
    SpringApplication.run(SpringReceiver.class, arguments);
  }

  @Bean
  WebhookHandler claireEvents() {
    return delivery -> System.out.println(delivery.event());
  }

  @Bean
  ServletRegistrationBean<ClaireWebhookServlet> claireWebhook(
      @Value("${claire.webhook.secret}") String secret, WebhookHandler events) {
    ClaireWebhookReceiver receiver =
        ClaireWebhookReceiver.builder()
            .secret(SharedSecret.of("X-Shared-Secret", secret))
            .handler(events)
            .build();
    return new ServletRegistrationBean<>(new ClaireWebhookServlet(receiver), "/hooks/claire/*");
  }
}
