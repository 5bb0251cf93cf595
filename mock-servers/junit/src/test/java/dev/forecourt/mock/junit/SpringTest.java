package dev.forecourt.mock.junit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.autochat.AutochatClient;
import dev.forecourt.claire.ClaireClient;
import dev.forecourt.fidcar.FidcarClient;
import dev.forecourt.fidelisa.FidelisaClient;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.EnableAutoConfiguration;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.context.ApplicationContext;
import org.springframework.context.annotation.Configuration;
import org.springframework.test.context.TestContextManager;

/** An application that Spring makes for a test finds the stubs by its properties. */
class SpringTest {

  @AfterEach
  void end() {
    MocksOfClasses.of(WithMocks.class).close();
  }

  @Test
  void hasClientsThatCallTheStubs() {
    ApplicationContext application =
        new TestContextManager(WithMocks.class).getTestContext().getApplicationContext();

    assertThat(application.getEnvironment().getProperty("forecourt.fidcar.base-url"))
        .isEqualTo(MocksOfClasses.of(WithMocks.class).server("fidcar").baseUri().toString());
    assertThat(application.getBean(FidcarClient.class).dealerships().getDealership(1325).title())
        .isNotBlank();
    assertThat(application.getBean(FidelisaClient.class).shops().listShops().shops()).isNotEmpty();
    assertThat(application.getBean(AutochatClient.class).options().listOptions()).isNotEmpty();
    assertThat(application.getBean(ClaireClient.class).locations().listLocations()).isNotEmpty();
  }

  /** Where the starter looks for those of a client that was generated from a vendor's own file. */
  @Test
  void hasCredentialsByTheirNamesToo() {
    ApplicationContext application =
        new TestContextManager(WithFidcar.class).getTestContext().getApplicationContext();
    MocksOfClasses.of(WithFidcar.class).close();

    assertThat(application.getEnvironment().getProperty("forecourt.fidcar.credentials.api-key"))
        .isEqualTo("fidcar-test-key");
    assertThat(application.getEnvironment().containsProperty("forecourt.fidcar.enabled")).isFalse();
  }

  @Test
  void leavesTestsWithoutMocksAlone() {
    ApplicationContext application =
        new TestContextManager(WithoutMocks.class).getTestContext().getApplicationContext();

    assertThat(application.getEnvironment().getProperty("forecourt.fidcar.base-url")).isNull();
  }

  @ForecourtMocks
  @SpringBootTest(classes = Application.class)
  static class WithMocks {}

  @ForecourtMocks("fidcar")
  @SpringBootTest(classes = Application.class)
  static class WithFidcar {}

  @SpringBootTest(classes = Application.class)
  static class WithoutMocks {}

  @Configuration(proxyBeanMethods = false)
  @EnableAutoConfiguration
  static class Application {}
}
