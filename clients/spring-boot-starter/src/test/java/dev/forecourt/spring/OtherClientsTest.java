package dev.forecourt.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.acme.AcmeClient;
import dev.forecourt.runtime.VendorClient;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** A client on the class path becomes a bean, although nobody wrote a class for it here. */
class OtherClientsTest {

  private final ApplicationContextRunner bare =
      VendorCase.bare()
          .withConfiguration(AutoConfigurations.of(OtherClientsAutoConfiguration.class));

  @Test
  void makesABeanOfAClientWithCredentials() {
    bare.withPropertyValues("forecourt.acme.credentials.api-key=s3cret")
        .run(
            context -> {
              assertThat(context).hasSingleBean(VendorClient.class);
              assertThat(context.getBean("acmeClient", AcmeClient.class).key()).isEqualTo("s3cret");
            });
  }

  @Test
  void takesCredentialsFromTheEnvironment() {
    bare.withInitializer(
            context ->
                context
                    .getEnvironment()
                    .getPropertySources()
                    .addFirst(
                        new SystemEnvironmentPropertySource(
                            "test-systemEnvironment",
                            Map.of("FORECOURT_ACME_CREDENTIALS_API_KEY", "s3cret"))))
        .run(context -> assertThat(context.getBean(AcmeClient.class).key()).isEqualTo("s3cret"));
  }

  @Test
  void makesNoneWithoutCredentials() {
    bare.withPropertyValues("forecourt.acme.base-url=http://localhost:4016")
        .run(context -> assertThat(context).doesNotHaveBean(VendorClient.class));
  }

  @Test
  void makesNoneIfItIsDisabled() {
    bare.withPropertyValues(
            "forecourt.acme.credentials.api-key=s3cret", "forecourt.acme.enabled=false")
        .run(context -> assertThat(context).doesNotHaveBean(VendorClient.class));
  }

  @Test
  void makesOneForEachAccount() {
    bare.withPropertyValues(
            "forecourt.acme.accounts.paris.credentials.api-key=one",
            "forecourt.acme.accounts.lyon.credentials.api-key=two")
        .run(
            context -> {
              assertThat(context.getBeanNamesForType(AcmeClient.class))
                  .containsExactlyInAnyOrder("acme.paris", "acme.lyon");
              assertThat(context.getBean("acme.lyon", AcmeClient.class).key()).isEqualTo("two");
            });
  }

  @Test
  void leavesItToTheApplicationsOwnClient() {
    bare.withPropertyValues("forecourt.acme.credentials.api-key=s3cret")
        .withBean(
            "own",
            AcmeClient.class,
            () -> AcmeClient.builder().fromEnv(Map.of("ACME_API_KEY", "own")).build())
        .run(
            context ->
                assertThat(context.getBeanNamesForType(AcmeClient.class)).containsExactly("own"));
  }

  @Test
  void namesThePropertyThatIsMissing() {
    bare.withPropertyValues("forecourt.acme.enabled=true")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .hasStackTraceContaining(
                        "forecourt.acme: Property forecourt.acme.credentials.api-key is not set or empty"));
  }

  @Test
  void setsWhatEveryClientHas() {
    bare.withPropertyValues(
            "forecourt.acme.credentials.api-key=s3cret", "forecourt.acme.base-url=localhost:4016")
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .hasStackTraceContaining("forecourt.acme.base-url: "));
  }

  @Test
  void makesNoSecondBeanOfAClientThatHasItsOwnClass() {
    bare.withPropertyValues("forecourt.fidcar.api-key=s3cret")
        .run(
            context ->
                assertThat(context.getBeanNamesForType(VendorClient.class))
                    .containsExactly("fidcarClient"));
  }
}
