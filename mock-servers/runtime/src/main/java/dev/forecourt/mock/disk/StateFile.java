package dev.forecourt.mock.disk;

import dev.forecourt.mock.json.JsonWriter;
import dev.forecourt.mock.store.StateProblem;
import dev.forecourt.mock.store.Tables;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The file {@code <vendor>.jsonl} in which a state is kept: a header, a snapshot, a line that ends
 * it, then one line for each change. What has been appended survives the end of the process; for a
 * crash of the machine only snapshots are written through. Not safe for use by several threads.
 */
public final class StateFile implements Closeable {

  private static final System.Logger LOG = System.getLogger(StateFile.class.getName());
  private static final long FORMAT = 1;
  private static final int TIMES_SNAPSHOT = 4;
  private static final long MIN_LARGE = 8L * 1024 * 1024;

  private final Path path;
  private final String vendor;
  private final LockFile lock;
  // no channel: an interrupted thread would close it
  private @Nullable RandomAccessFile out;
  private long good;
  private long snapshot;

  private StateFile(Path path, String vendor, LockFile lock) {
    this.path = path;
    this.vendor = vendor;
    this.lock = lock;
  }

  /**
   * Takes the file of a vendor in a directory, which is made if there is none. Throws {@link
   * StateFileProblem} when another process has it.
   */
  public static StateFile open(Path directory, String vendor) {
    Path path = directory.resolve(vendor + ".jsonl");
    try {
      Files.createDirectories(directory);
      LockFile lock = LockFile.take(directory, vendor + ".lock");
      if (lock == null) {
        throw new StateFileProblem(
            "State file %s is in use by another mock. End that one, or choose another directory."
                .formatted(path),
            null);
      }
      return new StateFile(path, vendor, lock);
    } catch (IOException e) {
      throw StateFileProblem.cannotBeUsed(path, e);
    }
  }

  /** Where it is. */
  public Path path() {
    return path;
  }

  /** Whether there is one already. */
  public boolean exists() {
    return Files.exists(path);
  }

  /**
   * Puts what the file holds into empty tables. Drops a last line that was not written to its end;
   * throws {@link StateFileProblem} for any other fault.
   */
  public void load(Tables tables) throws IOException {
    long number = 0;
    boolean complete = false;
    try (InputStream in = new BufferedInputStream(Files.newInputStream(path), 1 << 16)) {
      ByteArrayOutputStream buffer = new ByteArrayOutputStream();
      while (true) {
        boolean whole = readLine(in, buffer);
        if (!whole && buffer.size() == 0) {
          break;
        }
        number++;
        Map<?, ?> line = StateLine.read(buffer.toByteArray());
        if (line == null && !whole && complete) {
          LOG.log(
              System.Logger.Level.WARNING,
              "State file {0}: line {1} was not written to its end and is dropped."
                  + " Nobody was told that this change had been made.",
              path,
              Long.toString(number));
          break;
        }
        if (line == null) {
          throw damaged("line %d does not have its checksum".formatted(number));
        }
        complete |= take(line, number, tables);
      }
    }
    if (!complete) {
      throw damaged("it ends before its snapshot does");
    }
  }

  /** Whether the snapshot ends with this line. */
  private boolean take(Map<?, ?> line, long number, Tables tables) {
    if (number == 1) {
      if (!Long.valueOf(FORMAT).equals(line.get("forecourt"))
          || !vendor.equals(line.get("vendor"))) {
        throw damaged("its first line is not that of a state of " + vendor + " of this version");
      }
      return false;
    }
    if (line.containsKey("snapshot")) {
      return true;
    }
    try {
      tables.apply(line);
      return false;
    } catch (StateProblem e) {
      throw damaged("line %d: %s".formatted(number, e.getMessage()));
    }
  }

  private StateFileProblem damaged(String what) {
    return new StateFileProblem(
        "State file %s is damaged: %s. Put a copy back, or delete it to begin with the seed."
            .formatted(path, what),
        null);
  }

