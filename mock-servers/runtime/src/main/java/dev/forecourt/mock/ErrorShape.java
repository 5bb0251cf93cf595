package dev.forecourt.mock;

/** Writes an error the way one vendor writes it. */
@FunctionalInterface
public interface ErrorShape {

  /** The vendor's answer for a status and a message in plain words. */
  MockResponse error(int status, String message);
}
