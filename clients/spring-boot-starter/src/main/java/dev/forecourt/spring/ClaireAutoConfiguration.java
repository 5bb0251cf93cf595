package dev.forecourt.spring;

import dev.forecourt.claire.ClaireClient;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** A {@link ClaireClient} from {@code forecourt.claire}, unless the application has its own. */
@AutoConfiguration
@ConditionalOnClass(ClaireClient.class)
@ConditionalOnVendor(value = "claire", credentials = "api-key")
@EnableConfigurationProperties(ClaireProperties.class)
public final class ClaireAutoConfiguration {

  @Bean
  @ConditionalOnMissingBean
  ClaireClient claireClient(ClaireProperties properties, ClientAssembler clients) {
    return clients.assemble(
        "claire",
        properties,
        ClaireClient.builder(),
        (settings, builder) ->
            settings
                .required("api-key", properties.getApiKey(), builder::apiKey)
                .value("api-key-in-query", properties.isApiKeyInQuery(), builder::apiKeyInQuery),
        ClaireClient.Builder::build);
  }
}
