package dev.forecourt.mock.vendor;

import dev.forecourt.mock.http.MockRequest;
import dev.forecourt.mock.http.MockResponse;
import dev.forecourt.mock.http.Refusal;
import dev.forecourt.mock.journal.Journal;
import dev.forecourt.mock.journal.RecordedRequest;
import dev.forecourt.mock.state.StateKeeper;
import java.time.Duration;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A running stub of one vendor, independent of how requests reach it. Safe for use by many threads.
 */
public interface VendorStub {

  /** Answers one request. Never throws and never returns null. */
  MockResponse handle(MockRequest request);

  /**
   * The same for a thread that must not be held up; null when it would be, so that another thread
   * calls {@link #handle}.
   */
  default @Nullable MockResponse handleAtOnce(MockRequest request) {
    return handle(request);
  }

  /**
   * Most bytes of body that it looks at. Asked for bodies above 1 MiB only; a transport reads one
   * byte more.
   */
  default int maxBodyBytes(MockRequest request) {
    return MockRequest.maxBodyBytes(request.path());
  }

  /** Whether the vendor documents the path of a request. Default: no. */
  default boolean documents(MockRequest request) {
    return false;
  }

  /** Puts the seed data back, forgets the journal and takes all controls back. */
  void reset();

  /** Its state, to be exported, exchanged or kept in a file. */
  StateKeeper state();

  /**
   * A refusal in the vendor's shape of what is no request that a stub could answer, such as one
   * whose headers are too long.
   */
  MockResponse refuse(int status, String message);

  /** The same for a refusal with headers of its own. */
  default MockResponse refuse(Refusal refusal) {
    return refusal.in(refuse(refusal.status(), refusal.words()));
  }

  /** The last requests, the oldest first, as {@code GET /__mock/requests} shows them. */
  List<RecordedRequest> requests();

  /**
   * What it remembers of requests: that of the stub itself first, then those of its sessions.
   * Default: it remembers nothing.
   */
  default List<Journal> journals() {
    return List.of();
  }

  /**
   * Waits until what goes on outside of requests has ended, such as calls to webhooks, but no
   * longer than this. For use before {@link #close}.
   */
  default void drain(Duration atMost) {
    state().drain(atMost);
  }

  /** Ends what goes on outside of requests, such as calls to webhooks. Default: nothing does. */
  default void close() {}
}
