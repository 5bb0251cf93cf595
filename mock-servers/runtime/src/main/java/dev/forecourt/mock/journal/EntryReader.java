package dev.forecourt.mock.journal;

import dev.forecourt.mock.contract.NearMiss;
import dev.forecourt.mock.contract.Operation;
import dev.forecourt.mock.contract.PathSegments;
import dev.forecourt.mock.credentials.Secrets;
import dev.forecourt.mock.http.Cors;
import dev.forecourt.mock.http.MockResponse;
import dev.forecourt.mock.http.Refusal;
import dev.forecourt.mock.text.Utf8;
import java.nio.charset.CharacterCodingException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Decodes entries, and strikes secrets out. */
final class EntryReader {

  // a character has no more bytes than that: a cut body may end within one
  private static final int MOST_BYTES_OF_A_CHARACTER = 4;

  private final Secrets secrets;
  private final List<Operation> operations;
  private final @Nullable String session;
  private final Cors cors;

  EntryReader(Secrets secrets, List<Operation> operations, Cors cors, @Nullable String session) {
    this.cors = cors;
    this.secrets = secrets;
    this.operations = operations;
    this.session = session;
  }

  /** With headers and bodies, as far as they are kept. */
  RecordedRequest read(JournalEntry entry) {
    return read(entry, true);
  }

  RecordedRequest read(JournalEntry entry, boolean whole) {
    Exchange exchange = whole ? entry.exchange() : null;
    return new RecordedRequest(
        entry.id,
        entry.time,
        Duration.ofNanos(entry.nanos),
        session,
        entry.origin,
        entry.preflight,
        entry.method,
        secrets.mask(entry.path),
        entry.query == null ? null : secrets.maskQuery(entry.query),
        entry.credentials,
        entry.contentType,
        entry.operation,
        entry.status,
        entry.reason,
        entry.isUnmatched() ? nearest(entry) : null,
        exchange == null ? none(entry.requestBytes) : request(exchange, entry.requestBytes),
        exchange == null ? none(entry.responseBytes) : response(exchange, entry));
  }

  private @Nullable NearestOperation nearest(JournalEntry entry) {
    try {
      NearMiss.Near near = NearMiss.first(operations, entry.method, PathSegments.of(entry.path));
      Operation operation = near.operation();
      return new NearestOperation(
          operation.id(),
          operation.method(),
          operation.path(),
          near.differs().stream().map(secrets::mask).toList());
    } catch (Refusal e) {
      return null; // a path that cannot be read, as the reason says
    }
  }

  private static RecordedMessage none(int bytes) {
    return new RecordedMessage(Map.of(), null, bytes, RecordedMessage.Kept.NONE);
  }

  private RecordedMessage request(Exchange exchange, int bytes) {
    Map<String, String> headers = new LinkedHashMap<>();
    @Nullable CharSequence[] lines = exchange.requestHeaders();
    for (int i = 0; i + 1 < lines.length && lines[i] != null; i += 2) {
      put(headers, String.valueOf(lines[i]), String.valueOf(lines[i + 1]));
    }
    return message(headers, exchange.requestBody(), bytes);
  }

  /** As it was sent: what pages may read is added behind the stub, and here by the same rule. */
  private RecordedMessage response(Exchange exchange, JournalEntry entry) {
    Map<String, String> headers = new LinkedHashMap<>();
    MockResponse response =
        entry.origin == null || !cors.allows(entry.origin)
            ? exchange.response()
            : Cors.readable(entry.origin, exchange.response());
    response.forEachHeader((name, value) -> put(headers, name, value));
    return message(headers, response.body(), entry.responseBytes);
  }

  private void put(Map<String, String> headers, String name, String value) {
    headers.merge(name, secrets.maskHeader(name, value), (one, other) -> one + ", " + other);
  }

  private RecordedMessage message(Map<String, String> headers, byte[] kept, int bytes) {
    boolean isCut = kept.length < bytes;
    String text = text(kept, isCut);
    RecordedMessage.Kept how =
        text == null
            ? RecordedMessage.Kept.NONE
            : isCut ? RecordedMessage.Kept.CUT : RecordedMessage.Kept.WHOLE;
    return new RecordedMessage(
        headers, text == null || bytes == 0 ? null : secrets.maskBody(text, isCut), bytes, how);
  }

  /** Null for what is no text. */
  private static @Nullable String text(byte[] bytes, boolean isCut) {
    int least = isCut ? Math.max(0, bytes.length - MOST_BYTES_OF_A_CHARACTER) : bytes.length;
    for (int end = bytes.length; end >= least; end--) {
      try {
        String text = Utf8.decode(bytes, 0, end);
        return text.indexOf('\0') < 0 ? text : null;
      } catch (CharacterCodingException e) {
        // within a character, or no text at all
      }
    }
    return null;
  }
}
