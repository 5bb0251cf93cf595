package dev.forecourt.spring;

import java.util.Locale;
import java.util.regex.Pattern;
import org.springframework.beans.factory.config.ConfigurableListableBeanFactory;
import org.springframework.boot.actuate.endpoint.SanitizingFunction;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/**
 * What all vendors share. The place for listeners that come without being asked for, such as one
 * that counts in a {@code MeterRegistry}: a {@code RequestListener} bean reaches every client.
 */
@AutoConfiguration
@EnableConfigurationProperties(DefaultsProperties.class)
public final class ForecourtAutoConfiguration {

  @Bean
  ClientAssembler forecourtClientAssembler(
      DefaultsProperties defaults, ConfigurableListableBeanFactory beans) {
    return new ClientAssembler(defaults, beans);
  }

  /** Hides our secrets in {@code /actuator}, also where the application shows values there. */
  @Configuration(proxyBeanMethods = false)
  @ConditionalOnClass(SanitizingFunction.class)
  static class Actuator {
    private static final Pattern SECRET =
        Pattern.compile("forecourt.*(key|jwt|token|secret|password)");

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
