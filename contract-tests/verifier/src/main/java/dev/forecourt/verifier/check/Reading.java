package dev.forecourt.verifier.check;

/** How an exchange is meant. */
public enum Reading {
  /**
   * Somebody expects it: an answer may say less than the vendor does, and what the expected status
   * complains about is no finding.
   */
  EXPECTED,
  /**
   * It really happened: all that the contract says holds, and what the status complains about is a
   * finding that the answer explains. Headers that browsers, proxies and servers add are none.
   */
  SEEN
}
