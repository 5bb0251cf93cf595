package dev.forecourt.runtime.http;

/** Sends one request and reads the whole answer. Safe for many threads. */
@FunctionalInterface
public interface Transport extends AutoCloseable {

  /**
   * The whole answer, whatever its status. Blocks; an interrupt of the calling thread ends it at
   * once, with the thread's interrupt flag set.
   *
   * @throws TransportFailure when no complete answer came
   * @throws IllegalArgumentException when the request cannot be written as HTTP, such as a line
   *     break in a header; nothing was sent
   */
  WireResponse send(WireRequest request) throws TransportFailure;

  /** Ends requests under way with {@link TransportFailure.Kind#CLOSED}. Closing twice is fine. */
  @Override
  default void close() {}
}
