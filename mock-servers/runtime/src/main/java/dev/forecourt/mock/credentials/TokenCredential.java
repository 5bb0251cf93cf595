package dev.forecourt.mock.credentials;

import dev.forecourt.mock.http.MockRequest;
import java.util.Set;
import java.util.function.Predicate;

/**
 * A word, a space and a token: {@code Bearer eyJ...} or {@code JWT eyJ...}. The word's capitals
 * count for nothing.
 */
public final class TokenCredential implements Credential {

  private final String start;
  private final String wanted;
  private final Predicate<String> good;
  private final Set<String> secrets;

  /**
   * Accepts the tokens that pass the test, which may throw a Refusal of its own.
   *
   * @param wanted is told in a refusal: {@code "a token from POST /token"}
   * @param secrets that messages and the journal must not show
   */
  public TokenCredential(String word, String wanted, Predicate<String> good, Set<String> secrets) {
    this.start = word + " ";
    this.wanted = wanted;
    this.good = good;
    this.secrets = Set.copyOf(secrets);
  }

  @Override
  public boolean accepts(String value, MockRequest request) {
    return value.regionMatches(true, 0, start, 0, start.length()) && good.test(token(value));
  }

  /** The token in a value that was accepted. */
  public static String token(String value) {
    return value.substring(value.indexOf(' ') + 1).strip();
  }

  @Override
  public String expected() {
    return "'" + start + "' and " + wanted;
  }

  @Override
  public String advice(String value) {
    return SchemeWord.wanted(start.strip(), value);
  }

  @Override
  public Set<String> secrets() {
    return secrets;
  }
}