  /** Reads up to the next line feed, which it leaves out; false when the file ends before. */
  private static boolean readLine(InputStream in, ByteArrayOutputStream into) throws IOException {
    into.reset();
    for (int each = in.read(); each >= 0; each = in.read()) {
      if (each == '\n') {
        return true;
      }
      into.write(each);
    }
    return false;
  }

  /**
   * Adds a change. When that fails the file is as it was before, unless this throws {@link
   * StateFileProblem}: then it must not be written any more.
   */
  public void append(byte[] changes) throws IOException {
    RandomAccessFile file = out;
    if (file == null) {
      throw new IOException("it is closed");
    }
    byte[] line = StateLine.of(changes);
    try {
      file.seek(good);
      file.write(line);
      good += line.length;
    } catch (IOException e) {
      cut(file);
      throw e;
    }
  }

  private void cut(RandomAccessFile file) {
    try {
      file.setLength(good);
    } catch (IOException e) {
      throw new StateFileProblem(
          "State file %s holds half of a change that cannot be taken back: %s. Start the mock again."
              .formatted(path, e),
          e);
    }
  }

  /** Keeps what it holds beside it, as {@code <vendor>.jsonl.unfit}. */
  public void copyAside() throws IOException {
    Files.copy(
        path,
        path.resolveSibling(path.getFileName() + ".unfit"),
        StandardCopyOption.REPLACE_EXISTING);
  }

  /** Whether its changes have become so many that a snapshot should take their place. */
  public boolean isLarge() {
    return good > MIN_LARGE && good > TIMES_SNAPSHOT * snapshot;
  }

  /** Puts a snapshot in the place of all it holds, at once: a reader sees the old or the new. */
  public void rewrite(Tables tables) throws IOException {
    snapshot = good; // when this fails, it is not tried again with the next change
    Path next = path.resolveSibling(path.getFileName() + ".tmp");
    try {
      long size = writeSnapshot(next, tables);
      closeOutput(); // some systems do not replace a file that is open
      Files.move(next, path, StandardCopyOption.ATOMIC_MOVE, StandardCopyOption.REPLACE_EXISTING);
      good = size;
      snapshot = size;
      writeThroughDirectory();
    } catch (UncheckedIOException e) {
      throw e.getCause();
    } finally {
      Files.deleteIfExists(next);
      openOutput();
    }
  }

  private long writeSnapshot(Path to, Tables tables) throws IOException {
    try (FileOutputStream file = new FileOutputStream(to.toFile())) {
      ownerOnly(to);
      OutputStream buffered = new BufferedOutputStream(file, 1 << 16);
      buffered.write(
          StateLine.of(
              JsonWriter.object(each -> each.field("forecourt", FORMAT).field("vendor", vendor))));
      tables.writeParts(part -> write(buffered, StateLine.of(part)));
      buffered.write(StateLine.of(JsonWriter.object(each -> each.field("snapshot", true))));
      buffered.flush();
      file.getFD().sync();
    }
    return Files.size(to);
  }

  private static void write(OutputStream out, byte[] bytes) {
    try {
      out.write(bytes);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** A state may hold what is nobody else's business, such as the headers of webhooks. */
  private static void ownerOnly(Path file) throws IOException {
    try {
      Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-------"));
    } catch (UnsupportedOperationException e) {
      // Windows: as the directory says
    }
  }

  private void writeThroughDirectory() {
    try (FileChannel directory =
        FileChannel.open(path.toAbsolutePath().getParent(), StandardOpenOption.READ)) {
      directory.force(true);
    } catch (IOException e) {
      LOG.log(System.Logger.Level.DEBUG, "This system does not write directories through", e);
    }
  }

  private void openOutput() throws IOException {
    if (out == null && Files.exists(path)) {
      out = new RandomAccessFile(path.toFile(), "rw");
    }
  }

  private void closeOutput() throws IOException {
    RandomAccessFile file = out;
    out = null;
    if (file != null) {
      file.close();
    }
  }

  @Override
  public void close() throws IOException {
    closeOutput();
    lock.close();
  }
}
