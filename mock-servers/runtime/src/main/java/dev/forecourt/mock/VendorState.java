package dev.forecourt.mock;

import dev.forecourt.mock.json.JsonWriter;

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
}
