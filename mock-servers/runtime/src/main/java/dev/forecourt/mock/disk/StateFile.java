package dev.forecourt.mock.disk;

import dev.forecourt.mock.json.JsonWriter;
import dev.forecourt.mock.store.Tables;
import java.io.BufferedOutputStream;
import java.io.Closeable;
import java.io.FileOutputStream;
import java.io.IOException;
import java.io.OutputStream;
import java.io.RandomAccessFile;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.BasicFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * The file {@code <vendor>.jsonl} in which a state is kept: a header, a snapshot, a line that ends
 * it, then one line for each change. What has been appended survives the end of the process; for a
 * crash of the machine only snapshots are written through. Not safe for use by several threads.
 */
public final class StateFile implements Closeable {

  private static final System.Logger LOG = System.getLogger(StateFile.class.getName());
  private static final int TIMES_SNAPSHOT = 4;
  private static final long MIN_LARGE = 8L * 1024 * 1024;

  private final Path path;
  private final String vendor;
  private final LockFile lock;
  // no channel: an interrupted thread would close it
  private @Nullable RandomAccessFile out;
  private StateHeader header;
  private @Nullable String contract;
  private @Nullable Object key;
  private boolean isSnapshot;
  private long lines;
  private long good;
  private long snapshot;

  private StateFile(Path path, String vendor, LockFile lock) {
    this.path = path;
    this.vendor = vendor;
    this.lock = lock;
    header = StateHeader.of(vendor, null);
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

  /** By which version of the contract the rows are written from now on. Default: none is noted. */
  public StateFile contract(String version) {
    contract = version;
    return this;
  }

  /**
   * Puts what the file holds into empty tables. Drops a last line that was not written to its end;
   * throws {@link StateFileProblem} for any other fault, and when there is no memory for it.
   */
  public void load(Tables tables) throws IOException {
    StateLoader loader = new StateLoader(path, vendor, contract, lock.noted());
    loader.load(tables);
    header = loader.header();
    lines = loader.lines();
    good = loader.length();
    snapshot = good;
    isSnapshot = loader.isSnapshot();
  }

  /** Goes on writing where the file that was loaded ends; makes it small before, if it is not. */
  public void goOn(Tables tables) throws IOException {
    if (isSnapshot) {
      openOutput();
      key = key();
      lock.note(header.note(good));
    } else {
      rewrite(tables);
    }
  }

  /** Whether the file is the one that was written last, and as long as it was then. */
  public boolean isIntact() {
    try {
      return Files.size(path) == good && Objects.equals(key, key());
    } catch (IOException e) {
      return false;
    }
  }

  /**
   * Writes all anew after somebody else has deleted or changed the file. Keeps what is there beside
   * it, as {@code <vendor>.jsonl.replaced}.
   */
  public void mend(Tables tables) throws IOException {
    Files.createDirectories(path.toAbsolutePath().getParent());
    boolean replaced = exists();
    if (replaced) {
      Files.move(
          path,
          path.resolveSibling(path.getFileName() + ".replaced"),
          StandardCopyOption.REPLACE_EXISTING);
    }
    rewrite(tables);
    LOG.log(
        System.Logger.Level.WARNING,
        replaced
            ? "State file {0} was changed by somebody else while the mock runs. It is written anew"
                + " with what the mock remembers; what was there is kept beside it as .replaced."
                + " To exchange a state, use PUT /__mock/state or end the mock before."
            : "State file {0} was deleted while the mock runs. It is written anew with what the mock"
                + " remembers. To begin with the seed, use POST /__mock/reset.",
        path);
  }

  private @Nullable Object key() throws IOException {
    return Files.readAttributes(path, BasicFileAttributes.class).fileKey();
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
    byte[] line = StateLine.of(lines + 1, changes);
    try {
      file.seek(good);
      file.write(line);
      lock.note(header.note(good + line.length));
      good += line.length;
      lines++;
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
      key = key();
      lock.note(header.note(good));
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
      header = StateHeader.of(vendor, contract);
      lines = 1;
      buffered.write(StateLine.of(lines, header.json()));
      tables.writeParts(part -> write(buffered, StateLine.of(++lines, part)));
      buffered.write(
          StateLine.of(++lines, JsonWriter.object(each -> each.field("snapshot", true))));
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
