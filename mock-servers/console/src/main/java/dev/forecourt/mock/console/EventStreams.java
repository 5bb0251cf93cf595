package dev.forecourt.mock.console;

import dev.forecourt.mock.http.MockRequest;
import dev.forecourt.mock.http.MockResponse;
import dev.forecourt.mock.journal.Journal;
import dev.forecourt.mock.journal.JournalFilter;
import dev.forecourt.mock.journal.JournalWriter;
import dev.forecourt.mock.journal.RecordedRequest;
import dev.forecourt.mock.json.JsonWriter;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Semaphore;
import org.jspecify.annotations.Nullable;

/**
 * Tells pages of requests and changes as they come. Looks into the journals now and then, so that
 * nothing is done for pages while a request is answered.
 */
final class EventStreams {

  static final int OK = 200;

  /** Most pages at once: each holds a thread. */
  static final int MOST = 32;

  /** Most requests of one stub that are told at a time: under load a page would not keep up. */
  static final int MOST_AT_A_TIME = 50;

  private static final int LOOK_MILLIS = 200;
  private static final int ALIVE_MILLIS = 15_000;

  private final List<ConsoleVendor> vendors;
  private final Semaphore free = new Semaphore(MOST);
  private volatile boolean closed;

  EventStreams(List<ConsoleVendor> vendors) {
    this.vendors = vendors;
  }

  void close() {
    closed = true;
  }

  /** Whether there is room for one more; who gets a 200 calls {@link #write}. */
  MockResponse head(MockRequest request) {
    if (!free.tryAcquire()) {
      return Message.of(
          503, "%d pages are open, which is the most. Close one and try again.".formatted(MOST));
    }
    return MockResponse.empty(OK).with("Content-Type", "text/event-stream");
  }

  /** Writes until the page is gone. */
  void write(MockRequest request, OutputStream out) throws InterruptedException {
    try {
      Seen seen = new Seen(first(request));
      out.write(": open\n\n".getBytes(StandardCharsets.UTF_8));
      out.flush();
      int quiet = 0;
      while (!closed) {
        byte[] events = seen.next();
        quiet = events.length > 0 ? 0 : quiet + LOOK_MILLIS;
        if (quiet >= ALIVE_MILLIS) {
          // fails when the page is gone
          events = ": alive\n\n".getBytes(StandardCharsets.UTF_8);
          quiet = 0;
        }
        if (events.length > 0) {
          out.write(events);
          out.flush();
        }
        Thread.sleep(LOOK_MILLIS);
      }
    } catch (IOException e) {
      // the page was closed
    } finally {
      free.release();
    }
  }

  /** A page that comes back goes on where it was; a new one begins now. */
  private long first(MockRequest request) {
    String last = request.header("Last-Event-ID");
    return last != null && last.matches("\\d{1,18}")
        ? Long.parseLong(last)
        : vendors.stream()
            .flatMap(each -> each.stub().journals().stream())
            .mapToLong(Journal::latestId)
            .max()
            .orElse(0);
  }

  /** What one page has been told. */
  private final class Seen {
    private final long first;
    private Map<Journal, Long> last = new HashMap<>();

    Seen(long first) {
      this.first = first;
    }

    /** What is new, as the stream has it. */
    byte[] next() {
      List<Event> events = new ArrayList<>();
      Map<Journal, Long> now = new HashMap<>();
      for (ConsoleVendor vendor : vendors) {
        for (Journal journal : vendor.stub().journals()) {
          // by journal: another one may get a higher number a moment earlier
          long after = last.getOrDefault(journal, first);
          List<Event> found = events(vendor.id(), journal, after);
          now.put(journal, found.stream().mapToLong(Event::id).max().orElse(after));
          events.addAll(found);
        }
      }
      last = now;
      events.sort(Comparator.comparingLong(Event::id));
      StringBuilder out = new StringBuilder();
      events.forEach(each -> each.write(out));
      return out.toString().getBytes(StandardCharsets.UTF_8);
    }
  }

  private static List<Event> events(String vendor, Journal journal, long after) {
    List<Event> found = new ArrayList<>();
    long changedState = 0;
    for (RecordedRequest each : journal.requests(JournalFilter.allAfter(after, MOST_AT_A_TIME))) {
      found.add(
          new Event(
              each.id(),
              "request",
              JsonWriter.object(out -> JournalWriter.writeFields(vendor, each, true, out))));
      changedState = changes(each) ? each.id() : changedState;
    }
    Map<String, Long> changes = new HashMap<>(journal.changesAfter(after));
    if (changedState > 0) {
      changes.merge("state", changedState, Math::max);
    }
    changes.forEach((what, id) -> found.add(changed(vendor, journal.session(), what, id)));
    return found;
  }

  /** Whether an operation was done that may have changed what is remembered. */
  private static boolean changes(RecordedRequest request) {
    return !List.of("GET", "HEAD", "OPTIONS").contains(request.method()) && request.status() < 400;
  }

  private static Event changed(String vendor, @Nullable String session, String what, long id) {
    return new Event(
        id,
        "changed",
        JsonWriter.object(
            out -> out.field("vendor", vendor).field("session", session).field("what", what)));
  }

  private record Event(long id, String name, byte[] json) {

    void write(StringBuilder out) {
      out.append("id: ").append(id).append("\nevent: ").append(name).append("\ndata: ");
      // JSON has no line end in it
      out.append(new String(json, StandardCharsets.UTF_8)).append("\n\n");
    }
  }
}
