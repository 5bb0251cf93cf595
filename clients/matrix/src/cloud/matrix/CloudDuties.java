package matrix;

import dev.forecourt.fidcar.FidcarClient;
import dev.forecourt.fidcar.model.Dealership;
import org.springframework.boot.SpringApplication;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.cloud.openfeign.EnableFeignClients;
import org.springframework.cloud.openfeign.FeignClient;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestHeader;

/** An application that uses Feign itself, by Spring Cloud, beside a client. */
final class CloudDuties implements Duties {

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  @EnableFeignClients(clients = Declared.class)
  static class Cloud {}

  /** The application's own way to the same host, in Spring's annotations. */
  @FeignClient(name = "declared", url = "${declared.url}")
  interface Declared {
    @GetMapping("/api/local/{id}")
    Dealership get(@PathVariable("id") long id, @RequestHeader("Authorization") String key);
  }

  @Override
  public void run(Report report) {
    try (ConfigurableApplicationContext context =
        SpringApplication.run(
            Cloud.class,
            "--server.port=0",
            "--server.address=127.0.0.1",
            "--logging.level.root=warn",
            "--spring.main.banner-mode=off",
            "--declared.url=" + Stub.FIDCAR,
            "--forecourt.fidcar.api-key=" + Stub.KEY,
            "--forecourt.fidcar.base-url=" + Stub.FIDCAR)) {
      report.duty("Spring Cloud's Feign client gives the same model", () -> same(context));
    }
  }

  private static void same(ConfigurableApplicationContext context) {
    Dealership declared = context.getBean(Declared.class).get(Stub.DEALERSHIP, Stub.KEY);
    Dealership ours =
        context.getBean(FidcarClient.class).dealerships().getDealership(Stub.DEALERSHIP);

    Report.same(ours, declared);
  }
}
