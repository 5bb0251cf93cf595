package dev.forecourt.mock.autochat;

import java.time.Instant;

/**
 * A token that was issued, by its digest: whoever reads the state cannot use it.
 *
 * @param sha256 in hexadecimal
 */
record IssuedToken(String sha256, Instant expires) {}
