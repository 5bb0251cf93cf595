package dev.forecourt.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.junit.jupiter.params.provider.Arguments.arguments;

import dev.forecourt.acme.AcmeClient;
import dev.forecourt.fidcar.FidcarClient;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.aggregator.ArgumentsAccessor;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.boot.test.context.assertj.AssertableApplicationContext;
import org.springframework.context.annotation.Bean;

/** Mistakes in properties stop the start, and the name of the property is told. */
class StarterMistakesTest {
  private static final String MISSING = "It is missing. Give it a value.";
  private static final String EMPTY = "It is empty. Give it a value, or remove it.";
  private static final String NO_HEADER =
      " holds a character that a header cannot carry. Expected visible ASCII without spaces.";

  static Stream<Arguments> mistakes() {
    return Stream.of(
        arguments("autengo.api-key=", EMPTY),
        arguments("autengo.api-key=s3 cret", "Autengo API key" + NO_HEADER),
        arguments("autengo.jwt=", EMPTY),
        arguments("autengo.jwt=s3 cret", "Autengo JWT" + NO_HEADER),
        arguments("autengo.jwt-prefix=J T", "Autengo JWT prefix" + NO_HEADER),
        arguments("autengo.session-token=s3 cret", "Autengo session token" + NO_HEADER),
        arguments("autengo.session-token-prefix=B r", "Autengo session token prefix" + NO_HEADER),
        arguments(
            "autengo.language=english",
            "'english' is not one of de, en. A language that is new to the contract goes into a"
                + " VendorClientCustomizer."),
        arguments("autochat.client-id=", EMPTY),
        arguments("autochat.client-id=i d", "Autochat client id" + NO_HEADER),
        arguments("autochat.client-secret=", EMPTY),
        arguments("autochat.client-secret=s3 cret", "Autochat client secret" + NO_HEADER),
        arguments(
            "autochat.token-base-url=localhost:4014",
            "Base URL must start with http:// or https://: localhost:4014. Add the scheme."),
        arguments("claire.api-key=", EMPTY),
        arguments("claire.api-key=s3 cret", "Claire API key" + NO_HEADER),
        arguments("fidcar.api-key=", EMPTY),
        arguments("fidcar.api-key=s3 cret", "FIDCAR API key" + NO_HEADER),
        arguments(
            "fidcar.base-url=http://localhost:4011/?key=1",
            "Base URL must end after host, port and path, without '?' or '#'. Cut off the rest; a"
                + " query parameter for every request is set with query(name, value)."),
        arguments(
            "fidcar.max-response-size=0B",
            "maxResponseSize must be at least 1 byte: 0. The default is 64 MiB."),
        arguments("fidcar.proxy.host=", EMPTY),
        arguments("fidcar.proxy.port=3128", "forecourt.fidcar.proxy.host", MISSING),
        arguments("fidcar.proxy.user=u", "forecourt.fidcar.proxy.host", MISSING),
        arguments("fidcar.proxy.host=proxy", "forecourt.fidcar.proxy.port", MISSING),
        arguments(
            "fidcar.ssl.bundle=nowhere",
            "The application has no SSL bundles. Let SslAutoConfiguration make them, or remove the"
                + " property."),
        arguments(
            "fidcar.connect-timeout=0s",
            "Connect timeout must be at least 1 millisecond: PT0S. For a long wait, name a long"
                + " time."),
        arguments(
            "fidcar.read-timeout=-1s",
            "Read timeout must be at least 1 millisecond: PT-1S. For a long wait, name a long"
                + " time."),
        arguments(
            "fidcar.retries.max-retries=-1",
            "maxRetries must not be negative: -1. Write 0 for no retries."),
        arguments(
            "fidcar.retries.first-delay=0s",
            "firstDelay must be at least 1 millisecond: PT0S. For a long wait, name a long time."),
        arguments(
            "fidcar.retries.max-delay=0s",
            "maxDelay must be at least 1 millisecond: PT0S. For a long wait, name a long time."),
        arguments(
            "fidcar.retries.time-limit=0s",
            "timeLimit must be at least 1 millisecond: PT0S. For a long wait, name a long time."),
        arguments("fidelisa.provider.code=", EMPTY),
        arguments("fidelisa.provider.code=c d", "Fidelisa provider code" + NO_HEADER),
        arguments("fidelisa.provider.key=", EMPTY),
        arguments("fidelisa.provider.key=s3 cret", "Fidelisa provider key" + NO_HEADER),
        arguments("fidelisa.shop.code=", EMPTY),
        arguments("fidelisa.shop.code=c d", "Fidelisa shop code" + NO_HEADER),
        arguments("fidelisa.shop.key=", EMPTY),
        arguments("fidelisa.shop.key=s3 cret", "Fidelisa shop key" + NO_HEADER));
  }

