package dev.forecourt.mock.state;

import dev.forecourt.mock.http.MockRequest;
import dev.forecourt.mock.http.MockResponse;
import dev.forecourt.mock.store.Tables;
import java.time.Duration;
import java.util.Map;
import java.util.function.Function;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * What a stub remembers between requests. Whoever reads or changes it holds its monitor: the engine
 * does while an operation or a control runs, everybody else asks for it by {@link #locked}.
 */
public interface VendorState {

  /** The state of a stub that answers from examples only. */
  VendorState NONE =
      new VendorState() {
        private final Tables tables = new Tables();

        @Override
        public Tables tables() {
          return tables;
        }

        @Override
        public void fill() {}
      };

  /** Everything remembered; always the same tables. */
  Tables tables();

  /** Puts the vendor's own start data into the tables, which are empty. */
  void fill();

  /**
   * Called when all rows were exchanged: after a start, a reset, an import. What is remembered
   * outside of the tables begins anew; what the tables say is still to be done goes on. Default:
   * there is nothing such.
   */
  default void replaced() {}

  /**
   * Does something while no operation or control runs, and returns what it gives: for threads of
   * the vendor's own, and for what is asked before an operation runs, such as its credentials.
   */
  default <T extends @Nullable Object> T locked(Supplier<T> action) {
    synchronized (this) {
      return action.get();
    }
  }

  /** The same for what gives nothing. */
  default void locked(Runnable action) {
    synchronized (this) {
      action.run();
    }
  }

  /**
   * Called, with the monitor held, before everything remembered is written: does what has come due
   * by the clock. Default: nothing does.
   */
  default void catchUp() {}

  /** Controls of this vendor alone, such as {@code POST /__mock/fire}. Default: none. */
  default Map<String, Function<MockRequest, MockResponse>> controls() {
    return Map.of();
  }

  /**
   * Waits until what goes on outside of requests, and will end soon, has ended, but no longer than
   * this. Whoever calls it does not hold the monitor. Default: nothing goes on.
   */
  default void drain(Duration atMost) {}

  /** Ends what goes on outside of requests. Default: nothing does. */
  default void close() {}
}
