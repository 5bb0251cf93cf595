package dev.forecourt.mock.state;

import dev.forecourt.mock.disk.StateFile;
import dev.forecourt.mock.disk.StateFileProblem;
import dev.forecourt.mock.http.Refusal;
import dev.forecourt.mock.json.JsonWriter;
import dev.forecourt.mock.memory.Budget;
import dev.forecourt.mock.store.StateDocument;
import dev.forecourt.mock.store.StateProblem;
import dev.forecourt.mock.store.Tables;
import java.io.IOException;
import java.time.Duration;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Puts the state of a stub back to its seed, exports and imports it, and keeps it in a file if it
 * is given one. Safe for use by many threads.
 */
public final class StateKeeper {

  private static final System.Logger LOG = System.getLogger(StateKeeper.class.getName());
  private static final Set<String> READING = Set.of("GET", "HEAD", "OPTIONS");

  private final VendorState state;
  private final Tables tables;
  private final Seed seed;
  private final String contract;
  private @Nullable ChangeWatch watch;
  private volatile @Nullable StateFile file;
  private volatile @Nullable String broken;

  /** Fills the state with the seed. Throws {@link StateProblem} when it does not fit. */
  public StateKeeper(VendorState state, Seed seed) {
    this(state, seed, "");
  }

  /** The same; files in which it is kept name this version of the contract. */
  public StateKeeper(VendorState state, Seed seed, String contract) {
    this.contract = contract;
    this.state = state;
    this.tables = state.tables();
    this.seed = seed;
    reset();
  }

  /** Puts the seed back. Throws {@link StateProblem}, and changes nothing, when it does not fit. */
  public void reset() {
    replace(null);
  }

  /** Puts in the start data that is still to come, so that {@link #bytes} counts it. */
  public void fill() {
    synchronized (state) {
      tables.fill();
    }
  }

  /** About how many bytes of memory its rows take: those that are there by now. */
  public long bytes() {
    return tables.share().bytes();
  }

  /** Counts its rows, and so many bytes besides, in another budget from now on. */
  public void countIn(Budget budget, long besides) {
    tables.share().moveTo(budget);
    tables.share().add(besides);
  }

  /** Throws a {@link Refusal} when there is no room for a change of so many bytes. */
  public void admit(long bytes) {
    tables.share().budget().admit(bytes);
  }

  /** Says that there is no room for more rows, and how to get it. */
  public Refusal refusal() {
    return tables.share().budget().refusal();
  }

  /** Everything remembered: an object with an array of rows for each table. */
  public byte[] export() {
    synchronized (state) {
      state.catchUp();
      return JsonWriter.object(tables::write);
    }
  }

  /** Says whether a document would be taken. Throws {@link StateProblem} if not. */
  public void check(byte[] document) {
    StateDocument.read(document, tables).close();
  }

  /**
   * Takes an exported state, or a part of one: tables that it lacks get their seed. Null: all get
   * it. Throws {@link StateProblem}, and changes nothing, when it does not fit.
   */
  public void replace(byte @Nullable [] document) {
    try (StateDocument start = read(seed.document());
        StateDocument given = read(document)) {
      replace(start, given);
    }
  }

  private void replace(@Nullable StateDocument start, @Nullable StateDocument given) {
    synchronized (state) {
      refuseBroken();
      tables.clear();
      state.fill();
      if (start != null) {
        start.replaceTables();
      }
      if (given != null) {
        given.replaceTables();
      }
      StateFile kept = file;
      if (kept != null) {
        rewrite(kept);
      }
      state.replaced();
    }
  }

  private @Nullable StateDocument read(byte @Nullable [] document) {
    return document == null ? null : StateDocument.read(document, tables);
  }

  /**
   * Keeps the state in a file from now on. What the file holds already takes the place of the seed.
   * Throws {@link StateFileProblem} when it cannot be read or written.
   */
  public void keepIn(StateFile kept) {
    synchronized (state) {
      try {
        if (kept.exists()) {
          tables.clear();
          kept.contract(contract).load(tables);
          kept.goOn(tables);
        } else {
          kept.contract(contract).rewrite(tables);
        }
      } catch (IOException e) {
        throw StateFileProblem.cannotBeUsed(kept.path(), e);
      }
      file = kept;
      tables.track(this::commit);
      state.replaced();
      watch(kept);
    }
  }

  /**
   * Looks whether somebody else deletes or changes the file: with the end of the process all would
   * be lost.
   */
  private void watch(StateFile kept) {
    watch =
        new ChangeWatch(
                () -> {
                  synchronized (state) {
                    return file != kept || kept.isIntact();
                  }
                },
                this::mend)
            .start();
  }

