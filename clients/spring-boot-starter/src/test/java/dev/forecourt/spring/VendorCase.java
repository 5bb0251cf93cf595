package dev.forecourt.spring;

import dev.forecourt.autengo.AutengoClient;
import dev.forecourt.autochat.AutochatClient;
import dev.forecourt.claire.ClaireClient;
import dev.forecourt.fidcar.FidcarClient;
import dev.forecourt.fidelisa.FidelisaClient;
import dev.forecourt.runtime.VendorClient;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.springframework.boot.autoconfigure.AutoConfigurations;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;

/**
 * A vendor, for the facts that hold for all of them.
 *
 * @param <C> its client
 * @param id its id
 * @param client its client
 * @param configuration what makes the bean
 * @param properties what holds its properties
 * @param own a client that an application builds itself
 * @param credentials all that it has as properties, the first of them a secret
 */
record VendorCase<C extends VendorClient>(
    String id,
    Class<C> client,
    Class<?> configuration,
    Class<?> properties,
    Supplier<C> own,
    List<String> credentials) {

  static Stream<VendorCase<?>> all() {
    return Stream.of(
        new VendorCase<>(
            "autengo",
            AutengoClient.class,
            AutengoAutoConfiguration.class,
            AutengoProperties.class,
            () -> AutengoClient.builder().apiKey("own").build(),
            List.of(
                "forecourt.autengo.api-key=key-s3cret",
                "forecourt.autengo.jwt=jwt-s3cret",
                "forecourt.autengo.session-token=session-s3cret")),
        new VendorCase<>(
            "autochat",
            AutochatClient.class,
            AutochatAutoConfiguration.class,
            AutochatProperties.class,
            () -> AutochatClient.builder().token(() -> "own").build(),
            List.of(
                "forecourt.autochat.client-secret=client-s3cret",
                "forecourt.autochat.client-id=id")),
        new VendorCase<>(
            "claire",
            ClaireClient.class,
            ClaireAutoConfiguration.class,
            ClaireProperties.class,
            () -> ClaireClient.builder().apiKey("own").build(),
            List.of("forecourt.claire.api-key=key-s3cret")),
        new VendorCase<>(
            "fidcar",
            FidcarClient.class,
            FidcarAutoConfiguration.class,
            FidcarProperties.class,
            () -> FidcarClient.builder().apiKey("own").build(),
            List.of("forecourt.fidcar.api-key=key-s3cret")),
        new VendorCase<>(
            "fidelisa",
            FidelisaClient.class,
            FidelisaAutoConfiguration.class,
            FidelisaProperties.class,
            () -> FidelisaClient.builder().provider("own", "own").build(),
            List.of(
                "forecourt.fidelisa.provider.key=provider-s3cret",
                "forecourt.fidelisa.provider.code=code",
                "forecourt.fidelisa.shop.key=shop-s3cret",
                "forecourt.fidelisa.shop.code=shop")));
  }

  static VendorCase<?> of(String id) {
    return all().filter(vendor -> vendor.id().equals(id)).findFirst().orElseThrow();
  }

  /** The values of the credentials that must never show. */
  List<String> secrets() {
    return credentials.stream()
        .map(line -> line.substring(line.indexOf('=') + 1))
        .filter(value -> value.contains("s3cret"))
        .toList();
  }

  /** An application with the starter and nothing set. */
  static ApplicationContextRunner bare() {
    return new ApplicationContextRunner()
        .withConfiguration(
            AutoConfigurations.of(
                Stream.concat(
                        Stream.of(ForecourtAutoConfiguration.class),
                        all().map(VendorCase::configuration))
                    .toArray(Class<?>[]::new)));
  }

  /** The same with this vendor's credentials. */
  ApplicationContextRunner configured() {
    return bare().withPropertyValues(credentials.toArray(String[]::new));
  }

  /** The same with a client of the application's own besides, a bean called {@code own}. */
  ApplicationContextRunner configuredBesideOwn() {
    return configured().withBean("own", client, own);
  }

  @Override
  public String toString() {
    return id;
  }
}
