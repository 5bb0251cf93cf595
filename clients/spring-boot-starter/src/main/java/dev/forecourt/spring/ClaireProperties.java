package dev.forecourt.spring;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** How to call Claire, and further accounts there. */
@ConfigurationProperties("forecourt.claire")
final class ClaireProperties extends ClaireAccount {

  /**
   * Further accounts by name, each a client of its own. What one does not set is taken from above.
   */
  private final Map<String, ClaireAccount> accounts = new LinkedHashMap<>();

  public Map<String, ClaireAccount> getAccounts() {
    return accounts;
  }
}
