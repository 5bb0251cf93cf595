package dev.forecourt.runtime.encode;

import java.security.SecureRandom;
import java.util.HexFormat;
import java.util.function.Supplier;

/** Boundaries of 128 random bits: no value of a form can hold one, not even on purpose. */
final class Boundaries implements Supplier<String> {
  private final SecureRandom random = new SecureRandom();

  @Override
  public String get() {
    byte[] bits = new byte[16];
    random.nextBytes(bits);
    return "forecourt-" + HexFormat.of().formatHex(bits);
  }
}
