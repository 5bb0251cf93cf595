package dev.forecourt.mock.disk;

import java.io.Closeable;
import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.HashSet;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Keeps a second process, or a second stub of this one, from writing to the same file. */
final class LockFile implements Closeable {

  // a lock belongs to a process, and on many systems it ends when any stream to the file is closed:
  // inside this process nobody may even look
  private static final Set<Path> TAKEN = new HashSet<>();

  private final Path file;
  private final FileChannel channel;

  private LockFile(Path file, FileChannel channel) {
    this.file = file;
    this.channel = channel;
  }

  /** Null when somebody else has the lock. It ends with the process, however that ends. */
  static @Nullable LockFile take(Path directory, String name) throws IOException {
    Path file = directory.toRealPath().resolve(name);
    synchronized (TAKEN) {
      if (TAKEN.contains(file)) {
        return null;
      }
      FileChannel channel =
          FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
      if (channel.tryLock() == null) {
        channel.close();
        return null;
      }
      TAKEN.add(file);
      return new LockFile(file, channel);
    }
  }

  @Override
  public void close() throws IOException {
    synchronized (TAKEN) {
      channel.close();
      TAKEN.remove(file);
    }
  }
}
