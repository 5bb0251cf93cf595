package dev.forecourt.spring;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** How to call FIDCAR, and further accounts there. */
@ConfigurationProperties("forecourt.fidcar")
final class FidcarProperties extends FidcarAccount {

  /**
   * Further accounts by name, each a client of its own. What one does not set is taken from above.
   */
  private final Map<String, FidcarAccount> accounts = new LinkedHashMap<>();

  public Map<String, FidcarAccount> getAccounts() {
    return accounts;
  }
}
