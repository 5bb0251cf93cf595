package dev.forecourt.mock.control;

import dev.forecourt.mock.http.MockRequest;
import dev.forecourt.mock.http.MockResponse;
import dev.forecourt.mock.http.Refusal;
import dev.forecourt.mock.json.JsonWriter;
import java.time.Clock;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.Consumer;
import java.util.function.Function;

/**
 * A clock that {@code /__mock/clock} moves: it goes on from there at the usual pace. Everything
 * that a stub does by time follows, such as tokens and windows of a rate limit.
 */
public final class MovableClock extends Clock {

  private static final Instant FIRST = Instant.parse("1970-01-01T00:00:00Z");
  private static final Instant LAST = Instant.parse("9999-01-01T00:00:00Z");

  private final Clock real;
  private final List<Consumer<Duration>> listeners = new CopyOnWriteArrayList<>();
  private volatile Duration moved = Duration.ZERO;

  private MovableClock(Clock real) {
    this.real = real;
  }

  /** The clock itself if it can be moved, otherwise one around it that can. */
  public static MovableClock around(Clock clock) {
    return clock instanceof MovableClock movable ? movable : new MovableClock(clock);
  }

  /** The clock that it is around. */
  public Clock real() {
    return real;
  }

  /** Tells by how much, each time it is moved; negative when back. */
  public void onMove(Consumer<Duration> listener) {
    listeners.add(listener);
  }

  /** Whether it tells another time than the clock that it is around. */
  boolean isMoved() {
    return !moved.isZero();
  }

  /** Goes back to real time. */
  void reset() {
    move(Duration.ZERO);
  }

  private synchronized void move(Duration to) {
    Duration by = to.minus(moved);
    moved = to;
    if (!by.isZero()) {
      listeners.forEach(each -> each.accept(by));
    }
  }

  @Override
  public Instant instant() {
    Duration by = moved;
    // the very object: no addition as long as nobody has moved it
    return by == Duration.ZERO ? real.instant() : real.instant().plus(by);
  }

  @Override
  public ZoneId getZone() {
    return real.getZone();
  }

  /** The same clock, moved with this one, in another zone. */
  @Override
  public Clock withZone(ZoneId zone) {
    MovableClock all = this;
    return new Clock() {
      @Override
      public ZoneId getZone() {
        return zone;
      }

      @Override
      public Clock withZone(ZoneId other) {
        return all.withZone(other);
      }

      @Override
      public Instant instant() {
        return all.instant();
      }
    };
  }

  Map<String, Function<MockRequest, MockResponse>> controls() {
    return Map.of("GET /__mock/clock", request -> show(), "POST /__mock/clock", this::set);
  }

  private MockResponse set(MockRequest request) {
    ControlBody body = ControlBody.of(request).only("advance", "now", "reset");
    String advance = body.text("advance");
    String now = body.text("now");
    boolean reset = Boolean.TRUE.equals(body.value("reset"));
    if ((advance == null ? 0 : 1) + (now == null ? 0 : 1) + (reset ? 1 : 0) != 1) {
      throw wrong();
    }
    try {
      Duration to =
          reset
              ? Duration.ZERO
              : now == null
                  ? moved.plus(Duration.parse(String.valueOf(advance)))
                  : Duration.between(real.instant(), Instant.parse(now));
      Instant then = real.instant().plus(to);
      if (then.isBefore(FIRST) || then.isAfter(LAST)) {
        throw wrong();
      }
      move(to.isZero() ? Duration.ZERO : to);
    } catch (DateTimeException | ArithmeticException e) {
      throw wrong();
    }
    return show();
  }

  private static Refusal wrong() {
    return new Refusal(
        400,
        "Send {\"advance\": \"PT2H\"}, {\"now\": \"2026-01-01T00:00:00Z\"} or {\"reset\": true};"
            + " years 1970 to 9998");
  }

  private MockResponse show() {
    return MockResponse.json(
        200,
        JsonWriter.object(
            out -> out.field("now", instant().toString()).field("moved", moved.toString())));
  }
}
