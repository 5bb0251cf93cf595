package dev.forecourt.mock;

import dev.forecourt.mock.json.JsonWriter;
import java.util.Map;
import java.util.function.Function;

/** What a stub remembers between requests. */
public interface VendorState {

  /** The state of a stub that answers from examples only. */
  VendorState NONE =
      new VendorState() {
        @Override
        public void reset() {}

        @Override
        public void write(JsonWriter out) {}
      };

  /** Puts the seed data back. */
  void reset();

  /** Writes everything remembered as one JSON object. */
  void write(JsonWriter out);

  /** Controls of this vendor alone, such as {@code POST /__mock/fire}. Default: none. */
  default Map<String, Function<MockRequest, MockResponse>> controls() {
    return Map.of();
  }

  /** Ends what goes on outside of requests. Default: nothing does. */
  default void close() {}
}
