package dev.forecourt.mock;

import dev.forecourt.mock.json.JsonWriter;

/** What a stub remembers between requests. */
public interface VendorState {

  /** Puts the seed data back. */
  void reset();

  /** Writes everything remembered as one JSON object. */
  void write(JsonWriter out);
}
