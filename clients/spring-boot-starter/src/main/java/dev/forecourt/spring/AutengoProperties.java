package dev.forecourt.spring;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** How to call Autengo, and further accounts there. */
@ConfigurationProperties("forecourt.autengo")
final class AutengoProperties extends AutengoAccount {

  /**
   * Further accounts by name, each a client of its own. What one does not set is taken from above.
   */
  private final Map<String, AutengoAccount> accounts = new LinkedHashMap<>();

  public Map<String, AutengoAccount> getAccounts() {
    return accounts;
  }
}
