package dev.forecourt.mock;

/**
 * A running stub of one vendor, independent of how requests reach it. Safe for use by many threads.
 */
public interface VendorStub {

  /** Answers one request. Never throws and never returns null. */
  MockResponse handle(MockRequest request);

  /** Puts the seed data back and forgets the journal. */
  void reset();

  /** Its state, to be exported, exchanged or kept in a file. */
  StateKeeper state();

  /** Ends what goes on outside of requests, such as calls to webhooks. Default: nothing does. */
  default void close() {}
}
