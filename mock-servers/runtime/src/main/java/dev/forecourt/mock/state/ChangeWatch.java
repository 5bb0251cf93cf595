package dev.forecourt.mock.state;

import java.io.IOException;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/**
 * Looks twice a second whether something on disk has changed, and tells when it has rested for one
 * look: editors and compilers write in several steps.
 */
public final class ChangeWatch implements AutoCloseable {

  private static final long LOOK_MILLIS = 500;

  private final Stamping stamping;
  private final Runnable changed;
  private @Nullable Object known;
  private @Nullable Object before;
  private @Nullable Thread thread;

  /** Tells of changes from now on. */
  public ChangeWatch(Stamping stamping, Runnable changed) {
    this.stamping = stamping;
    this.changed = changed;
    known = now();
    before = known;
  }

  /** Begins to look, on a thread that ends with the process. */
  public synchronized ChangeWatch start() {
    Thread looking = new Thread(this::watch, "forecourt-mock-watch");
    looking.setDaemon(true);
    looking.start();
    thread = looking;
    return this;
  }

  private void watch() {
    try {
      while (true) {
        Thread.sleep(LOOK_MILLIS);
        look();
      }
    } catch (InterruptedException e) {
      // closed
    }
  }

  /** Looks once. */
  void look() {
    Object now = now();
    if (now == null) {
      return; // being replaced
    }
    boolean rested = now.equals(before);
    before = now;
    if (rested && !Objects.equals(now, known)) {
      known = now;
      changed.run();
    }
  }

  private @Nullable Object now() {
    try {
      return stamping.now();
    } catch (IOException e) {
      return null;
    }
  }

  @Override
  public synchronized void close() {
    if (thread != null) {
      thread.interrupt();
    }
  }

  /** Tells one state of a thing from another by {@code equals}. */
  public interface Stamping {

    /** The stamp now; null, or a failure, while there is none. */
    @Nullable Object now() throws IOException;
  }
}
