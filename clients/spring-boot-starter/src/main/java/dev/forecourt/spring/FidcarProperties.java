package dev.forecourt.spring;

import org.jspecify.annotations.Nullable;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** How to call FIDCAR. */
@ConfigurationProperties("forecourt.fidcar")
final class FidcarProperties extends ClientProperties {

  /** The key from FIDCAR's tools page. */
  private @Nullable String apiKey;

  public @Nullable String getApiKey() {
    return apiKey;
  }

  public void setApiKey(@Nullable String apiKey) {
    this.apiKey = apiKey;
  }
}
