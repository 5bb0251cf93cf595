package dev.forecourt.runtime;

/** What all vendor clients have in common: they hold connections until they are closed. */
public interface VendorClient extends AutoCloseable {

  /** Ends the client's threads. Requests under way fail, and so do later calls. */
  @Override
  void close();
}
