package demo;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.runtime.kit.WireServer;
import org.junit.jupiter.api.Test;
import org.springframework.boot.WebApplicationType;
import org.springframework.boot.builder.SpringApplicationBuilder;
import org.springframework.context.ConfigurableApplicationContext;

/** The application of the guide to Spring Boot. */
class DemoTest {

  @Test
  void listsReviewsWhenItStarts() {
    try (WireServer server = new WireServer()) {
      server.answer(
          "{\"page\":1,\"limit\":10,\"total\":1,\"data\":[{\"grade\":10,\"comment\":\"-\"}]}");

      ConfigurableApplicationContext application =
          new SpringApplicationBuilder(Demo.class)
              .web(WebApplicationType.NONE)
              .logStartupInfo(false)
              .registerShutdownHook(false)
              .run(
                  "--spring.main.banner-mode=off",
                  "--forecourt.fidcar.api-key=k3y",
                  "--forecourt.fidcar.base-url=" + server.url());

      assertThat(server.request().line()).isEqualTo("GET /api/review");
      application.close();
    }
  }
}
