package dev.forecourt.mock.autengo;

import org.jspecify.annotations.Nullable;

/**
 * Who calls.
 *
 * @param key that was sent, a secret; null where a token is enough
 * @param user whose token was sent; null without one
 */
record Caller(@Nullable String key, Tokens.@Nullable User user) {

  /** The user, to be asked by an operation that wants a token. */
  Tokens.User tokenUser() {
    if (user == null) {
      throw new IllegalStateException("An operation without token asks for the user of its token");
    }
    return user;
  }

  @Override
  public String toString() {
    return "Caller[key=****, user=" + user + "]";
  }
}
