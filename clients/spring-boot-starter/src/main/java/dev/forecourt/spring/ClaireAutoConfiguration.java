package dev.forecourt.spring;

import dev.forecourt.claire.ClaireClient;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * A {@link ClaireClient} from {@code forecourt.claire}, unless the application has its own, and one
 * for each account.
 */
@AutoConfiguration
@ConditionalOnClass(ClaireClient.class)
@ConditionalOnVendor(value = "claire", credentials = "api-key")
@EnableConfigurationProperties(ClaireProperties.class)
@Import(ClaireAutoConfiguration.Accounts.class)
public final class ClaireAutoConfiguration {

  @Bean
  Clients<ClaireClient> claireClients(ClaireProperties properties, ClientAssembler clients) {
    return new Clients<>(
        account ->
            clients.assemble(
                "claire",
                account,
                properties,
                properties.getAccounts(),
                ClaireClient.builder(),
                (settings, builder) ->
                    settings
                        .required("api-key", ClaireAccount::getApiKey, builder::apiKey)
                        .value(
                            "api-key-in-query",
                            ClaireAccount::getApiKeyInQuery,
                            builder::apiKeyInQuery),
                ClaireClient.Builder::build));
  }

  @Bean
  @ConditionalOnMainAccount
  @ConditionalOnMissingBean
  ClaireClient claireClient(Clients<ClaireClient> clients) {
    return clients.main();
  }

  /** The beans of the accounts. */
  static final class Accounts extends AccountsRegistrar {
    Accounts() {
      super("claire", ClaireClient.class);
    }
  }
}
