package dev.forecourt.spring;

import dev.forecourt.autengo.AutengoClient;
import dev.forecourt.autengo.model.Language;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Import;

/**
 * A {@link AutengoClient} from {@code forecourt.autengo}, unless the application has its own, and
 * one for each account.
 */
@AutoConfiguration
@ConditionalOnClass(AutengoClient.class)
@ConditionalOnVendor(
    value = "autengo",
    credentials = {
      "api-key",
      "jwt",
      "session-token",
      "session.dealer-alzura-id",
      "session.user-alzura-id"
    })
@EnableConfigurationProperties(AutengoProperties.class)
@Import(AutengoAutoConfiguration.Accounts.class)
public final class AutengoAutoConfiguration {

  @Bean
  Clients<AutengoClient> autengoClients(AutengoProperties properties, ClientAssembler clients) {
    return new Clients<>(
        account ->
            clients.assemble(
                "autengo",
                account,
                properties,
                properties.getAccounts(),
                AutengoClient.builder(),
                (settings, builder) -> {
                  clients.tokenStore("autengo", account).ifPresent(builder::tokenStore);
                  set(settings, builder);
                },
                AutengoClient.Builder::build));
  }

  @Bean
  @ConditionalOnMainAccount
  @ConditionalOnMissingBean
  AutengoClient autengoClient(Clients<AutengoClient> clients) {
    return clients.main();
  }

  private static void set(Settings<AutengoAccount> settings, AutengoClient.Builder builder) {
    settings
        .required("api-key", AutengoAccount::getApiKey, builder::apiKey)
        .credential("jwt", AutengoAccount::getJwt, builder::jwt)
        .value("jwt-prefix", AutengoAccount::getJwtPrefix, builder::jwtPrefix)
        .value(
            "session-token-prefix",
            AutengoAccount::getSessionTokenPrefix,
            builder::sessionTokenPrefix)
        .value(
            "language",
            AutengoAccount::getLanguage,
            (String name) -> builder.language(language(name)));
    var user = settings.nearestOwn(own -> own.getSessionToken() != null || fetches(own));
    if (user == null) {
      return;
    }
    boolean fetches = fetches(user.properties());
    Settings.refuseBoth(
        user, "session", fetches, "session-token", user.properties().getSessionToken() != null);
    if (fetches) {
      settings.both(
          user,
          "session.dealer-alzura-id",
          own -> own.getSession().getDealerAlzuraId(),
          "session.user-alzura-id",
          own -> own.getSession().getUserAlzuraId(),
          (Long dealer, Long id) -> builder.session(dealer, id));
    } else {
      settings.credential(
          user, "session-token", AutengoAccount::getSessionToken, builder::sessionToken);
    }
  }

  private static boolean fetches(AutengoAccount account) {
    AutengoAccount.Session session = account.getSession();
    return session.getDealerAlzuraId() != null || session.getUserAlzuraId() != null;
  }

  /** One that the contract lists: in a properties file, another is likelier a slip than news. */
  private static Language language(String name) {
    Language language = Language.of(name);
    if (language.known() == Language.Known.UNKNOWN) {
      throw new IllegalArgumentException(
          "'"
              + name
              + "' is not one of "
              + Language.DE
              + ", "
              + Language.EN
              + ". A language that is new to the contract goes into a VendorClientCustomizer.");
    }
    return language;
  }

  /** The beans of the accounts. */
  static final class Accounts extends AccountsRegistrar {
    Accounts() {
      super("autengo", AutengoClient.class);
    }
  }
}
