package dev.forecourt.mock.fidelisa;

/**
 * A token that was used.
 *
 * @param digest the first 16 hexadecimal digits of its provider's signature over it
 */
record UsedToken(String digest) {}
