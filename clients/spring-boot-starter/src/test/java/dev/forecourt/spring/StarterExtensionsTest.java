package dev.forecourt.spring;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.forecourt.autengo.AutengoClient;
import dev.forecourt.autochat.AutochatClient;
import dev.forecourt.claire.ClaireClient;
import dev.forecourt.fidcar.FidcarClient;
import dev.forecourt.runtime.VendorClientBuilder;
import dev.forecourt.runtime.call.RetryPolicy;
import dev.forecourt.runtime.credentials.AccessToken;
import dev.forecourt.runtime.credentials.TokenStore;
import dev.forecourt.runtime.errors.RequestLimitException;
import dev.forecourt.runtime.kit.WireAnswer;
import dev.forecourt.runtime.kit.WireServer;
import dev.forecourt.runtime.limits.RequestLimiter;
import dev.forecourt.runtime.observe.MicrometerRequestListener;
import dev.forecourt.runtime.observe.RequestObservationContext;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.observation.DefaultMeterObservationHandler;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.micrometer.observation.Observation;
import io.micrometer.observation.ObservationHandler;
import io.micrometer.observation.ObservationRegistry;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.NoUniqueBeanDefinitionException;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.boot.test.context.FilteredClassLoader;
import org.springframework.boot.test.context.runner.ApplicationContextRunner;
import org.springframework.context.annotation.Bean;
import org.springframework.core.annotation.Order;

/** What the application's own beans change on the clients. */
class StarterExtensionsTest {
  private final WireServer server = new WireServer();

  @AfterEach
  void stop() {
    server.close();
  }

  private ApplicationContextRunner fidcarAndClaire() {
    return VendorCase.bare()
        .withPropertyValues(
            "forecourt.fidcar.api-key=key",
            "forecourt.fidcar.base-url=" + server.url(),
            "forecourt.claire.api-key=key",
            "forecourt.claire.base-url=" + server.url());
  }

  @Test
  void timesRequestsInTheRegistryOfTheApplication() {
    server.answer("{}");

    fidcarAndClaire()
        .withBean(MeterRegistry.class, SimpleMeterRegistry::new)
        .run(
            context -> {
              context.getBean(FidcarClient.class).dealerships().getDealership(1);

              assertThat(
                      context
                          .getBean(MeterRegistry.class)
                          .get("http.client.request.duration")
                          .tag("forecourt.operation", "getDealership")
                          .timer()
                          .count())
                  .isEqualTo(1);
            });
  }

  @Test
  void tracesRequestsInTheObservationRegistryAndTimesThemOnce() {
    server.answer("{}");
    MeterRegistry meters = new SimpleMeterRegistry();
    ObservationRegistry observations = ObservationRegistry.create();
    List<String> spans = new ArrayList<>();
    observations
        .observationConfig()
        .observationHandler(new DefaultMeterObservationHandler(meters))
        .observationHandler(
            new ObservationHandler<RequestObservationContext>() {
              @Override
              public void onStop(RequestObservationContext context) {
                spans.add(context.getContextualName());
              }

              @Override
              public boolean supportsContext(Observation.Context context) {
                return context instanceof RequestObservationContext;
              }
            });

    fidcarAndClaire()
        .withBean(MeterRegistry.class, () -> meters)
        .withBean(ObservationRegistry.class, () -> observations)
        .run(
            context -> {
              context.getBean(FidcarClient.class).dealerships().getDealership(1);

              assertThat(spans).containsExactly("GET /api/local/{localId}");
              assertThat(meters.get("http.client.request.duration").timers())
                  .singleElement()
                  .satisfies(timer -> assertThat(timer.count()).isEqualTo(1));
              assertThat(meters.get("http.client.response.body.size").summary().count())
                  .isEqualTo(1);
            });
  }

  @Test
  void startsWithoutMicrometer() {
    fidcarAndClaire()
        .withClassLoader(new FilteredClassLoader("io.micrometer"))
        .run(context -> assertThat(context).hasNotFailed().hasSingleBean(FidcarClient.class));
  }

  @Test
  void needsNoRegistry() {
    fidcarAndClaire()
        .run(context -> assertThat(context).doesNotHaveBean(MicrometerRequestListener.class));
  }

  @Test
  void limitsTheVendorThatTheLimiterIsQualifiedFor() {
    server.answer("[]");

    fidcarAndClaire()
        .withUserConfiguration(FidcarLimit.class)
        .withPropertyValues("forecourt.fidcar.retries.time-limit=1s")
        .run(
            context -> {
              assertThatThrownBy(
                      () -> context.getBean(FidcarClient.class).dealerships().getDealership(1))
                  .isInstanceOf(RequestLimitException.class);
              context.getBean(ClaireClient.class).locations().listLocations();
            });

    assertThat(server.request().line()).isEqualTo("GET /v1/locations");
  }

  static class FidcarLimit {
    @Bean
    @Qualifier("fidcar")
    RequestLimiter never() {
      return () -> Duration.ofHours(1);
    }
  }

