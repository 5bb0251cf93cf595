package dev.forecourt.spring;

import dev.forecourt.fidcar.FidcarClient;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** A {@link FidcarClient} from {@code forecourt.fidcar}, unless the application has its own. */
@AutoConfiguration
@ConditionalOnClass(FidcarClient.class)
@ConditionalOnVendor(value = "fidcar", credentials = "api-key")
@EnableConfigurationProperties(FidcarProperties.class)
public final class FidcarAutoConfiguration {

  @Bean
  @ConditionalOnMissingBean
  FidcarClient fidcarClient(FidcarProperties properties, ClientAssembler clients) {
    return clients.assemble(
        "fidcar",
        properties,
        FidcarClient.builder(),
        (settings, builder) ->
            settings.required("api-key", properties.getApiKey(), builder::apiKey),
        FidcarClient.Builder::build);
  }
}
