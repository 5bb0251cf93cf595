package dev.forecourt.runtime.http;

/** Where transports come from. */
public final class Transports {
  private Transports() {}

  /** A transport that shares connections with all others of equal settings, until it is closed. */
  public static Transport lease(HttpSettings settings) {
    throw new UnsupportedOperationException("comes with the next commits " + settings);
  }
}
