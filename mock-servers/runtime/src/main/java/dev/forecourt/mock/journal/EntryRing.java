package dev.forecourt.mock.journal;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * The last entries, of which the newest have their headers and bodies. Grows as it fills. Its user
 * holds a monitor.
 */
final class EntryRing {

  private static final int FIRST_LENGTH = 16;

  private @Nullable JournalEntry[] places = new JournalEntry[FIRST_LENGTH];
  // both only grow; an entry stands at its number modulo the length, a power of two
  private long oldest;
  private long next;
  private long oldestWhole;

  int size() {
    return (int) (next - oldest);
  }

  /** How many have their headers and bodies. */
  int whole() {
    return (int) (next - oldestWhole);
  }

  void add(JournalEntry entry) {
    if (size() == places.length) {
      grow();
    }
    places[place(next++)] = entry;
  }

  private void grow() {
    List<JournalEntry> all = entries();
    places = Arrays.copyOf(new JournalEntry[0], 2 * places.length);
    long number = oldest;
    for (JournalEntry each : all) {
      places[place(number++)] = each;
    }
  }

  private int place(long number) {
    return (int) number & (places.length - 1);
  }

  /** The newest but so many; there must be one. */
  JournalEntry fromEnd(int count) {
    return get(next - 1 - count);
  }

  private JournalEntry get(long number) {
    JournalEntry entry = places[place(number)];
    if (entry == null) {
      throw new IllegalStateException("No entry " + number);
    }
    return entry;
  }

  /** Takes the oldest out; returns the bytes that it took, 0 when there is none. */
  long forgetOldest() {
    if (size() == 0) {
      return 0;
    }
    long bytes = get(oldest).weight();
    places[place(oldest++)] = null;
    oldestWhole = Math.max(oldestWhole, oldest);
    return bytes;
  }

  /** Lets headers and bodies of the oldest that has them go; returns the bytes that they took. */
  long forgetOldestExchange() {
    return whole() == 0 ? 0 : get(oldestWhole++).forgetExchange();
  }

  /** All, the oldest first. */
  List<JournalEntry> entries() {
    List<JournalEntry> out = new ArrayList<>(size());
    for (long number = oldest; number < next; number++) {
      out.add(get(number));
    }
    return out;
  }
}
