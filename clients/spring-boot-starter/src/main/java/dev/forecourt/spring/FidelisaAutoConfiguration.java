package dev.forecourt.spring;

import dev.forecourt.fidelisa.FidelisaClient;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * A {@link FidelisaClient} from {@code forecourt.fidelisa}, unless the application has its own, and
 * one for each account.
 */
@AutoConfiguration
@ConditionalOnClass(FidelisaClient.class)
@ConditionalOnVendor(
    value = "fidelisa",
    credentials = {"provider.code", "provider.key", "shop.code", "shop.key"})
@EnableConfigurationProperties(FidelisaProperties.class)
@Import(FidelisaAutoConfiguration.Accounts.class)
public final class FidelisaAutoConfiguration {

  @Bean
  Clients<FidelisaClient> fidelisaClients(FidelisaProperties properties, ClientAssembler clients) {
    return new Clients<>(
        account ->
            clients.assemble(
                "fidelisa",
                account,
                properties,
                properties.getAccounts(),
                FidelisaClient.builder(),
                (settings, builder) ->
                    settings
                        .both(
                            "provider.code",
                            own -> own.getProvider().getCode(),
                            "provider.key",
                            own -> own.getProvider().getKey(),
                            (String code, String key) -> builder.provider(code, key))
                        .bothOrNone(
                            "shop.code",
                            own -> own.getShop().getCode(),
                            "shop.key",
                            own -> own.getShop().getKey(),
                            (String code, String key) -> builder.shop(code, key)),
                FidelisaClient.Builder::build));
  }

  @Bean
  @ConditionalOnMainAccount
  @ConditionalOnMissingBean
  FidelisaClient fidelisaClient(Clients<FidelisaClient> clients) {
    return clients.main();
  }

  /** The beans of the accounts. */
  static final class Accounts extends AccountsRegistrar {
    Accounts() {
      super("fidelisa", FidelisaClient.class);
    }
  }
}