  @Test
  void doesNotLimitVendorsThatTheLimiterDoesNotName() {
    server.answer("{}").answer("[]");

    fidcarAndClaire()
        .withBean("anybody", RequestLimiter.class, () -> () -> Duration.ofHours(1))
        .run(
            context -> {
              context.getBean(FidcarClient.class).dealerships().getDealership(1);
              context.getBean(ClaireClient.class).locations().listLocations();
            });

    assertThat(server.requests()).hasSize(2);
  }

  private ApplicationContextRunner autengoAndAutochat() {
    return VendorCase.bare()
        .withPropertyValues(
            "forecourt.autengo.api-key=key",
            "forecourt.autengo.session.dealer-alzura-id=1",
            "forecourt.autengo.session.user-alzura-id=2",
            "forecourt.autengo.base-url=" + server.url(),
            "forecourt.autochat.client-id=id",
            "forecourt.autochat.client-secret=secret",
            "forecourt.autochat.base-url=" + server.url());
  }

  @Test
  void keepsTokensInTheStoreOfTheApplication() {
    server.answer("{}").answer("[]");

    autengoAndAutochat()
        .withBean(TokenStore.class, () -> new FixedStore("stored"))
        .run(
            context -> {
              context.getBean(AutengoClient.class).vehicles().getVehicle("A");
              context.getBean(AutochatClient.class).options().listOptions();
            });

    assertThat(server.requests().get(0).header("X-Authorization")).isEqualTo("Bearer stored");
    assertThat(server.requests().get(1).header("Authorization")).isEqualTo("Bearer stored");
  }

  @Test
  void prefersTheStoreOfTheVendor() {
    server.answer("{}").answer("[]");

    autengoAndAutochat()
        .withBean("autengo", TokenStore.class, () -> new FixedStore("autengo's"))
        .withBean("autochat", TokenStore.class, () -> new FixedStore("autochat's"))
        .run(
            context -> {
              context.getBean(AutengoClient.class).vehicles().getVehicle("A");
              context.getBean(AutochatClient.class).options().listOptions();
            });

    assertThat(server.requests().get(0).header("X-Authorization")).isEqualTo("Bearer autengo's");
    assertThat(server.requests().get(1).header("Authorization")).isEqualTo("Bearer autochat's");
  }

  @Test
  void doesNotGuessBetweenTwoStores() {
    autengoAndAutochat()
        .withBean("one", TokenStore.class, TokenStore::inMemory)
        .withBean("two", TokenStore.class, TokenStore::inMemory)
        .run(
            context ->
                assertThat(context)
                    .getFailure()
                    .hasRootCauseInstanceOf(NoUniqueBeanDefinitionException.class));
  }

  private record FixedStore(String token) implements TokenStore {
    @Override
    public AccessToken obtain(
        String name,
        Predicate<AccessToken> usable,
        Function<Optional<AccessToken>, AccessToken> fetch,
        Duration timeout) {
      return new AccessToken(token, Instant.MAX);
    }
  }

  @Test
  void customizesOneVendorOrAllAfterTheProperties() {
    server.answer(WireAnswer.json(503, "{}")).answer(WireAnswer.json(503, "{}")).answer("[]");
    Customizers.CALLS.clear();

    fidcarAndClaire()
        .withUserConfiguration(Customizers.class)
        .withPropertyValues("forecourt.defaults.retries.first-delay=1ms")
        .run(
            context -> {
              assertThatThrownBy(
                  () -> context.getBean(FidcarClient.class).dealerships().getDealership(1));
              context.getBean(ClaireClient.class).locations().listLocations();
            });

    assertThat(Customizers.CALLS)
        .containsExactlyInAnyOrder("all: fidcar", "fidcar", "all: claire")
        .containsSubsequence("all: fidcar", "fidcar");
    assertThat(server.requests()).hasSize(3);
  }

  static class Customizers {
    private static final List<String> CALLS = new ArrayList<>();

    @Bean
    @Order(1)
    VendorClientCustomizer<VendorClientBuilder<?>> all() {
      return builder ->
          CALLS.add("all: " + builder.getClass().getPackageName().replace("dev.forecourt.", ""));
    }

    @Bean
    @Order(2)
    VendorClientCustomizer<FidcarClient.Builder> fidcarOnce() {
      return builder -> {
        CALLS.add("fidcar");
        builder.retries(RetryPolicy.never());
      };
    }
  }

  @Test
  void prefersTheVendorsPropertyToTheDefault() {
    server.answer(WireAnswer.json(503, "{}")).answer(WireAnswer.json(503, "{}")).answer("[]");

    fidcarAndClaire()
        .withPropertyValues(
            "forecourt.defaults.retries.first-delay=1ms",
            "forecourt.defaults.retries.max-retries=0",
            "forecourt.claire.retries.max-retries=1")
        .run(
            context -> {
              assertThatThrownBy(
                  () -> context.getBean(FidcarClient.class).dealerships().getDealership(1));
              context.getBean(ClaireClient.class).locations().listLocations();
            });

    assertThat(server.requests()).hasSize(3);
  }
}