  @ParameterizedTest
  @MethodSource("mistakes")
  void namesThePropertyThatABuilderRefuses(ArgumentsAccessor mistake) {
    String name = mistake.getString(0).substring(0, mistake.getString(0).indexOf('='));
    String property = mistake.size() == 2 ? "forecourt." + name : mistake.getString(1);
    String reason = mistake.getString(mistake.size() - 1);

    VendorCase.of(name.substring(0, name.indexOf('.')))
        .configured()
        .withPropertyValues("forecourt." + mistake.getString(0))
        .run(context -> assertThat(told(context)).isEqualTo(property + ": " + reason));
  }

  @ParameterizedTest
  @ValueSource(strings = {"http://proxy", "proxy:3128", "user@proxy", "proxy/"})
  void refusesAProxyThatIsNoHost(String host) {
    VendorCase.of("fidcar")
        .configured()
        .withPropertyValues("forecourt.fidcar.proxy.host=" + host, "forecourt.fidcar.proxy.port=1")
        .run(
            context ->
                assertThat(told(context))
                    .isEqualTo(
                        "forecourt.fidcar.proxy.host: A proxy's host is a name or an address alone."
                            + " The port and a user have properties of their own."));
  }

  @ParameterizedTest
  @ValueSource(strings = {"proxy", "10.0.0.1", "::1", "[::1]"})
  void takesAProxyByNameAndAddress(String host) {
    VendorCase.of("fidcar")
        .configured()
        .withPropertyValues("forecourt.fidcar.proxy.host=" + host, "forecourt.fidcar.proxy.port=1")
        .run(context -> assertThat(context).hasSingleBean(FidcarClient.class));
  }

  static Stream<Arguments> gaps() {
    return Stream.of(
        arguments("autengo.enabled=true", "autengo.api-key"),
        arguments("autengo.jwt=jwt", "autengo.api-key"),
        arguments("autengo.session.user-alzura-id=7", "autengo.api-key"),
        arguments("autochat.enabled=true", "autochat.client-id"),
        arguments("autochat.client-id=id", "autochat.client-secret"),
        arguments("autochat.client-secret=secret", "autochat.client-id"),
        arguments("claire.enabled=true", "claire.api-key"),
        arguments("fidcar.enabled=true", "fidcar.api-key"),
        arguments("fidelisa.enabled=true", "fidelisa.provider.code"),
        arguments("fidelisa.provider.code=code", "fidelisa.provider.key"),
        arguments("fidelisa.shop.key=key", "fidelisa.provider.code"));
  }

  @ParameterizedTest
  @MethodSource("gaps")
  void namesThePropertyThatIsMissing(String given, String missing) {
    VendorCase.bare()
        .withPropertyValues("forecourt." + given)
        .run(
            context ->
                assertThat(told(context)).isEqualTo("forecourt." + missing + ": " + MISSING));
  }

  @Test
  void namesBothBaseUrlsOfAutochatIfOneIsWrong() {
    VendorCase.of("autochat")
        .configured()
        .withPropertyValues(
            "forecourt.autochat.base-url=http://localhost:4014",
            "forecourt.autochat.token-base-url=localhost:4014")
        .run(
            context ->
                assertThat(told(context))
                    .isEqualTo(
                        "forecourt.autochat.token-base-url or forecourt.autochat.base-url: Base URL"
                            + " must start with http:// or https://: localhost:4014. Add the"
                            + " scheme."));
  }

  @Test
  void refusesStagingBesideABaseUrl() {
    VendorCase.of("autochat")
        .configured()
        .withPropertyValues(
            "forecourt.autochat.base-url=http://localhost:4014", "forecourt.autochat.staging=true")
        .run(
            context ->
                assertThat(told(context))
                    .isEqualTo(
                        "forecourt.autochat.staging: It excludes forecourt.autochat.base-url."
                            + " Remove one of them."));
  }

  @Test
  void refusesASessionBesideASessionToken() {
    VendorCase.of("autengo")
        .configured()
        .withPropertyValues("forecourt.autengo.session.dealer-alzura-id=37")
        .run(
            context ->
                assertThat(told(context))
                    .isEqualTo(
                        "forecourt.autengo.session-token: It excludes forecourt.autengo.session."
                            + " Remove one of them."));
  }

  @Test
  void namesTheDefaultThatIsWrong() {
    VendorCase.of("fidcar")
        .configured()
        .withPropertyValues("forecourt.defaults.read-timeout=0s")
        .run(
            context ->
                assertThat(told(context))
                    .startsWith("forecourt.defaults.read-timeout: Read timeout"));
  }

