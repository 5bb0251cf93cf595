package dev.forecourt.runtime.kit;

import dev.forecourt.runtime.call.Sleeper;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;

/** A clock that stands still until somebody waits. */
public final class FakeTime extends Clock implements Sleeper {
  /** Where it begins. */
  public static final Instant START = Instant.parse("2026-01-02T03:04:05Z");

  private final List<Duration> waits = new CopyOnWriteArrayList<>();
  private Instant now = START;

  @Override
  public synchronized void sleep(Duration duration) {
    waits.add(duration);
    now = now.plus(duration);
  }

  /** Lets time pass without anybody waiting. */
  public synchronized void pass(Duration duration) {
    now = now.plus(duration);
  }

  /** All waits so far. */
  public List<Duration> waits() {
    return List.copyOf(waits);
  }

  @Override
  public synchronized Instant instant() {
    return now;
  }

  @Override
  public ZoneId getZone() {
    return ZoneOffset.UTC;
  }

  @Override
  public Clock withZone(ZoneId zone) {
    return this;
  }
}
