package dev.forecourt.spring;

import java.util.LinkedHashMap;
import java.util.Map;
import org.springframework.boot.context.properties.ConfigurationProperties;

/** How to call Fidelisa, and further accounts there. */
@ConfigurationProperties("forecourt.fidelisa")
final class FidelisaProperties extends FidelisaAccount {

  /**
   * Further accounts by name, each a client of its own. What one does not set is taken from above.
   */
  private final Map<String, FidelisaAccount> accounts = new LinkedHashMap<>();

  public Map<String, FidelisaAccount> getAccounts() {
    return accounts;
  }
}