  private void mend() {
    synchronized (state) {
      StateFile kept = file;
      try {
        if (kept != null && broken == null && !kept.isIntact()) {
          kept.mend(tables);
          tables.forgetChanges();
        }
      } catch (IOException e) {
        LOG.log(
            System.Logger.Level.ERROR,
            "State file {0} was deleted or changed by somebody else, and cannot be written: {1}",
            kept == null ? "" : kept.path(),
            e);
      }
    }
  }

  /**
   * Does something that may change the state, and writes the change before it returns. Throws a
   * {@link Refusal} when that is impossible; then nothing has changed.
   */
  public <T> T kept(String method, Supplier<T> action) {
    if (file == null) {
      return action.get();
    }
    refuseBroken();
    if (READING.contains(method)) {
      // need not wait for each other; most change nothing
      try {
        return action.get();
      } finally {
        synchronized (state) {
          commit();
        }
      }
    }
    // together, so that nobody is told of a change that is then taken back
    synchronized (state) {
      try {
        return action.get();
      } finally {
        commit();
      }
    }
  }

  /**
   * Hands everything remembered, and the file in which it is kept, to another stub of the vendor.
   * What does not fit there is given up for the seed; its file is then put aside as {@code .unfit}.
   * Returns why it did not fit, or null. Throws {@link StateFileProblem}, and changes nothing here,
   * when the file cannot be written.
   */
  public @Nullable String moveTo(StateKeeper next) {
    byte[] all;
    StateFile kept;
    synchronized (state) {
      all = export();
      kept = file;
      file = null;
      unwatch();
    }
    String unfit = null;
    try {
      next.replace(all);
    } catch (StateProblem e) {
      unfit = e.getMessage();
    }
    try {
      if (kept != null) {
        next.keepInstead(kept, unfit != null);
      }
      return unfit;
    } catch (IOException e) {
      file = kept;
      watch(kept);
      throw StateFileProblem.cannotBeUsed(kept.path(), e);
    }
  }

  private void unwatch() {
    if (watch != null) {
      watch.close();
    }
  }

  private void keepInstead(StateFile kept, boolean aside) throws IOException {
    synchronized (state) {
      if (aside) {
        kept.copyAside();
      }
      kept.contract(contract).rewrite(tables);
      file = kept;
      tables.track(this::commit);
      watch(kept);
    }
  }

  private void refuseBroken() {
    String why = broken;
    if (why != null) {
      throw new Refusal(500, why);
    }
  }

  /** With the monitor held. */
  private void commit() {
    StateFile kept = file;
    if (kept == null || !tables.isChanged()) {
      return;
    }
    refuseBroken();
    try {
      if (kept.isIntact()) {
        kept.append(tables.changes());
      } else {
        kept.mend(tables);
      }
      tables.forgetChanges();
    } catch (IOException | StateFileProblem e) {
      throw undone(kept, e);
    }
    if (kept.isLarge()) {
      try {
        kept.rewrite(tables);
      } catch (IOException e) {
        LOG.log(
            System.Logger.Level.WARNING,
            "State file {0} is kept as it is, for it cannot be made smaller: {1}",
            kept.path(),
            e);
      }
    }
  }

  private void rewrite(StateFile kept) {
    try {
      kept.rewrite(tables);
      tables.forgetChanges();
    } catch (IOException e) {
      throw undone(kept, e);
    }
  }

  /** Makes the state what the file says: it is what the next start will find. */
  private Refusal undone(StateFile kept, Exception cause) {
    String what = "State file %s cannot be written: %s.".formatted(kept.path(), cause.getMessage());
    try {
      if (cause instanceof StateFileProblem problem) {
        throw problem;
      }
      tables.clear();
      kept.load(tables);
      tables.forgetChanges();
      state.replaced();
    } catch (IOException | StateFileProblem e) {
      broken = what + " No request is taken any more. Make room, then start the mock again.";
      LOG.log(System.Logger.Level.ERROR, broken, e);
      return new Refusal(500, broken);
    }
    return new Refusal(500, what + " Nothing has changed. Make room and send the request again.");
  }

  /** Waits for what goes on outside of requests, such as calls of webhooks, no longer than this. */
  public void drain(Duration atMost) {
    state.drain(atMost);
  }

  /** Gives the file back. */
  public void close() {
    synchronized (state) {
      unwatch();
      mend();
      tables.share().close();
      StateFile kept = file;
      file = null;
      try {
        if (kept != null) {
          kept.close();
        }
      } catch (IOException e) {
        LOG.log(System.Logger.Level.WARNING, "State file was not closed", e);
      }
    }
  }
}
