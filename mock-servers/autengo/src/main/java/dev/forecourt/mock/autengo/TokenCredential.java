package dev.forecourt.mock.autengo;

import dev.forecourt.mock.credentials.Credential;
import dev.forecourt.mock.credentials.SchemeWord;
import dev.forecourt.mock.http.MockRequest;
import java.util.Set;

/** A word, a space and a token: {@code Bearer eyJ...} or {@code JWT eyJ...}. */
final class TokenCredential implements Credential {

  private final String start;
  private final Tokens tokens;
  private final Caller caller;

  TokenCredential(String word, Tokens tokens, Caller caller) {
    this.start = word + " ";
    this.tokens = tokens;
    this.caller = caller;
  }

  @Override
  public boolean accepts(String value, MockRequest request) {
    if (!value.regionMatches(true, 0, start, 0, start.length())) {
      return false;
    }
    Tokens.User user = tokens.check(value.substring(start.length()).strip());
    if (user != null) {
      caller.is(user);
    }
    return user != null;
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
