package dev.forecourt.claire;

import java.util.List;

/** The key in the query, where it is part of the URL. */
class SecretsInQueryTest extends SecretsTest {
  private static final String ENCODED = "k3y%2Fwith%26%3C%22%2B%252F%5C%3E";

  @Override
  protected ClaireClient.Builder builder() {
    return super.builder().apiKeyInQuery(true);
  }

  /** The JDK's own, silent unless somebody lowers its level to DEBUG: it prints every URL. */
  @Override
  protected String loggerOfOthers() {
    return "jdk.internal.httpclient.debug";
  }

  @Override
  protected List<String> secrets() {
    return List.of(KEY, ENCODED);
  }

  @Override
  protected List<String> onTheWire() {
    return List.of("?api_key=" + ENCODED);
  }
}
