package dev.forecourt.spring;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.actuate.context.properties.ConfigurationPropertiesReportEndpoint;
import org.springframework.boot.actuate.context.properties.ConfigurationPropertiesReportEndpoint.ConfigurationPropertiesBeanDescriptor;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.actuate.endpoint.Show;
import org.springframework.boot.actuate.env.EnvironmentEndpoint;
import org.springframework.boot.test.context.FilteredClassLoader;

/** Where secrets must not show: in texts of beans and in the actuator. */
class StarterSecretsTest {

  static Stream<VendorCase<?>> vendors() {
    return VendorCase.all();
  }

  @ParameterizedTest
  @MethodSource("vendors")
  void showsNoSecretInTextsOfBeans(VendorCase<?> vendor) {
    vendor
        .configured()
        .run(
            context -> {
              List<String> texts = new ArrayList<>();
              for (String name : context.getBeanNamesForType(Object.class)) {
                texts.add(name + "=" + context.getBean(name));
              }

              assertThat(texts)
                  .anyMatch(text -> text.contains(vendor.properties().getSimpleName()));
              assertThat(texts.toString()).doesNotContain(vendor.secrets());
            });
  }

  @ParameterizedTest
  @MethodSource("vendors")
  void showsNoSecretInTheActuatorThatShowsValues(VendorCase<?> vendor) {
    vendor
        .configured()
        .withPropertyValues("forecourt." + vendor.id() + ".base-url=http://shown.example")
        .run(
            context -> {
              List<SanitizingFunction> functions =
                  context.getBeanProvider(SanitizingFunction.class).orderedStream().toList();
              var configprops = new ConfigurationPropertiesReportEndpoint(functions, Show.ALWAYS);
              configprops.setApplicationContext(context);
              var env = new EnvironmentEndpoint(context.getEnvironment(), functions, Show.ALWAYS);

              String seen =
                  configprops.configurationProperties().getContexts().values().stream()
                          .flatMap(one -> one.getBeans().values().stream())
                          .map(ConfigurationPropertiesBeanDescriptor::getProperties)
                          .toList()
                      + "\n"
                      + env.environment("forecourt.*").getPropertySources().stream()
                          .map(
                              source ->
                                  source.getProperties().values().stream()
                                      .map(v -> v.getValue())
                                      .toList())
                          .toList();

              assertThat(seen.split("\n")).allMatch(part -> part.contains("http://shown.example"));
              assertThat(seen).contains("******").doesNotContain(vendor.secrets());
            });
  }

  @Test
  void hidesASecretUnderItsNameInTheEnvironmentToo() {
    VendorCase.bare()
        .run(
            context -> {
              SanitizingFunction hide = context.getBean(SanitizingFunction.class);

              assertThat(shown(hide, "FORECOURT_FIDELISA_PROVIDER_KEY")).isEqualTo("******");
              assertThat(shown(hide, "forecourt.autochat.clientSecret")).isEqualTo("******");
              assertThat(shown(hide, "forecourt.autochat.token-base-url")).isEqualTo("value");
              assertThat(shown(hide, "forecourt.claire.api-key-in-query")).isEqualTo("value");
              assertThat(shown(hide, "forecourt.fidcar.accounts.paris.api-key"))
                  .isEqualTo("******");
              assertThat(shown(hide, "FORECOURT_FIDCAR_ACCOUNTS_PARIS_APIKEY")).isEqualTo("******");
              assertThat(shown(hide, "forecourt.defaults.proxy.password")).isEqualTo("******");
              assertThat(shown(hide, "forecourt.fidcar.headers.X-Gateway")).isEqualTo("******");
              assertThat(shown(hide, "forecourt.acme.credentials.username")).isEqualTo("******");
              assertThat(shown(hide, "forecourt.fidcar.query.subscription")).isEqualTo("******");
              assertThat(shown(hide, "forecourt.defaults.proxy.user")).isEqualTo("value");
              assertThat(shown(hide, "other.api-key")).isEqualTo("value");
            });
  }

  private static Object shown(SanitizingFunction function, String key) {
    return function
        .apply(new org.springframework.boot.actuate.endpoint.SanitizableData(null, key, "value"))
        .getValue();
  }

  @Test
  void startsWithoutAnActuator() {
    VendorCase.of("fidcar")
        .configured()
        .withClassLoader(new FilteredClassLoader(SanitizingFunction.class))
        .run(
            context ->
                assertThat(context).hasNotFailed().doesNotHaveBean("forecourtSanitizingFunction"));
  }
}
