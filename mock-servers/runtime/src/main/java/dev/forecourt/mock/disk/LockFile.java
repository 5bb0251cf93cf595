package dev.forecourt.mock.disk;

import java.io.Closeable;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * Keeps a second process, or a second stub of this one, from writing to the same file; and
 * remembers how long that file has been.
 */
final class LockFile implements Closeable {

  private static final int MOST_NOTED = 100;

  // a lock belongs to a process, and on many systems it ends when any stream to the file is closed:
  // inside this process nobody may even look
  private static final Set<Path> TAKEN = new HashSet<>();

  private final Path path;
  // written to by itself, not by its channel: an interrupted thread would close that, and the lock
  private final RandomAccessFile file;

  private LockFile(Path path, RandomAccessFile file) {
    this.path = path;
    this.file = file;
  }

  /** Null when somebody else has the lock. It ends with the process, however that ends. */
  static @Nullable LockFile take(Path directory, String name) throws IOException {
    Path path = directory.toRealPath().resolve(name);
    synchronized (TAKEN) {
      if (TAKEN.contains(path)) {
        return null;
      }
      RandomAccessFile file = new RandomAccessFile(path.toFile(), "rw");
      if (file.getChannel().tryLock() == null) {
        file.close();
        return null;
      }
      TAKEN.add(path);
      return new LockFile(path, file);
    }
  }

  /** Remembers a short text, over the end of the process. */
  void note(String text) throws IOException {
    file.seek(0);
    file.write((text + "\n").getBytes(StandardCharsets.US_ASCII));
  }

  /** The text remembered last; empty for none, and when it cannot be read. */
  String noted() {
    try {
      byte[] bytes = new byte[MOST_NOTED];
      file.seek(0);
      int read = Math.max(0, file.read(bytes));
      String all = new String(bytes, 0, read, StandardCharsets.US_ASCII);
      return all.substring(0, Math.max(0, all.indexOf('\n')));
    } catch (IOException e) {
      return "";
    }
  }

  @Override
  public void close() throws IOException {
    synchronized (TAKEN) {
      file.close();
      TAKEN.remove(path);
    }
  }
}
