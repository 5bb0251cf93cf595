package dev.forecourt.mock.journal;

import dev.forecourt.mock.contract.Operation;
import dev.forecourt.mock.credentials.Secrets;
import dev.forecourt.mock.http.Cors;
import dev.forecourt.mock.http.MockRequest;
import dev.forecourt.mock.http.MockResponse;
import dev.forecourt.mock.json.JsonWriter;
import dev.forecourt.mock.memory.Share;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Remembers the last requests with their answers, and why those refused were refused. What it shows
 * has no secrets in it. Safe for use by many threads.
 */
public final class Journal {

  /** Enough for a test run to look back on. */
  static final int CAPACITY = 1000;

  /**
   * When so many requests come within {@link #BUSY_NANOS}, headers and bodies of older ones are let
   * go: under load they would outlive each collection, and make the answers slow.
   */
  static final int BUSY = 100;

  static final long BUSY_NANOS = 100_000_000;

  private final EntryRing entries = new EntryRing();
  private final Map<String, Long> changes = new ConcurrentHashMap<>();
  private final SharedTexts texts = new SharedTexts();
  private final EntryReader reader;
  private final Set<String> operations;
  private final List<String> credentialHeaders;
  private final @Nullable String session;
  private final JournalRoom room;
  private final Share share;
  private long total;
  private long refused;

  /**
   * Remembers as much as fits into the memory that all journals of this JVM have together.
   *
   * @param cors which web pages may read the answers
   * @param session whose requests it remembers; null for those without one
   */
  public Journal(Secrets secrets, List<Operation> operations, Cors cors, @Nullable String session) {
    this(secrets, operations, cors, session, JournalRoom.OF_THIS_JVM);
  }

  Journal(
      Secrets secrets,
      List<Operation> operations,
      Cors cors,
      @Nullable String session,
      JournalRoom room) {
    this.credentialHeaders = List.copyOf(Secrets.headers(operations));
    this.reader = new EntryReader(secrets, operations, cors, session);
    this.operations = operations.stream().map(Operation::id).collect(Collectors.toSet());
    this.session = session;
    this.room = room;
    share = new Share(this, room.budget());
    room.enter(this);
  }

  /** Remembers a request. */
  public void add(Handled handled) {
    JournalEntry entry = new JournalEntry(handled, texts, credentials(handled.request()));
    synchronized (this) {
      // here, so that nobody sees a higher number before it
      entry.id = room.nextId();
      total++;
      refused += entry.isRefused() ? 1 : 0;
      long forgotten = entries.size() == CAPACITY ? entries.forgetOldest() : 0;
      entries.add(entry);
      share.add(entry.weight() - forgotten - forgetUnderLoad(entry));
    }
    room.makeRoom();
  }

  private long forgetUnderLoad(JournalEntry newest) {
    long forgotten = 0;
    if (entries.whole() > BUSY && newest.endedAt - entries.fromEnd(BUSY).endedAt < BUSY_NANOS) {
      while (entries.whole() > BUSY) {
        forgotten += entries.forgetOldestExchange();
      }
    }
    return forgotten;
  }

  /** Forgets headers and bodies of the oldest that has any, else the oldest; false if none is. */
  synchronized boolean forgetOldest() {
    if (entries.size() == 0) {
      return false;
    }
    share.add(-(entries.whole() > 0 ? entries.forgetOldestExchange() : entries.forgetOldest()));
    return true;
  }

  /** Bytes that the entries take. */
  public long bytes() {
    return share.bytes();
  }

  /** Forgets all; what comes later is not counted. */
  public void close() {
    clear();
    share.close();
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

  /** Forgets all requests. */
  public synchronized void clear() {
    total = 0;
    refused = 0;
    long forgotten = 0;
    while (entries.size() > 0) {
      forgotten += entries.forgetOldest();
    }
    share.add(-forgotten);
    changed("requests");
  }

  /** The session whose requests these are; null for those without one. */
  public @Nullable String session() {
    return session;
  }

  /** How many there were since it was cleared. */
  public synchronized long total() {
    return total;
  }

  /** How many of them were refused. */
  public synchronized long refused() {
    return refused;
  }

  /** How many are kept. */
  public synchronized int kept() {
    return entries.size();
  }

  /** Notes that somebody has changed something by a control, such as {@code faults}. */
  public void changed(String what) {
    changes.put(what, room.nextId());
  }

  /** What was changed after the request or change of this number: name to the number of it. */
  public Map<String, Long> changesAfter(long id) {
    Map<String, Long> found = new TreeMap<>();
    changes.forEach(
        (what, number) -> {
          if (number > id) {
            found.put(what, number);
          }
        });
    return found;
  }

  /** The number of the latest request or change of any journal. */
  public long latestId() {
    return room.latestId();
  }

  /** The operationIds there are. */
  public Set<String> operations() {
    return operations;
  }

  /** All that are kept, the oldest first. */
  public List<RecordedRequest> requests() {
    return snapshot().stream().map(reader::read).toList();
  }

  private synchronized List<JournalEntry> snapshot() {
    return entries.entries();
  }

  /** Those that are asked for, the oldest first; of more than the limit the newest. */
  public List<RecordedRequest> requests(JournalFilter filter) {
    List<JournalEntry> found =
        snapshot().stream()
            .filter(each -> filter.fits(each, session))
            .filter(each -> filter.text() == null || reader.read(each, true).holds(filter.text()))
            .toList();
    return found.subList(Math.max(0, found.size() - filter.limit()), found.size()).stream()
        .map(each -> reader.read(each, filter.body()))
        .toList();
  }

  /** The one of this number, if it is kept. */
  public Optional<RecordedRequest> request(long id) {
    return snapshot().stream().filter(each -> each.id == id).findFirst().map(reader::read);
  }

  /** Those that the query of a control asks for. */
  public MockResponse list(MockRequest control) {
    JournalFilter filter = JournalFilter.ofVendor(control, operations);
    return MockResponse.json(
        200,
        JsonWriter.object(
            out -> {
              synchronized (this) {
                out.field("total", total).field("kept", entries.size()).field("capacity", CAPACITY);
              }
              // masked one by one: all of them may be large
              out.array(
                  "requests",
                  requests(filter),
                  each -> JournalWriter.writeForVendor(each, filter.body(), out));
            }));
  }
}
