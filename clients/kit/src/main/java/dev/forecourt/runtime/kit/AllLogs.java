package dev.forecourt.runtime.kit;

import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import java.util.logging.SimpleFormatter;

/** Every log record of the process at the finest level, while open. */
public final class AllLogs implements AutoCloseable {
  private final Logger root = Logger.getLogger("");
  private final Level levelBefore = root.getLevel();
  private final Handler[] handlersBefore = root.getHandlers();
  private final List<String> lines = new CopyOnWriteArrayList<>();
  private final Handler handler = new Keeper(lines);

  public AllLogs() {
    // only ours: the console would print thousands of lines of the JDK
    for (Handler before : handlersBefore) {
      root.removeHandler(before);
    }
    root.setLevel(Level.ALL);
    root.addHandler(handler);
  }

  /** Each record behind the name of its logger. */
  public List<String> lines() {
    return List.copyOf(lines);
  }

  @Override
  public void close() {
    root.removeHandler(handler);
    root.setLevel(levelBefore);
    for (Handler before : handlersBefore) {
      root.addHandler(before);
    }
  }

  private static final class Keeper extends Handler {
    private final List<String> lines;

    Keeper(List<String> lines) {
      this.lines = lines;
    }

    @Override
    public void publish(LogRecord record) {
      lines.add(record.getLoggerName() + ": " + new SimpleFormatter().format(record));
    }

    @Override
    public void flush() {}

    @Override
    public void close() {}
  }
}
