package dev.forecourt.mock;

import dev.forecourt.mock.json.JsonWriter;
import java.time.Instant;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Remembers the last requests and why those refused were refused. Credentials are not kept. */
final class Journal {

  /** Enough for a test run to look back on; a few hundred kilobytes. */
  static final int CAPACITY = 1000;

  private final Deque<Entry> entries = new ArrayDeque<>();
  private final Secrets secrets;
  private final Set<String> credentialHeaders;
  private long total;

  Journal(Secrets secrets, Set<String> credentialHeaders) {
    this.secrets = secrets;
    this.credentialHeaders = credentialHeaders;
  }

  void add(
      Instant time,
      MockRequest request,
      @Nullable String operation,
      int status,
      @Nullable String reason) {
    // values are copied one by one: holding the request would hold its body
    Entry entry =
        new Entry(
            time,
            request.method(),
            request.path(),
            request.query(),
            credentialHeaders.stream().filter(name -> request.header(name) != null).toList(),
            request.header("Content-Type"),
            operation,
            status,
            reason);
    synchronized (this) {
      total++;
      if (entries.size() == CAPACITY) {
        entries.removeFirst();
      }
      entries.addLast(entry);
    }
  }

  synchronized void clear() {
    total = 0;
    entries.clear();
  }

  void write(JsonWriter out) {
    List<Entry> copy;
    synchronized (this) {
      out.field("total", total).field("kept", entries.size()).field("capacity", CAPACITY);
      copy = List.copyOf(entries);
    }
    out.array("requests", copy, entry -> write(entry, out));
  }

  private void write(Entry entry, JsonWriter out) {
    out.startObject();
    out.field("time", entry.time.toString());
    out.field("method", entry.method);
    out.field("path", secrets.mask(entry.path));
    if (entry.query != null) {
      out.field("query", secrets.maskQuery(entry.query));
    }
    out.object("headers", headers -> writeHeaders(entry, headers));
    out.field("operation", entry.operation);
    out.field("status", entry.status);
    out.field("reason", entry.reason);
    out.endObject();
  }

  private static void writeHeaders(Entry entry, JsonWriter out) {
    entry.credentials.forEach(name -> out.field(name, Secrets.MASK));
    if (entry.contentType != null) {
      out.field("Content-Type", entry.contentType);
    }
  }

  private record Entry(
      Instant time,
      String method,
      String path,
      @Nullable String query,
      List<String> credentials,
      @Nullable String contentType,
      @Nullable String operation,
      int status,
      @Nullable String reason) {}
}
