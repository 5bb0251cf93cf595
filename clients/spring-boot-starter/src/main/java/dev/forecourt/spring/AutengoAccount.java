package dev.forecourt.spring;

import org.jspecify.annotations.Nullable;

/** An account at Autengo: credentials, and how to call. */
class AutengoAccount extends ClientProperties {

  /** The key, sent as X-Api-Key. */
  private @Nullable String apiKey;

  /** A token without its scheme word, sent as Authorization. */
  private @Nullable String jwt;

  /** A session token without its scheme word, sent as X-Authorization. Not beside a session. */
  private @Nullable String sessionToken;

  /** Word before the JWT; empty for none. Default: JWT. */
  private @Nullable String jwtPrefix;

  /** Word before the session token; empty for none. Default: Bearer. */
  private @Nullable String sessionTokenPrefix;

  /** Language of texts in answers, where the call names no other. Default: none is sent. */
  private @Nullable String language;

  private final Session session = new Session();

  public @Nullable String getApiKey() {
    return apiKey;
  }

  public void setApiKey(@Nullable String apiKey) {
    this.apiKey = apiKey;
  }

  public @Nullable String getJwt() {
    return jwt;
  }

  public void setJwt(@Nullable String jwt) {
    this.jwt = jwt;
  }

  public @Nullable String getSessionToken() {
    return sessionToken;
  }

  public void setSessionToken(@Nullable String sessionToken) {
    this.sessionToken = sessionToken;
  }

  public @Nullable String getJwtPrefix() {
    return jwtPrefix;
  }

  public void setJwtPrefix(@Nullable String jwtPrefix) {
    this.jwtPrefix = jwtPrefix;
  }

  public @Nullable String getSessionTokenPrefix() {
    return sessionTokenPrefix;
  }

  public void setSessionTokenPrefix(@Nullable String sessionTokenPrefix) {
    this.sessionTokenPrefix = sessionTokenPrefix;
  }

  public @Nullable String getLanguage() {
    return language;
  }

  public void setLanguage(@Nullable String language) {
    this.language = language;
  }

  public Session getSession() {
    return session;
  }

  /** For whom session tokens are fetched. */
  static final class Session {

    /** Dealer for whom session tokens are fetched, kept and renewed. */
    private @Nullable Long dealerAlzuraId;

    /** User of the dealer for whom session tokens are fetched. */
    private @Nullable Long userAlzuraId;

    public @Nullable Long getDealerAlzuraId() {
      return dealerAlzuraId;
    }

    public void setDealerAlzuraId(@Nullable Long dealerAlzuraId) {
      this.dealerAlzuraId = dealerAlzuraId;
    }

    public @Nullable Long getUserAlzuraId() {
      return userAlzuraId;
    }

    public void setUserAlzuraId(@Nullable Long userAlzuraId) {
      this.userAlzuraId = userAlzuraId;
    }
  }
}
