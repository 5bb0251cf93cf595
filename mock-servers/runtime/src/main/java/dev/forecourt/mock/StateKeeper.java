package dev.forecourt.mock;

import dev.forecourt.mock.json.JsonWriter;
import dev.forecourt.mock.store.StateDocument;
import dev.forecourt.mock.store.StateProblem;
import dev.forecourt.mock.store.Tables;
import org.jspecify.annotations.Nullable;

/** Puts the state of a stub back to its seed, exports and imports it. Safe for many threads. */
public final class StateKeeper {

  private final VendorState state;
  private final Tables tables;
  private final Seed seed;

  /** Fills the state with the seed. Throws {@link StateProblem} when it does not fit. */
  StateKeeper(VendorState state, Seed seed) {
    this.state = state;
    this.tables = state.tables();
    this.seed = seed;
    reset();
  }

  /** Puts the seed back. Throws {@link StateProblem}, and changes nothing, when it does not fit. */
  public void reset() {
    replace(null);
  }

  /** Everything remembered: an object with an array of rows for each table. */
  public byte[] export() {
    synchronized (state) {
      return JsonWriter.object(tables::write);
    }
  }

  /** Says whether a document would be taken. Throws {@link StateProblem} if not. */
  public void check(byte[] document) {
    StateDocument.read(document, tables);
  }

  /**
   * Takes an exported state, or a part of one: tables that it lacks get their seed. Throws {@link
   * StateProblem}, and changes nothing, when it does not fit.
   */
  public void replace(byte @Nullable [] document) {
    StateDocument start = read(seed.document());
    StateDocument given = read(document);
    synchronized (state) {
      tables.clear();
      state.fill();
      if (start != null) {
        start.replaceTables();
      }
      if (given != null) {
        given.replaceTables();
      }
      state.replaced();
    }
  }

  private @Nullable StateDocument read(byte @Nullable [] document) {
    return document == null ? null : StateDocument.read(document, tables);
  }
}
