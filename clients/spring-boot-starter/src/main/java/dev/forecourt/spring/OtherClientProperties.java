package dev.forecourt.spring;

import java.util.LinkedHashMap;
import java.util.Map;

/** How to call a vendor that has no class of its own here, and further accounts there. */
final class OtherClientProperties extends ClientProperties {

  /** Credentials by their names, as the client's builder takes them from the environment. */
  private final Map<String, String> credentials = new LinkedHashMap<>();

  private final Map<String, OtherClientProperties> accounts = new LinkedHashMap<>();

  public Map<String, String> getCredentials() {
    return credentials;
  }

  public Map<String, OtherClientProperties> getAccounts() {
    return accounts;
  }
}
