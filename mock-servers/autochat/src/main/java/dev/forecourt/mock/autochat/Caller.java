package dev.forecourt.mock.autochat;

/**
 * Who calls.
 *
 * @param authorization that was sent, with a token in it: a secret; empty for a call that asks for
 *     a token
 */
record Caller(String authorization) {

  @Override
  public String toString() {
    return "Caller[authorization=****]";
  }
}
