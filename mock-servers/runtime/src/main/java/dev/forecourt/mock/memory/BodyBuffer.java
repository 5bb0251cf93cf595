package dev.forecourt.mock.memory;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntSupplier;

/**
 * Collects the body of one request as it arrives: up to one byte more than a limit, and as long as
 * the memory for bodies lasts. To be closed when the request is answered. Not safe for use by
 * several threads at a time.
 */
public final class BodyBuffer implements AutoCloseable {

  private static final byte[] NONE = {};

  private final Budget budget;
  private final int first;
  private final IntSupplier most;
  private final List<byte[]> parts = new ArrayList<>(2);
  private int length;
  private int limit;
  private long taken;
  private boolean full;

  /**
   * An empty one.
   *
   * @param first a limit that is never too high, up to which nobody need be asked
   * @param most the limit, asked for once when a body is longer than that
   */
  public BodyBuffer(Budget budget, int first, IntSupplier most) {
    this.budget = budget;
    this.first = first;
    this.most = most;
    this.limit = first + 1;
  }

  /** Takes the next part, which must not change later; returns how many bytes it had no use for. */
  public int add(byte[] part) {
    if (full) {
      return part.length;
    }
    if (length + part.length > limit && limit == first + 1) {
      limit = Math.max(first, most.getAsInt()) + 1;
    }
    int room = limit - length;
    byte[] used = part.length <= room ? part : Arrays.copyOf(part, room);
    if (used.length > 0 && !take(used.length)) {
      close(); // at once: others may go on with what it had
      return part.length;
    }
    if (used.length > 0) {
      parts.add(used);
      length += used.length;
    }
    return part.length - used.length;
  }

  private boolean take(int bytes) {
    boolean fits = budget.tryTake(bytes);
    taken += fits ? bytes : 0;
    return fits;
  }

  /** Whether the memory for bodies did not last: then the request is to be refused. */
  public boolean isFull() {
    return full;
  }

  /** What has been collected. */
  public byte[] bytes() {
    if (parts.size() <= 1) {
      return parts.isEmpty() ? NONE : parts.get(0);
    }
    byte[] all = new byte[length];
    int at = 0;
    for (byte[] each : parts) {
      System.arraycopy(each, 0, all, at, each.length);
      at += each.length;
    }
    parts.clear();
    parts.add(all);
    return all;
  }

  /** Gives the memory back; it takes no more. */
  @Override
  public void close() {
    budget.give(taken);
    taken = 0;
    full = true;
    parts.clear();
    length = 0;
  }
}
