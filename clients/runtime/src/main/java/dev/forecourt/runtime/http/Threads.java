package dev.forecourt.runtime.http;

import java.security.AccessController;
import java.security.PrivilegedAction;

/** Makes threads that hold nothing of the application that happens to call first. */
final class Threads {
  private Threads() {}

  /** Without its class loader, its inheritable thread locals, its protection domains. */
  @SuppressWarnings("removal") // needed up to Java 23, and harmless later
  static Thread daemon(String name, Runnable task) {
    return AccessController.doPrivileged(
        (PrivilegedAction<Thread>)
            () -> {
              Thread thread = new Thread(null, task, name, 0, false);
              thread.setContextClassLoader(null);
              thread.setDaemon(true);
              return thread;
            });
  }
}
