package dev.forecourt.spring;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** How to call Claire. */
@ConfigurationProperties("forecourt.claire")
final class ClaireProperties extends ClientProperties {

  /** The key from the menu "Claire API". */
  private @Nullable String apiKey;

  /**
   * Whether to send the key in the query, where it ends up in logs of others, and not in a header.
   */
  private boolean apiKeyInQuery;

  public @Nullable String getApiKey() {
    return apiKey;
  }

  public void setApiKey(@Nullable String apiKey) {
    this.apiKey = apiKey;
  }

  public boolean isApiKeyInQuery() {
    return apiKeyInQuery;
  }

  public void setApiKeyInQuery(boolean apiKeyInQuery) {
    this.apiKeyInQuery = apiKeyInQuery;
  }
}
