package dev.forecourt.spring;

import org.jspecify.annotations.Nullable;

/**
 * What every vendor's properties have. Properties of vendors have no {@code toString}, for they
 * hold secrets; what is not set is left to {@code forecourt.defaults} and then to the client.
 */
abstract class ClientProperties extends CallProperties {

  /**
   * Whether to make a client. Default: if a credential is set. With true, missing credentials fail
   * at start.
   */
  private @Nullable Boolean enabled;

  /** Scheme, host and port to call, such as http://localhost:4011. Default: the vendor's. */
  private @Nullable String baseUrl;

  public @Nullable Boolean getEnabled() {
    return enabled;
  }

  public void setEnabled(@Nullable Boolean enabled) {
    this.enabled = enabled;
  }

  public @Nullable String getBaseUrl() {
    return baseUrl;
  }

  public void setBaseUrl(@Nullable String baseUrl) {
    this.baseUrl = baseUrl;
  }
}
