package dev.forecourt.runtime.credentials;

import java.time.Duration;
import java.util.Optional;

/** Gets a new token from a vendor. */
@FunctionalInterface
public interface TokenFetch {

  /**
   * A new token. What it throws is passed on to the caller.
   *
   * @param before the token that is no longer usable; empty if there is none
   * @param timeout longest wait for the vendor's answer
   */
  AccessToken fetch(Optional<AccessToken> before, Duration timeout);
}
