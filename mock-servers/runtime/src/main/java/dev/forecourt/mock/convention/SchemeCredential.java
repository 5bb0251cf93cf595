package dev.forecourt.mock.convention;

import dev.forecourt.mock.credentials.Credential;
import dev.forecourt.mock.credentials.KnownKeys;
import dev.forecourt.mock.credentials.SchemeWord;
import dev.forecourt.mock.http.MockRequest;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.LinkedHashSet;
import java.util.Set;
import java.util.function.Predicate;

/** Accepts a known key behind the word of its scheme, such as Bearer. */
final class SchemeCredential implements Credential {

  private final String word;
  private final Set<String> keys;
  private final KnownKeys known;
  private final Predicate<String> more;

  /** These keys, and what else is good. */
  SchemeCredential(String word, Set<String> keys, Predicate<String> more) {
    this.word = word;
    this.keys = keys;
    this.known = new KnownKeys(keys);
    this.more = more;
  }

  @Override
  public boolean accepts(String value, MockRequest request) {
    if (!value.regionMatches(true, 0, word + " ", 0, word.length() + 1)) {
      return false;
    }
    String rest = value.substring(word.length() + 1).strip();
    String key = word.equalsIgnoreCase("basic") ? password(rest) : rest;
    return known.accepts(key, request) || more.test(key);
  }

  /** The password of user and password; any user may come with it. */
  private static String password(String encoded) {
    try {
      String pair = new String(Base64.getDecoder().decode(encoded), StandardCharsets.UTF_8);
      return pair.substring(pair.indexOf(':') + 1);
    } catch (IllegalArgumentException e) {
      return "";
    }
  }

  @Override
  public String expected() {
    return word.equalsIgnoreCase("basic")
        ? "'Basic ' and user:password in Base64, with an accepted password"
        : "'" + word + " ' and an accepted token";
  }

  @Override
  public String advice(String value) {
    return SchemeWord.wanted(word, value);
  }

  @Override
  public Set<String> secrets() {
    return new LinkedHashSet<>(keys);
  }
}
