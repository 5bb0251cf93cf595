package dev.forecourt.runtime;

/** What all vendor clients have in common: they can be closed. */
public interface VendorClient extends AutoCloseable {

  /**
   * Requests under way fail at once, and so do later calls. Connections and threads, which clients
   * with equal settings share, end ten seconds after the last of them is closed.
   */
  @Override
  void close();
}
