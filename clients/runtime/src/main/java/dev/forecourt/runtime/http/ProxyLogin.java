package dev.forecourt.runtime.http;

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
      throw new IllegalArgumentException("The user of a proxy must have no colon: " + user);
    }
  }

  @Override
  public String toString() {
    return "ProxyLogin[user=" + user + ", password=****]";
  }
}
