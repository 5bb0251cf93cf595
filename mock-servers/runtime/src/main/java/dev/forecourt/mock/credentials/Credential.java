package dev.forecourt.mock.credentials;

import dev.forecourt.mock.http.MockRequest;
import java.util.Set;

/** Decides about what one security scheme of a contract carries. */
@FunctionalInterface
public interface Credential {

  /** True when this value, as sent in the header or parameter of the scheme, is good. */
  boolean accepts(String value, MockRequest request);

  /** What is expected, to be told to a caller who sent something else. */
  default String expected() {
    return "an accepted credential";
  }

  /** What is to be changed about a value that was refused; empty when nothing is known. */
  default String advice(String value) {
    return "";
  }

  /** Texts that must never be shown, such as the accepted keys. */
  default Set<String> secrets() {
    return Set.of();
  }

  /**
   * Any value that starts with this word and goes on after a space, such as {@code Bearer xyz}. For
   * stubs that do not know the tokens they gave away.
   */
  static Credential startingWith(String word) {
    String start = word + " ";
    return new Credential() {
      @Override
      public boolean accepts(String value, MockRequest request) {
        return value.regionMatches(true, 0, start, 0, start.length())
            && !value.substring(start.length()).isBlank();
      }

      @Override
      public String expected() {
        return "'" + start + "' and a token";
      }

      @Override
      public String advice(String value) {
        return SchemeWord.wanted(word, value);
      }
    };
  }
}
