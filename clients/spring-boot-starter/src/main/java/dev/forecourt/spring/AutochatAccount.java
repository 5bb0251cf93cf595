package dev.forecourt.spring;

import org.jspecify.annotations.Nullable;

/** An account at Autochat: credentials, and how to call. */
class AutochatAccount extends ClientProperties {

  /** Client id that Autochat gave once an agreement was signed. */
  private @Nullable String clientId;

  /** Secret of the client id. Tokens are fetched with both. */
  private @Nullable String clientSecret;

  /** What the tokens are for. Default: the only audience that Autochat documents. */
  private @Nullable String audience;

  /**
   * Scheme, host and port to get tokens from. Default: the base URL, else the one of the contract.
   */
  private @Nullable String tokenBaseUrl;

  /** Whether to call Autochat's staging system. Not beside a base URL. */
  private @Nullable Boolean staging;

  public @Nullable String getClientId() {
    return clientId;
  }

  public void setClientId(@Nullable String clientId) {
    this.clientId = clientId;
  }

  public @Nullable String getClientSecret() {
    return clientSecret;
  }

  public void setClientSecret(@Nullable String clientSecret) {
    this.clientSecret = clientSecret;
  }

  public @Nullable String getAudience() {
    return audience;
  }

  public void setAudience(@Nullable String audience) {
    this.audience = audience;
  }

  public @Nullable String getTokenBaseUrl() {
    return tokenBaseUrl;
  }

  public void setTokenBaseUrl(@Nullable String tokenBaseUrl) {
    this.tokenBaseUrl = tokenBaseUrl;
  }

  public @Nullable Boolean getStaging() {
    return staging;
  }

  public void setStaging(@Nullable Boolean staging) {
    this.staging = staging;
  }
}
