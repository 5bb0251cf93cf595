package matrix;

import dev.forecourt.fidcar.FidcarClient;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Timer;
import matrix.boot.Application;
import org.springframework.boot.SpringApplication;
import org.springframework.context.ConfigurableApplicationContext;

/** A Spring Boot application with the starter: its controller gives and takes models. */
final class BootDuties implements Duties {

  @Override
  public void run(Report report) {
    try (ConfigurableApplicationContext context =
        SpringApplication.run(
            Application.class,
            "--server.port=0",
            "--server.address=127.0.0.1",
            "--logging.level.root=warn",
            "--spring.main.banner-mode=off",
            "--forecourt.fidcar.api-key=" + Stub.KEY,
            "--forecourt.fidcar.base-url=" + Stub.FIDCAR)) {
      String url =
          "http://127.0.0.1:" + context.getEnvironment().getProperty("local.server.port");
      report.duty("a controller gives a model", () -> gives(url));
      report.duty("a controller takes a model", () -> takes(url));
      report.duty("a controller takes and gives a model", () -> hands(url));
      report.duty("meters count the requests", () -> counts(context));
    }
  }

  private static void gives(String url) throws Exception {
    OddDealership.assertSame(Stub.dealership(), Stub.get(url + "/dealerships/" + Stub.DEALERSHIP));
  }

  private static void takes(String url) throws Exception {
    String answer = Stub.post(url + "/titles", OddDealership.JSON);

    if (!answer.startsWith("Garage du Nord 9.40 [") || !answer.contains("new_member")) {
      throw new AssertionError(answer);
    }
  }

  private static void hands(String url) throws Exception {
    OddDealership.assertSame(OddDealership.JSON, Stub.post(url + "/dealerships", OddDealership.JSON));
  }

  private static void counts(ConfigurableApplicationContext context) {
    context.getBean(FidcarClient.class).dealerships().getDealership(Stub.DEALERSHIP);

    Timer timer =
        context.getBean(MeterRegistry.class).get("http.client.request.duration").timers().stream()
            .filter(one -> one.count() > 0)
            .findAny()
            .orElseThrow();

    Report.same(true, timer.getId().getTags().toString().contains("getDealership"));
  }
}
