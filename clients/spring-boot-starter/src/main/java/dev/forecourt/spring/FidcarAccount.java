package dev.forecourt.spring;

import org.jspecify.annotations.Nullable;

/** An account at FIDCAR: credentials, and how to call. */
class FidcarAccount extends ClientProperties {

  /** The key from FIDCAR's tools page. */
  private @Nullable String apiKey;

  public @Nullable String getApiKey() {
    return apiKey;
  }

  public void setApiKey(@Nullable String apiKey) {
    this.apiKey = apiKey;
  }
}
