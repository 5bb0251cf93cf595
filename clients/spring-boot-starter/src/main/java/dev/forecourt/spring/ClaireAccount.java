package dev.forecourt.spring;

import org.jspecify.annotations.Nullable;

/** An account at Claire: credentials, and how to call. */
class ClaireAccount extends ClientProperties {

  /** The key from the menu "Claire API". */
  private @Nullable String apiKey;

  /**
   * Whether to send the key in the query, where it ends up in logs of others, and not in a header.
   */
  private @Nullable Boolean apiKeyInQuery;

  public @Nullable String getApiKey() {
    return apiKey;
  }

  public void setApiKey(@Nullable String apiKey) {
    this.apiKey = apiKey;
  }

  public @Nullable Boolean getApiKeyInQuery() {
    return apiKeyInQuery;
  }

  public void setApiKeyInQuery(@Nullable Boolean apiKeyInQuery) {
    this.apiKeyInQuery = apiKeyInQuery;
  }
}
