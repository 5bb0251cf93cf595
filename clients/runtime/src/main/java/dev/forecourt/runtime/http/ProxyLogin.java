package dev.forecourt.runtime.http;

import org.jspecify.annotations.Nullable;

/**
 * User and password for a proxy.
 *
 * @param user without a colon, which would end it
 * @param password never shown
 */
public record ProxyLogin(String user, String password) {

  /** Checks the user. */
  public ProxyLogin {
    if (user.indexOf(':') >= 0) {
      throw new IllegalArgumentException(
          "The user of a proxy must have no colon. Give user and password as two texts.");
    }
  }

  @Override
  public String toString() {
    return "ProxyLogin[user=" + user + ", password=****]";
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof ProxyLogin login
        && user.equals(login.user)
        && password.equals(login.password);
  }

  @Override
  public int hashCode() {
    return user.hashCode() * 31 + password.hashCode();
  }
}
