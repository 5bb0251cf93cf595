package dev.forecourt.spring;

import dev.forecourt.fidcar.FidcarClient;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * A {@link FidcarClient} from {@code forecourt.fidcar}, unless the application has its own, and one
 * for each account.
 */
@AutoConfiguration
@ConditionalOnClass(FidcarClient.class)
@ConditionalOnVendor(value = "fidcar", credentials = "api-key")
@EnableConfigurationProperties(FidcarProperties.class)
@Import(FidcarAutoConfiguration.Accounts.class)
public final class FidcarAutoConfiguration {

  @Bean
  Clients<FidcarClient> fidcarClients(FidcarProperties properties, ClientAssembler clients) {
    return new Clients<>(
        account ->
            clients.assemble(
                "fidcar",
                account,
                properties,
                properties.getAccounts(),
                FidcarClient.builder(),
                (settings, builder) ->
                    settings.required("api-key", FidcarAccount::getApiKey, builder::apiKey),
                FidcarClient.Builder::build));
  }

  @Bean
  @ConditionalOnMainAccount
  @ConditionalOnMissingBean
  FidcarClient fidcarClient(Clients<FidcarClient> clients) {
    return clients.main();
  }

  /** The beans of the accounts. */
  static final class Accounts extends AccountsRegistrar {
    Accounts() {
      super("fidcar", FidcarClient.class);
    }
  }
}
