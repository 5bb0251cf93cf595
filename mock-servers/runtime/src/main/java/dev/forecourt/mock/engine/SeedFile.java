package dev.forecourt.mock.engine;

import dev.forecourt.mock.http.Refusal;
import dev.forecourt.mock.memory.Budget;
import dev.forecourt.mock.memory.Budgets;
import dev.forecourt.mock.state.ChangeWatch;
import dev.forecourt.mock.state.Seed;
import dev.forecourt.mock.store.StateProblem;
import dev.forecourt.mock.store.StateTooLarge;
import dev.forecourt.mock.vendor.VendorStub;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.util.List;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A file with the start data of a vendor: an exported state or a part of one. Watched while the
 * stub runs: after a change the stub begins anew with it.
 */
public final class SeedFile implements AutoCloseable {

  // a guess at what a document and its rows take
  private static final int TIMES_AS_ROWS = 5;

  private final Path path;
  private final String vendor;
  private final Seed seed = new Seed();
  private @Nullable ChangeWatch watch;

  /**
   * Reads the file. Throws {@link UncheckedIOException} when it cannot be read, {@link
   * StateProblem} when it is too large for the memory of this JVM.
   */
  public SeedFile(String vendor, Path path) {
    this.vendor = vendor;
    this.path = path;
    try {
      seed.document(read());
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Seed file %s of %s cannot be read. Give one that is there: %s"
              .formatted(path, vendor, e),
          e);
    }
  }

  /** Its bytes. Throws {@link StateProblem} when they alone would need too much memory. */
  private byte[] read() throws IOException {
    long size = Files.size(path);
    Budget budget = Budgets.ofThisJvm().state();
    if (size > budget.limit()) {
      throw new StateProblem(
          "Seed file %s of %s does not fit: it has %s, more than the %s for %s. Start Java with %s (documentation, \"Limits of the mocks\")."
              .formatted(
                  path,
                  vendor,
                  Budget.shown(size),
                  Budget.shown(budget.limit()),
                  budget.what(),
                  budget.optionFor(size * TIMES_AS_ROWS)));
    }
    return Files.readAllBytes(path);
  }

  /** What it says, to open a stub with. */
  public Seed seed() {
    return seed;
  }

  /** The same failure with the name of this file, and what to do. */
  public StateProblem unfit(StateProblem problem) {
    if (problem instanceof StateTooLarge) {
      return new StateProblem(
          "Seed file %s of %s does not fit: %s.".formatted(path, vendor, problem.getMessage()));
    }
    return new StateProblem(
        "Seed file %s of %s does not fit: %s. Correct it and start again."
            .formatted(path, vendor, problem.getMessage()));
  }

  /** Looks for changes from now on; tells of each what became of it. */
  public synchronized void watch(VendorStub stub, Consumer<String> notice) {
    watch = new ChangeWatch(this::stamp, () -> take(stub, notice)).start();
  }

  private Object stamp() throws IOException {
    BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
    return List.of(now.lastModifiedTime(), now.size());
  }

  /** Begins anew with what the file says now. */
  void take(VendorStub stub, Consumer<String> notice) {
    try {
      byte[] document = read();
      stub.state().check(document);
      seed.document(document);
      stub.reset();
      notice.accept("%s: begins anew with the changed seed file %s".formatted(vendor, path));
    } catch (StateProblem | Refusal | IOException e) {
      notice.accept(
          "%s: changed seed file %s was not taken, the old one stays: %s. Correct it and save it again."
              .formatted(vendor, path, e.getMessage()));
    }
  }

  @Override
  public synchronized void close() {
    if (watch != null) {
      watch.close();
    }
  }
}
