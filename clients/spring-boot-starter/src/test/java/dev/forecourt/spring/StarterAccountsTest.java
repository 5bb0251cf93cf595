package dev.forecourt.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.forecourt.fidcar.FidcarClient;
import dev.forecourt.fidelisa.FidelisaClient;
import dev.forecourt.runtime.VendorClient;
import dev.forecourt.runtime.errors.RequestLimitException;
import dev.forecourt.runtime.kit.WireRequest;
import dev.forecourt.runtime.kit.WireServer;
import dev.forecourt.runtime.limits.RequestLimiter;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.ConfigurableApplicationContext;
import org.springframework.context.annotation.Bean;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** Several accounts of one vendor, each a client of its own. */
class StarterAccountsTest {
  private final WireServer server = new WireServer();

  @AfterEach
  void stop() {
    server.close();
  }

  static Stream<VendorCase<?>> vendors() {
    return VendorCase.all();
  }

  private ApplicationContextRunner fidcar(String... properties) {
    return VendorCase.bare()
        .withPropertyValues("forecourt.fidcar.base-url=" + server.url())
        .withPropertyValues(properties);
  }

  @ParameterizedTest
  @MethodSource("vendors")
  void makesAClientOfAnAccountOfEachVendor(VendorCase<?> vendor) {
    String prefix = "forecourt." + vendor.id() + ".";

    VendorCase.bare()
        .withPropertyValues(
            vendor.credentials().stream()
                .map(line -> line.replace(prefix, prefix + "accounts.paris."))
                .toArray(String[]::new))
        .run(
            context ->
                assertThat(context.getBeanNamesForType(vendor.client()))
                    .containsExactly(vendor.id() + ".paris"));
  }

  @Test
  void givesEachAccountByItsQualifier() {
    server.answer("{}").answer("{}");

    fidcar(
            "forecourt.fidcar.accounts.paris.api-key=paris-key",
            "forecourt.fidcar.accounts.lyon.api-key=lyon-key")
        .withUserConfiguration(Both.class)
        .run(
            context -> {
              Both both = context.getBean(Both.class);
              both.paris.dealerships().getDealership(1);
              both.lyon.dealerships().getDealership(1);

              assertThat(both.all.keySet())
                  .containsExactlyInAnyOrder("fidcar.paris", "fidcar.lyon");
            });

    assertThat(server.requests())
        .extracting(request -> request.header("Authorization"))
        .containsExactly("paris-key", "lyon-key");
  }

  static class Both {
    @Autowired
    @Qualifier("paris")
    private FidcarClient paris;

    @Autowired
    @Qualifier("lyon")
    private FidcarClient lyon;

    @Autowired private Map<String, FidcarClient> all;
  }

  @Test
  void givesAMapOfAllAccounts() {
    VendorCase.bare()
        .withPropertyValues(
            "forecourt.fidelisa.provider.code=FORECOURT",
            "forecourt.fidelisa.provider.key=provider-test-key",
            "forecourt.fidelisa.accounts.paris.shop.code=P",
            "forecourt.fidelisa.accounts.paris.shop.key=p",
            "forecourt.fidelisa.accounts.lyon.shop.code=L",
            "forecourt.fidelisa.accounts.lyon.shop.key=l")
        .withUserConfiguration(Sales.class)
        .run(
            context -> {
              DailySales sales = context.getBean(DailySales.class);
              assertThat(sales.paris()).isSameAs(context.getBean("fidelisa.paris"));
              assertThat(sales.all())
                  .containsOnlyKeys("fidelisa.paris", "fidelisa.lyon", "fidelisaClient");
            });
  }

  /** The example of the guide to Spring Boot. */
  static class Sales {
    @Bean
    DailySales dailySales(
        @Qualifier("paris") FidelisaClient paris, Map<String, FidelisaClient> all) {
      return new DailySales(paris, all);
    }
  }

  record DailySales(FidelisaClient paris, Map<String, FidelisaClient> all) {}

  @Test
  void givesTheVendorsOwnClientWithoutAQualifier() {
    server.answer("{}");

    fidcar("forecourt.fidcar.api-key=own-key", "forecourt.fidcar.accounts.paris.api-key=paris-key")
        .run(context -> context.getBean(FidcarClient.class).dealerships().getDealership(1));

    assertThat(server.request().header("Authorization")).isEqualTo("own-key");
  }

  @Test
  void givesTheOnlyAccountWithoutAQualifier() {
    server.answer("{}");

    fidcar("forecourt.fidcar.accounts.paris.api-key=paris-key")
        .run(context -> context.getBean(FidcarClient.class).dealerships().getDealership(1));

    assertThat(server.request().header("Authorization")).isEqualTo("paris-key");
  }

