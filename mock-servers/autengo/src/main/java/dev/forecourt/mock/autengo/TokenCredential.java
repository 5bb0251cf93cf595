package dev.forecourt.mock.autengo;

import dev.forecourt.mock.credentials.Credential;
import dev.forecourt.mock.credentials.SchemeWord;
import dev.forecourt.mock.http.MockRequest;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** A word, a space and a token: {@code Bearer eyJ...} or {@code JWT eyJ...}. */
final class TokenCredential implements Credential {

  private final String start;
  private final Tokens tokens;

  TokenCredential(String word, Tokens tokens) {
    this.start = word + " ";
    this.tokens = tokens;
  }

  @Override
  public boolean accepts(String value, MockRequest request) {
    return user(value) != null;
  }

  /** Whose token it is, or null. Throws a Refusal if it has expired. */
  Tokens.@Nullable User user(String value) {
    return value.regionMatches(true, 0, start, 0, start.length())
        ? tokens.check(value.substring(start.length()).strip())
        : null;
  }

  @Override
  public String expected() {
    return "'" + start + "' and a token from POST /v3/auth/token";
  }

  @Override
  public String advice(String value) {
    return SchemeWord.wanted(start.strip(), value);
  }

  @Override
  public Set<String> secrets() {
    return Set.of(Tokens.TEST_TOKEN);
  }
}
