package dev.forecourt.spring;

import dev.forecourt.autochat.AutochatClient;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** A {@link AutochatClient} from {@code forecourt.autochat}, unless the application has its own. */
@AutoConfiguration
@ConditionalOnClass(AutochatClient.class)
@ConditionalOnVendor(
    value = "autochat",
    credentials = {"client-id", "client-secret"})
@EnableConfigurationProperties(AutochatProperties.class)
public final class AutochatAutoConfiguration {

  @Bean
  @ConditionalOnMissingBean
  AutochatClient autochatClient(AutochatProperties properties, ClientAssembler clients) {
    return clients.assemble(
        "autochat",
        properties,
        AutochatClient.builder(),
        (settings, builder) -> {
          clients.tokenStore("autochat").ifPresent(builder::tokenStore);
          set(properties, settings, builder);
        },
        AutochatClient.Builder::build);
  }

  private static void set(
      AutochatProperties properties, Settings settings, AutochatClient.Builder builder) {
    settings
        .either("base-url", properties.getBaseUrl() != null, "staging", properties.isStaging())
        .both(
            "client-id",
            properties.getClientId(),
            "client-secret",
            properties.getClientSecret(),
            builder::clientCredentials)
        .value("audience", properties.getAudience(), builder::audience);
    if (properties.isStaging()) {
      builder.staging();
    }
    // after staging, which sets it too
    settings.value("token-base-url", properties.getTokenBaseUrl(), builder::tokenBaseUrl);
  }
}
