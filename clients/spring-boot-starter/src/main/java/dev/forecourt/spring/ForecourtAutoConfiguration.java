package dev.forecourt.spring;

import dev.forecourt.runtime.observe.MicrometerRequestListener;
import dev.forecourt.runtime.observe.ObservationRequestListener;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.observation.ObservationRegistry;
import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.autoconfigure.condition.ConditionalOnSingleCandidate;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What all vendors share. The place for listeners that come without being asked for: a {@code
 * RequestListener} bean reaches every client.
 */
@AutoConfiguration(
    // by name: Spring Boot 4 and 3 have them in different packages
    afterName = {
      "org.springframework.boot.micrometer.metrics.autoconfigure.CompositeMeterRegistryAutoConfiguration",
      "org.springframework.boot.actuate.autoconfigure.metrics.CompositeMeterRegistryAutoConfiguration",
      "org.springframework.boot.micrometer.observation.autoconfigure.ObservationAutoConfiguration",
      "org.springframework.boot.actuate.autoconfigure.observation.ObservationAutoConfiguration"
    })
@EnableConfigurationProperties(DefaultsProperties.class)
public final class ForecourtAutoConfiguration {

  @Bean
  ClientAssembler forecourtClientAssembler(
      DefaultsProperties defaults, ConfigurableListableBeanFactory beans) {
    return new ClientAssembler(defaults, beans);
  }

  /** Counts and times every request, where the application has a registry to do it in. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(MeterRegistry.class)
  static class Metrics {

    @Bean
    @ConditionalOnSingleCandidate(MeterRegistry.class)
    @ConditionalOnMissingBean
    MicrometerRequestListener forecourtMicrometerRequestListener(MeterRegistry registry) {
      return new MicrometerRequestListener(registry);
    }
  }

  /** Traces every request, and times it, where the application has a registry that does. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(ObservationRegistry.class)
  static class Observations {

    @Bean
    @ConditionalOnSingleCandidate(ObservationRegistry.class)
    @ConditionalOnMissingBean
    ObservationRequestListener forecourtObservationRequestListener(ObservationRegistry registry) {
      return new ObservationRequestListener(registry);
    }
  }

  /** Hides our secrets in {@code /actuator}, also where the application shows values there. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(SanitizingFunction.class)
  static class Actuator {
    private static final Pattern SECRET =
        // of headers and query parameters nobody knows which are secret
        Pattern.compile(
            "forecourt.*((key|jwt|token|secret|password)|(credentials|headers|query).+)");

    @Bean
    SanitizingFunction forecourtSanitizingFunction() {
      // forecourt.fidcar.api-key, forecourt.fidcar.apiKey or FORECOURT_FIDCAR_API_KEY
      return data ->
          SECRET.matcher(data.getKey().toLowerCase(Locale.ROOT).replaceAll("[^a-z.]", "")).matches()
              ? data.withSanitizedValue()
              : data;
    }
  }
}