  @Test
  void takesFromTheVendorWhatTheAccountDoesNotSet() {
    server.answer("{}");

    VendorCase.bare()
        .withPropertyValues(
            "forecourt.fidelisa.base-url=" + server.url(),
            "forecourt.fidelisa.provider.code=FORECOURT",
            "forecourt.fidelisa.provider.key=k3y",
            "forecourt.fidelisa.headers.X-From=vendor",
            "forecourt.fidelisa.headers.X-Both=vendor",
            "forecourt.defaults.headers.x-both=all",
            "forecourt.fidelisa.accounts.lyon.headers.X-Both=account",
            "forecourt.fidelisa.accounts.lyon.shop.code=619E8B",
            "forecourt.fidelisa.accounts.lyon.shop.key=sh0p-key")
        .run(
            context ->
                context
                    .getBean("fidelisa.lyon", FidelisaClient.class)
                    .customers()
                    .getCustomer("FD39A1AA"));

    WireRequest sent = server.request();
    assertThat(sent.header("FIDELISA_PROVIDER")).isEqualTo("FORECOURT");
    assertThat(sent.header("FIDELISA_APIUSER")).isEqualTo("619E8B");
    assertThat(sent.header("X-From")).isEqualTo("vendor");
    assertThat(sent.header("X-Both")).isEqualTo("account");
  }

  @Test
  void takesAccountsFromTheEnvironment() {
    VendorCase.bare()
        .withInitializer(
            context ->
                context
                    .getEnvironment()
                    .getPropertySources()
                    .addFirst(
                        new SystemEnvironmentPropertySource(
                            "test-systemEnvironment",
                            Map.of("FORECOURT_FIDCAR_ACCOUNTS_PARIS_APIKEY", "key"))))
        .run(context -> assertThat(context).hasBean("fidcar.paris"));
  }

  @Test
  void leavesOutADisabledAccount() {
    fidcar(
            "forecourt.fidcar.accounts.paris.api-key=key",
            "forecourt.fidcar.accounts.lyon.api-key=key",
            "forecourt.fidcar.accounts.lyon.enabled=false")
        .run(
            context ->
                assertThat(context.getBeanNamesForType(VendorClient.class))
                    .containsExactly("fidcar.paris"));
  }

  @Test
  void makesNoAccountOfADisabledVendor() {
    fidcar("forecourt.fidcar.enabled=false", "forecourt.fidcar.accounts.paris.api-key=key")
        .run(context -> assertThat(context).doesNotHaveBean(VendorClient.class));
  }

  @Test
  void refusesAnAccountWithoutACredentialOfItsOwn() {
    fidcar("forecourt.fidcar.api-key=key", "forecourt.fidcar.accounts.paris.read-timeout=5s")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessage(
                        "forecourt.fidcar.accounts.paris: It has no credential of its own, and"
                            + " would be the account of forecourt.fidcar once more. Give it one."));
  }

  @Test
  void refusesAnAccountWithoutAnyKnownProperty() {
    fidcar("forecourt.fidcar.accounts.paris.api-ky=key")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .rootCause()
                    .hasMessage(
                        "forecourt.fidcar.accounts.paris: None of its properties is known. Look for"
                            + " a typing mistake."));
  }

  @Test
  void namesThePropertyOfAnAccountThatIsWrong() {
    assertThatThrownBy(
            () ->
                DealerApplication.start(
                    List.of("--forecourt.fidcar.accounts.paris.api-key=s3 cret")))
        .isNotNull();

    assertThat(KeptAnalysis.printed())
        .contains("Property: forecourt.fidcar.accounts.paris.api-key")
        .endsWith(
            "Action: Change forecourt.fidcar.accounts.paris.api-key, or set"
                + " forecourt.fidcar.accounts.paris.enabled to false to do without this client.")
        .doesNotContain("s3 cret");
  }

  @Test
  void namesTheAccountsWhereAnotherIsAskedFor() {
    assertThatThrownBy(
            () ->
                DealerApplication.start(
                    List.of("--forecourt.fidcar.accounts.paris.api-key=key"), NeedsNice.class))
        .isNotNull();

    assertThat(KeptAnalysis.printed())
        .contains(
            "Reason: the accounts in forecourt.fidcar.accounts are paris, and no other is qualified"
                + " as this one wants it");
  }

  static class NeedsNice {
    @Bean
    String nice(@Qualifier("nice") FidcarClient client) {
      return client.toString();
    }
  }

  @Test
  void limitsTheAccountThatTheLimiterIsQualifiedFor() {
    server.answer("{}");

    fidcar(
            "forecourt.fidcar.accounts.paris.api-key=key",
            "forecourt.fidcar.accounts.lyon.api-key=key",
            "forecourt.fidcar.retries.time-limit=1s")
        .withUserConfiguration(ParisLimit.class)
        .run(
            context -> {
              FidcarClient paris = context.getBean("fidcar.paris", FidcarClient.class);
              assertThatThrownBy(() -> paris.dealerships().getDealership(1))
                  .isInstanceOf(RequestLimitException.class);
              context.getBean("fidcar.lyon", FidcarClient.class).dealerships().getDealership(1);
            });

    assertThat(server.requests()).hasSize(1);
  }

  static class ParisLimit {
    @Bean
    @Qualifier("fidcar.paris")
    RequestLimiter never() {
      return () -> Duration.ofHours(1);
    }
  }

  @Test
  void closesTheAccountsWithTheApplication() {
    ConfigurableApplicationContext application =
        DealerApplication.start(List.of("--forecourt.fidcar.accounts.paris.api-key=key"));
    FidcarClient paris = application.getBean("fidcar.paris", FidcarClient.class);

    application.close();

    assertThatThrownBy(() -> paris.dealerships().getDealership(1))
        .hasMessageEndingWith(": the client is closed. Build a new one.");
  }
}
