package dev.forecourt.mock.fidcar;

/**
 * Who calls.
 *
 * @param key that was sent; a secret
 */
record Caller(String key) {

  @Override
  public String toString() {
    return "Caller[key=****]";
  }
}
