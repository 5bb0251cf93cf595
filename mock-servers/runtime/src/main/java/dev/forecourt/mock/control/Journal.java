package dev.forecourt.mock.control;

import dev.forecourt.mock.credentials.Secrets;
import dev.forecourt.mock.http.MockRequest;
import dev.forecourt.mock.http.MockResponse;
import dev.forecourt.mock.json.JsonWriter;
import dev.forecourt.mock.memory.Share;
import dev.forecourt.mock.memory.Weight;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Collection;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Remembers the last requests and why those refused were refused. Credentials are not kept. */
public final class Journal {

  /** Enough for a test run to look back on; a few hundred kilobytes. */
  static final int CAPACITY = 1000;

  private static final int SHORT = 80;
  // of an entry whose texts are short, and mostly shared
  private static final int ENTRY_BYTES = 112;

  private final Deque<RecordedRequest> entries = new ArrayDeque<>();
  private final Secrets secrets;
  private final List<String> credentialHeaders;
  private final @Nullable String[] texts = new String[256];
  private final JournalRoom room;
  private final Share share;
  private long total;

  /** Remembers as much as fits into the memory that all journals of this JVM have together. */
  public Journal(Secrets secrets, Set<String> credentialHeaders) {
    this(secrets, credentialHeaders, JournalRoom.OF_THIS_JVM);
  }

  Journal(Secrets secrets, Set<String> credentialHeaders, JournalRoom room) {
    this.secrets = secrets;
    this.credentialHeaders = List.copyOf(credentialHeaders);
    this.room = room;
    share = new Share(this, room.budget());
    room.enter(this);
  }

  public void add(
      Instant time,
      MockRequest request,
      @Nullable String operation,
      int status,
      @Nullable String reason) {
    // values are copied one by one: holding the request would hold its body
    RecordedRequest entry =
        new RecordedRequest(
            time,
            request.method(),
            String.valueOf(shared(request.path())),
            request.query(),
            credentials(request),
            shared(request.header("Content-Type")),
            operation,
            status,
            reason);
    synchronized (this) {
      total++;
      RecordedRequest oldest = entries.size() == CAPACITY ? entries.pollFirst() : null;
      entries.addLast(entry);
      share.add(weight(entry) - (oldest == null ? 0 : weight(oldest)));
    }
    room.makeRoom();
  }

  /** Forgets the oldest entry; false when there is none. */
  synchronized boolean forgetOldest() {
    RecordedRequest oldest = entries.pollFirst();
    share.add(oldest == null ? 0 : -weight(oldest));
    return oldest != null;
  }

  /** Bytes that the entries take. */
  long bytes() {
    return share.bytes();
  }

  /** Forgets all; what comes later is not counted. */
  public void close() {
    clear();
    share.close();
  }

  private static long weight(RecordedRequest entry) {
    return ENTRY_BYTES
        + unlessShort(entry.method())
        + unlessShort(entry.path())
        + unlessShort(entry.query())
        + unlessShort(entry.contentType())
        + unlessShort(entry.reason());
  }

  private static long unlessShort(@Nullable String text) {
    return text == null || text.length() <= SHORT ? 0 : Weight.of(text);
  }

  /** One and the same text for texts that are equal, mostly: a thousand entries have few. */
  private @Nullable String shared(@Nullable String text) {
    // a long one hardly comes twice, and would be held for long
    if (text == null || text.length() > SHORT) {
      return text;
    }
    int place = text.hashCode() & (texts.length - 1);
    String known = texts[place];
    if (text.equals(known)) {
      return known;
    }
    // threads may overwrite each other's: either text is right
    texts[place] = text;
    return text;
  }

  /** Names of the credentials that a request has; mostly all or none, and one list serves all. */
  private List<String> credentials(MockRequest request) {
    int count = 0;
    for (String name : credentialHeaders) {
      count += request.header(name) == null ? 0 : 1;
    }
    if (count == credentialHeaders.size()) {
      return credentialHeaders;
    }
    return count == 0
        ? List.of()
        : credentialHeaders.stream().filter(name -> request.header(name) != null).toList();
  }

  synchronized void clear() {
    total = 0;
    while (forgetOldest()) {
      // one by one, as they were counted
    }
  }

  /** All that are kept, the oldest first. */
  public List<RecordedRequest> requests() {
    return kept().stream().map(each -> each.masked(secrets)).toList();
  }

  private synchronized List<RecordedRequest> kept() {
    return List.copyOf(entries);
  }

  /** Those that the query of a control asks for. */
  MockResponse list(MockRequest control, Collection<String> operations) {
    JournalFilter filter = JournalFilter.of(control, operations);
    return MockResponse.json(
        200,
        JsonWriter.object(
            out -> {
              synchronized (this) {
                out.field("total", total).field("kept", entries.size()).field("capacity", CAPACITY);
              }
              List<RecordedRequest> found = kept().stream().filter(filter::fits).toList();
              // masked one by one: all of them may be large
              out.array("requests", found, each -> write(each.masked(secrets), out));
            }));
  }

  private static void write(RecordedRequest entry, JsonWriter out) {
    out.startObject();
    out.field("time", entry.time().toString());
    out.field("method", entry.method());
    out.field("path", entry.path());
    if (entry.query() != null) {
      out.field("query", entry.query());
    }
    out.object("headers", headers -> writeHeaders(entry, headers));
    out.field("operation", entry.operation());
    out.field("status", entry.status());
    out.field("reason", entry.reason());
    out.endObject();
  }

  private static void writeHeaders(RecordedRequest entry, JsonWriter out) {
    entry.credentials().forEach(name -> out.field(name, Secrets.MASK));
    if (entry.contentType() != null) {
      out.field("Content-Type", entry.contentType());
    }
  }
}
