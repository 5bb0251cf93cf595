package dev.forecourt.mock;

import dev.forecourt.mock.store.StateProblem;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.FileTime;
import java.time.Duration;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A file with the start data of a vendor: an exported state or a part of one. Watched while the
 * stub runs: after a change the stub begins anew with it.
 */
public final class SeedFile implements AutoCloseable {

  // editors write in several steps: a change counts when the file has rested for one look
  private static final Duration LOOK = Duration.ofMillis(500);

  private final Path path;
  private final String vendor;
  private final Seed seed = new Seed();
  private Stamp taken;
  private @Nullable Thread watcher;

  /** Reads the file. Throws {@link UncheckedIOException} when it cannot be read. */
  public SeedFile(String vendor, Path path) {
    this.vendor = vendor;
    this.path = path;
    try {
      taken = Stamp.of(path);
      seed.document(Files.readAllBytes(path));
    } catch (IOException e) {
      throw new UncheckedIOException(
          "Seed file %s of %s cannot be read. Give one that is there: %s"
              .formatted(path, vendor, e),
          e);
    }
  }

  /** What it says, to open a stub with. */
  public Seed seed() {
    return seed;
  }

  /** The same failure with the name of this file, and what to do. */
  public StateProblem unfit(StateProblem problem) {
    return new StateProblem(
        "Seed file %s of %s does not fit: %s. Correct it and start again."
            .formatted(path, vendor, problem.getMessage()));
  }

  /** Looks twice a second for a change; tells of each what became of it. */
  public synchronized void watch(VendorStub stub, Consumer<String> notice) {
    Thread thread = new Thread(() -> watch(stub, LOOK, notice), "forecourt-mock-seed");
    thread.setDaemon(true);
    thread.start();
    watcher = thread;
  }

  private void watch(VendorStub stub, Duration look, Consumer<String> notice) {
    Stamp before = taken;
    while (true) {
      try {
        Thread.sleep(look.toMillis());
      } catch (InterruptedException e) {
        return;
      }
      before = look(before, stub, notice);
    }
  }

  /** Looks once; returns what it saw. */
  Stamp look(Stamp before, VendorStub stub, Consumer<String> notice) {
    try {
      Stamp now = Stamp.of(path);
      if (!now.equals(taken) && now.equals(before)) {
        taken = now;
        take(stub, notice);
      }
      return now;
    } catch (NoSuchFileException e) {
      return before; // some editors replace the file
    } catch (IOException e) {
      notice.accept("%s: seed file %s cannot be read: %s".formatted(vendor, path, e));
      return before;
    }
  }

  private void take(VendorStub stub, Consumer<String> notice) throws IOException {
    byte[] document = Files.readAllBytes(path);
    try {
      stub.state().check(document);
      seed.document(document);
      stub.reset();
      notice.accept("%s: begins anew with the changed seed file %s".formatted(vendor, path));
    } catch (StateProblem | Refusal e) {
      notice.accept(
          "%s: changed seed file %s was not taken, the old one stays: %s. Correct it and save it again."
              .formatted(vendor, path, e.getMessage()));
    }
  }

  @Override
  public synchronized void close() {
    if (watcher != null) {
      watcher.interrupt();
    }
  }

  /** What tells a changed file from the one before. */
  record Stamp(FileTime time, long size) {
    static Stamp of(Path path) throws IOException {
      BasicFileAttributes now = Files.readAttributes(path, BasicFileAttributes.class);
      return new Stamp(now.lastModifiedTime(), now.size());
    }
  }
}
