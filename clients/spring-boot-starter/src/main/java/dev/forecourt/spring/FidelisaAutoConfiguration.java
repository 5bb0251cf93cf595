package dev.forecourt.spring;

import dev.forecourt.fidelisa.FidelisaClient;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** A {@link FidelisaClient} from {@code forecourt.fidelisa}, unless the application has its own. */
@AutoConfiguration
@ConditionalOnClass(FidelisaClient.class)
@ConditionalOnVendor(
    value = "fidelisa",
    credentials = {"provider.code", "provider.key", "shop.code", "shop.key"})
@EnableConfigurationProperties(FidelisaProperties.class)
public final class FidelisaAutoConfiguration {

  @Bean
  @ConditionalOnMissingBean
  FidelisaClient fidelisaClient(FidelisaProperties properties, ClientAssembler clients) {
    return clients.assemble(
        "fidelisa",
        properties,
        FidelisaClient.builder(),
        (settings, builder) -> set(properties, settings, builder),
        FidelisaClient.Builder::build);
  }

  private static void set(
      FidelisaProperties properties, Settings settings, FidelisaClient.Builder builder) {
    FidelisaProperties.Provider provider = properties.getProvider();
    settings.both(
        "provider.code", provider.getCode(), "provider.key", provider.getKey(), builder::provider);
    FidelisaProperties.Shop shop = properties.getShop();
    if (shop.getCode() != null || shop.getKey() != null) {
      settings.both("shop.code", shop.getCode(), "shop.key", shop.getKey(), builder::shop);
    }
  }
}
