package dev.forecourt.spring;

import dev.forecourt.autengo.AutengoClient;
import dev.forecourt.autengo.model.Language;
import org.springframework.boot.autoconfigure.AutoConfiguration;
import org.springframework.boot.autoconfigure.condition.ConditionalOnClass;
import org.springframework.boot.autoconfigure.condition.ConditionalOnMissingBean;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;

/** A {@link AutengoClient} from {@code forecourt.autengo}, unless the application has its own. */
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
public final class AutengoAutoConfiguration {

  @Bean
  @ConditionalOnMissingBean
  AutengoClient autengoClient(AutengoProperties properties, ClientAssembler clients) {
    return clients.assemble(
        "autengo",
        properties,
        AutengoClient.builder(),
        (settings, builder) -> {
          clients.tokenStore("autengo").ifPresent(builder::tokenStore);
          set(properties, settings, builder);
        },
        AutengoClient.Builder::build);
  }

  private static void set(
      AutengoProperties properties, Settings settings, AutengoClient.Builder builder) {
    AutengoProperties.Session session = properties.getSession();
    boolean fetches = session.getDealerAlzuraId() != null || session.getUserAlzuraId() != null;
    settings
        .required("api-key", properties.getApiKey(), builder::apiKey)
        .credential("jwt", properties.getJwt(), builder::jwt)
        .either("session", fetches, "session-token", properties.getSessionToken() != null)
        .credential("session-token", properties.getSessionToken(), builder::sessionToken)
        .value("jwt-prefix", properties.getJwtPrefix(), builder::jwtPrefix)
        .value(
            "session-token-prefix", properties.getSessionTokenPrefix(), builder::sessionTokenPrefix)
        .value("language", properties.getLanguage(), name -> builder.language(language(name)));
    if (fetches) {
      settings.both(
          "session.dealer-alzura-id",
          session.getDealerAlzuraId(),
          "session.user-alzura-id",
          session.getUserAlzuraId(),
          builder::session);
    }
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
}
