package dev.forecourt.claire.webhook;

import java.time.Duration;
import java.time.Instant;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** Keeps its messages in the order in which they came, so the oldest are found first. */
final class SeenInMemory implements SeenMessages {
  private final int most;
  private final Duration longest;
  private final Map<String, Instant> seen = new LinkedHashMap<>();

  SeenInMemory(int most, Duration longest) {
    if (most < 1) {
      throw new IllegalArgumentException(
          "Number of remembered messages must be at least 1: " + most + ". Give a positive one.");
    }
    if (longest.isZero() || longest.isNegative()) {
      throw new IllegalArgumentException(
          "Time for which messages are remembered must be positive: "
              + longest
              + ". Give a longer one.");
    }
    this.most = most;
    this.longest = longest;
  }

  @Override
  public synchronized Optional<Instant> remember(String fingerprint, Instant now) {
    Instant end = now.minus(longest);
    Instant before = seen.remove(fingerprint);
    seen.put(fingerprint, now);
    Iterator<Instant> oldest = seen.values().iterator();
    while (seen.size() > most || oldest.hasNext()) {
      Instant time = oldest.next();
      if (seen.size() <= most && time.isAfter(end)) {
        break;
      }
      oldest.remove();
    }
    return Optional.ofNullable(before).filter(time -> time.isAfter(end));
  }

  @Override
  public synchronized void forget(String fingerprint) {
    seen.remove(fingerprint);
  }

  synchronized int size() {
    return seen.size();
  }

  /** Number of messages, nothing else. */
  @Override
  public String toString() {
    return "SeenMessages{" + size() + " of at most " + most + "}";
  }
}
