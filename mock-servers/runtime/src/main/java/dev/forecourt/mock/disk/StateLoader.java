package dev.forecourt.mock.disk;

import dev.forecourt.mock.memory.Budget;
import dev.forecourt.mock.store.StateProblem;
import dev.forecourt.mock.store.Tables;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Reads a state file from its first to its last line, and says what is wrong with it. */
final class StateLoader {

  private static final System.Logger LOG = System.getLogger(StateLoader.class.getName());

  private final Path path;
  private final String vendor;
  private final @Nullable String contract;
  private final String noted;
  private StateHeader header;
  private long number;
  private long length;
  private boolean complete;
  private boolean changed;

  /**
   * A loader of the file of a vendor.
   *
   * @param contract version of the contract that rows are to fit; null when it does not matter
   * @param noted what the lock remembers of the file
   */
  StateLoader(Path path, String vendor, @Nullable String contract, String noted) {
    this.path = path;
    this.vendor = vendor;
    this.contract = contract;
    this.noted = noted;
    header = new StateHeader(0, vendor, null, null);
  }

  /** Its first line. */
  StateHeader header() {
    return header;
  }

  /** Number of its good lines. */
  long lines() {
    return number;
  }

  /** Bytes of its good lines. */
  long length() {
    return length;
  }

  /** Whether it is a snapshot as it would be written now, with nothing after it. */
  boolean isSnapshot() {
    return complete
        && !changed
        && header.format() == StateHeader.FORMAT
        && (contract == null || contract.equals(header.contract()));
  }

  void load(Tables tables) throws IOException {
    Budget budget = tables.share().budget();
    long size = Files.size(path);
    try (LineReader in = new LineReader(path, budget.limit())) {
      byte[] bytes = in.next();
      while (bytes != null) {
        number++;
        Map<?, ?> line = StateLine.read(bytes);
        if (line == null && !in.isWhole() && complete) {
          number--;
          changed = true;
          LOG.log(
              System.Logger.Level.WARNING,
              "State file {0}: line {1} was not written to its end and is dropped."
                  + " Nobody was told that this change had been made.",
              path,
              Long.toString(number + 1));
          break;
        }
        if (line == null) {
          throw damaged("line %d does not have its checksum".formatted(number));
        }
        take(line, tables);
        length = in.offset();
        changed |= !in.isWhole();
        if (budget.used() > budget.limit()) {
          throw tooLarge(tables, size);
        }
        bytes = in.next();
      }
      if (in.isWhole() && size > in.offset() && !changed) {
        throw tooLarge(tables, size);
      }
    }
    if (!complete) {
      throw damaged("it ends before its snapshot does");
    }
    refuseShorterThanNoted(size);
  }

  private void take(Map<?, ?> line, Tables tables) {
    if (number == 1) {
      header = header(line);
      return;
    }
    if (header.isNumbered() && !Long.valueOf(number).equals(line.get("n"))) {
      throw damaged(
          "line %d was written as line %s: lines were removed, doubled or put elsewhere"
              .formatted(number, line.get("n")));
    }
    if (line.containsKey("snapshot")) {
      complete = true;
      return;
    }
    changed |= complete;
    try {
      tables.apply(line);
    } catch (StateProblem e) {
      throw unfit(e);
    }
  }

  private StateHeader header(Map<?, ?> line) {
    StateHeader found = StateHeader.read(line);
    if (found == null || !found.vendor().equals(vendor)) {
      throw damaged("its first line is not that of a state of " + vendor);
    }
    if (found.format() > StateHeader.FORMAT) {
      throw new StateFileProblem(
          "State file %s was written by newer mocks, in format %d; these read up to %d. Start the newer ones, or delete it to begin with the seed."
              .formatted(path, found.format(), StateHeader.FORMAT),
          null);
    }
    return found;
  }

  private StateFileProblem unfit(StateProblem problem) {
    String what = "line %d: %s".formatted(number, problem.getMessage());
    if (contract == null || header.contract() == null || contract.equals(header.contract())) {
      return damaged(what);
    }
    return new StateFileProblem(
        "State file %s was written by version %s of the contract of %s and does not fit version %s: %s. Start mocks of version %s and export it with GET /__mock/state, correct that and give it as --seed; or delete the file to begin with the seed."
            .formatted(path, header.contract(), vendor, contract, what, header.contract()),
        null);
  }

  /** Lines that are missing at the end leave no trace in the file itself. */
  private void refuseShorterThanNoted(long size) {
    int space = noted.indexOf(' ');
    if (header.id() == null || space < 0 || !noted.substring(0, space).equals(header.id())) {
      return;
    }
    long was = Long.parseLong(noted.substring(space + 1));
    if (size < was) {
      throw new StateFileProblem(
          "State file %s is damaged: its last %d bytes are missing, changes that had been answered. Put a copy back; or delete %s to go on without them."
              .formatted(path, was - size, path.resolveSibling(vendor + ".lock")),
          null);
    }
  }

  private StateFileProblem tooLarge(Tables tables, long size) {
    // what is read so far tells what the rest takes
    double times = length == 0 ? 1 : (double) size / length;
    long needed = (long) (tables.share().bytes() * times);
    tables.clear();
    return new StateFileProblem(
        "State file %s does not fit: %s."
            .formatted(path, tables.tooLarge(Math.max(needed, size)).getMessage()),
        null);
  }

  private StateFileProblem damaged(String what) {
    return new StateFileProblem(
        "State file %s is damaged: %s. Put a copy back, or delete it to begin with the seed."
            .formatted(path, what),
        null);
  }
}
