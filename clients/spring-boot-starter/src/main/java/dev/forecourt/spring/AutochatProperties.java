package dev.forecourt.spring;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** How to call Autochat, and further accounts there. */
@ConfigurationProperties("forecourt.autochat")
final class AutochatProperties extends AutochatAccount {

  /**
   * Further accounts by name, each a client of its own. What one does not set is taken from above.
   */
  private final Map<String, AutochatAccount> accounts = new LinkedHashMap<>();

  public Map<String, AutochatAccount> getAccounts() {
    return accounts;
  }
}
