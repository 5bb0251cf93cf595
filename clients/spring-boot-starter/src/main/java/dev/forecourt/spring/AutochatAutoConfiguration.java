package dev.forecourt.spring;

import dev.forecourt.autochat.AutochatClient;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * A {@link AutochatClient} from {@code forecourt.autochat}, unless the application has its own, and
 * one for each account.
 */
@AutoConfiguration
@ConditionalOnClass(AutochatClient.class)
@ConditionalOnVendor(
    value = "autochat",
    credentials = {"client-id", "client-secret"})
@EnableConfigurationProperties(AutochatProperties.class)
@Import(AutochatAutoConfiguration.Accounts.class)
public final class AutochatAutoConfiguration {

  @Bean
  Clients<AutochatClient> autochatClients(AutochatProperties properties, ClientAssembler clients) {
    return new Clients<>(
        account ->
            clients.assemble(
                "autochat",
                account,
                properties,
                properties.getAccounts(),
                AutochatClient.builder(),
                (settings, builder) -> {
                  clients.tokenStore("autochat", account).ifPresent(builder::tokenStore);
                  set(settings, builder);
                },
                AutochatClient.Builder::build));
  }

  @Bean
  @ConditionalOnMainAccount
  @ConditionalOnMissingBean
  AutochatClient autochatClient(Clients<AutochatClient> clients) {
    return clients.main();
  }

  private static void set(Settings<AutochatAccount> settings, AutochatClient.Builder builder) {
    settings
        .both(
            "client-id",
            AutochatAccount::getClientId,
            "client-secret",
            AutochatAccount::getClientSecret,
            (String id, String secret) -> builder.clientCredentials(id, secret))
        .value("audience", AutochatAccount::getAudience, builder::audience);
    var host = settings.nearestOwn(own -> own.getBaseUrl() != null || own.getStaging() != null);
    if (host != null) {
      boolean staging = Boolean.TRUE.equals(host.properties().getStaging());
      Settings.refuseBoth(
          host, "base-url", host.properties().getBaseUrl() != null, "staging", staging);
      if (staging) {
        builder.staging();
      }
    }
    // after staging, which sets it too
    settings.value("token-base-url", AutochatAccount::getTokenBaseUrl, builder::tokenBaseUrl);
  }

  /** The beans of the accounts. */
  static final class Accounts extends AccountsRegistrar {
    Accounts() {
      super("autochat", AutochatClient.class);
    }
  }
}
