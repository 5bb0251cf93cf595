package dev.forecourt.spring;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.fidcar.FidcarClient;
import dev.forecourt.runtime.VendorClient;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import java.util.stream.StreamSupport;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.context.annotation.ImportCandidates;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.core.env.SystemEnvironmentPropertySource;

/** When there is a client bean, and when not. */
class StarterBeansTest {

  static Stream<VendorCase<?>> vendors() {
    return VendorCase.all();
  }

  @ParameterizedTest
  @MethodSource("vendors")
  void makesAClientOfTheVendorWithCredentialsAndOfNoOther(VendorCase<?> vendor) {
    vendor
        .configured()
        .run(
            context -> {
              assertThat(context).hasSingleBean(VendorClient.class);
              assertThat(context).hasSingleBean(vendor.client());
            });
  }

  @Test
  void makesNoClientWithoutCredentials() {
    VendorCase.bare()
        .withPropertyValues("forecourt.fidcar.base-url=http://localhost:4011")
        .run(context -> assertThat(context).doesNotHaveBean(VendorClient.class));
  }

  @ParameterizedTest
  @MethodSource("vendors")
  void makesNoClientIfItIsDisabled(VendorCase<?> vendor) {
    vendor
        .configured()
        .withPropertyValues("forecourt." + vendor.id() + ".enabled=false")
        .run(context -> assertThat(context).doesNotHaveBean(VendorClient.class));
  }

  @ParameterizedTest
  @MethodSource("vendors")
  void startsWithoutTheJarOfTheClient(VendorCase<?> vendor) {
    vendor
        .configured()
        .withClassLoader(new FilteredClassLoader("dev.forecourt." + vendor.id() + "."))
        .run(context -> assertThat(context).doesNotHaveBean(VendorClient.class));
  }

  @ParameterizedTest
  @MethodSource("vendors")
  void leavesItToTheApplicationsOwnClient(VendorCase<?> vendor) {
    vendor
        .configuredBesideOwn()
        .run(
            context ->
                assertThat(context.getBeanNamesForType(VendorClient.class)).containsExactly("own"));
  }

  @Test
  void takesKeysFromTheEnvironmentInBothSpellings() {
    for (String variable : List.of("FORECOURT_FIDCAR_APIKEY", "FORECOURT_FIDCAR_API_KEY")) {
      VendorCase.bare()
          .withInitializer(
              context ->
                  context
                      .getEnvironment()
                      .getPropertySources()
                      .addFirst(
                          new SystemEnvironmentPropertySource(
                              "test-systemEnvironment", Map.of(variable, "key"))))
          .run(context -> assertThat(context).as(variable).hasSingleBean(FidcarClient.class));
    }
  }

  /** Others get their beans from {@link OtherClientsAutoConfiguration}. */
  @Test
  void knowsEveryVendorThatHasAClassHere() {
    List<String> listed =
        StreamSupport.stream(
                ImportCandidates.load(AutoConfiguration.class, null).spliterator(), false)
            .filter(name -> name.startsWith("dev.forecourt.spring."))
            .toList();

    assertThat(listed)
        .containsExactlyInAnyOrderElementsOf(
            Stream.concat(
                    Stream.of(
                        ForecourtAutoConfiguration.class, OtherClientsAutoConfiguration.class),
                    VendorCase.all().map(VendorCase::configuration))
                .map(Class::getName)
                .toList());
  }
}
