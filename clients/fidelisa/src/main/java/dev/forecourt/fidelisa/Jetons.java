package dev.forecourt.fidelisa;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.function.Supplier;

/** Single-use tokens of 128 random bits: nobody can guess the next one. */
final class Jetons implements Supplier<String> {
  private final SecureRandom random = new SecureRandom();

  @Override
  public String get() {
    byte[] bits = new byte[16];
    random.nextBytes(bits);
    return HexFormat.of().formatHex(bits);
  }
}