  @Test
  void doesNotLookAtTheSettingsOfADisabledClient() {
    VendorCase.of("fidcar")
        .configured()
        .withPropertyValues(
            "forecourt.fidcar.enabled=false", "forecourt.fidcar.base-url=localhost:4011")
        .run(context -> assertThat(context).hasNotFailed());
  }

  @Test
  void printsPropertyPlaceAndReasonWithoutTheSecret() {
    start("--forecourt.fidcar.api-key=s3 cret");

    assertThat(KeptAnalysis.printed())
        .isEqualTo(
            """
            A Forecourt client cannot be built:

                Property: forecourt.fidcar.api-key
                Origin: "forecourt.fidcar.api-key" from property source "commandLineArgs"
                Reason: FIDCAR API key holds a character that a header cannot carry. Expected\
             visible ASCII without spaces.

            Action: Change forecourt.fidcar.api-key, or set forecourt.fidcar.enabled to false to\
             do without this client.\
            """);
  }

  @Test
  void doesNotAdviseToDisableTheDefaults() {
    start("--forecourt.fidcar.api-key=key", "--forecourt.defaults.connect-timeout=0s");

    assertThat(KeptAnalysis.printed())
        .contains("Property: forecourt.defaults.connect-timeout")
        .endsWith("Action: Change forecourt.defaults.connect-timeout.");
  }

  @Test
  void printsThePropertyOfAValueThatCannotBeRead() {
    start("--forecourt.fidcar.api-key=key", "--forecourt.fidcar.read-timeout=soon");

    assertThat(KeptAnalysis.printed())
        .startsWith(
            "Failed to bind properties under 'forecourt.fidcar.read-timeout' to"
                + " java.time.Duration:")
        .contains("Property: forecourt.fidcar.read-timeout");
  }

  @Test
  void printsTheSwitchThatCannotBeRead() {
    start("--forecourt.fidcar.enabled=perhaps");

    assertThat(KeptAnalysis.printed())
        .startsWith("Failed to bind properties under 'forecourt.fidcar.enabled' to")
        .contains("Property: forecourt.fidcar.enabled");
  }

  /** One that was generated from a vendor's own file. */
  @Test
  void printsWhichPropertyAnyOtherClientWaitsFor() {
    Throwable thrown = catchThrowable(() -> DealerApplication.start(List.of(), NeedsAcme.class));

    assertThat(thrown).isNotNull();
    assertThat(KeptAnalysis.printed())
        .contains(
            "Reason: no property forecourt.acme.credentials.* is set, nor is forecourt.acme.enabled"
                + " true, as for a vendor without credentials");
  }

  @Test
  void printsWhichPropertyAClientWaitsFor() {
    Throwable thrown = catchThrowable(() -> DealerApplication.start(List.of(), NeedsFidcar.class));

    assertThat(thrown).isNotNull();
    assertThat(KeptAnalysis.printed())
        .isEqualTo(
            """
            Parameter 0 of method title in dev.forecourt.spring.StarterMistakesTest$NeedsFidcar\
             required a bean of type 'dev.forecourt.fidcar.FidcarClient' that could not be found.

                Reason: forecourt.fidcar.api-key is not set

            Action: Set the credentials as properties, or ask for an\
             ObjectProvider<FidcarClient> where the application can do without the client.\
            """);
  }

  @Test
  void leavesOtherMissingBeansToSpring() {
    Throwable thrown = catchThrowable(() -> DealerApplication.start(List.of(), NeedsText.class));

    assertThat(thrown).isNotNull();
    assertThat(KeptAnalysis.printed())
        .contains("required a bean of type 'java.lang.StringBuilder' that could not be found");
  }

  private static void start(String... arguments) {
    assertThatThrownBy(() -> DealerApplication.start(List.of(arguments)).close()).isNotNull();
  }

  /** The message of our exception, wherever Spring has put it. */
  private static String told(AssertableApplicationContext context) {
    Throwable thrown = context.getStartupFailure();
    while (thrown != null && !(thrown instanceof VendorConfigurationException)) {
      thrown = thrown.getCause();
    }
    return thrown == null ? "nothing" : String.valueOf(thrown.getMessage());
  }

  /** A part of an application that cannot do without a client. */
  static class NeedsFidcar {
    @Bean
    String title(FidcarClient fidcar) {
      return fidcar.toString();
    }
  }

  static class NeedsAcme {
    @Bean
    String title(AcmeClient acme) {
      return acme.toString();
    }
  }

  /** A part that cannot do without something else. */
  static class NeedsText {
    @Bean
    String title(StringBuilder text) {
      return text.toString();
    }
  }
}
