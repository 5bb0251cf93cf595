package dev.forecourt.mock.journal;

import dev.forecourt.mock.http.Cors;
import dev.forecourt.mock.http.MockRequest;
import dev.forecourt.mock.memory.Weight;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One request as it is kept. Nothing in it is decoded or masked: that is done when somebody looks.
 */
final class JournalEntry {

  private static final int FIXED_BYTES = 160;
  private static final long NANOS_OF_A_MILLI = 1_000_000;

  // by the journal, once it is its turn
  long id;
  final Instant time;
  final long endedAt;
  final long nanos;
  final String method;
  final String path;
  final @Nullable String query;
  final List<String> credentials;
  final @Nullable String contentType;
  final @Nullable String origin;
  final @Nullable String operation;
  final int status;
  final @Nullable String reason;
  final int requestBytes;
  final int responseBytes;
  final boolean preflight;
  // changed by the journal alone, which holds its monitor
  private volatile @Nullable Exchange exchange;

  JournalEntry(Handled handled, SharedTexts texts, List<String> credentials) {
    MockRequest request = handled.request();
    time = handled.time();
    endedAt = System.nanoTime();
    nanos = endedAt - handled.startedAt() + NANOS_OF_A_MILLI * handled.response().delayMillis();
    method = request.method();
    path = String.valueOf(texts.shared(request.path()));
    query = request.query();
    this.credentials = credentials;
    contentType = texts.shared(request.header("Content-Type"));
    origin = texts.shared(request.header("Origin"));
    operation = handled.operation();
    status = handled.response().status();
    reason = handled.reason();
    requestBytes = request.body().length;
    responseBytes = handled.response().body().length;
    preflight = Cors.isPreflight(request);
    exchange = new Exchange(request, handled.response());
  }

  /** Headers and bodies; null when they are no longer kept. */
  @Nullable Exchange exchange() {
    return exchange;
  }

  /** Lets headers and bodies go; returns the bytes that they took. */
  long forgetExchange() {
    Exchange forgotten = exchange;
    exchange = null;
    return forgotten == null ? 0 : forgotten.weight();
  }

  /** Whether no operation fits: a preflight asks for none. */
  boolean isUnmatched() {
    return operation == null && isRefused();
  }

  /** Whether the answer was a failure. */
  boolean isRefused() {
    return status >= 400;
  }

  /** About how many bytes of memory it takes. */
  long weight() {
    Exchange kept = exchange;
    return FIXED_BYTES
        + (kept == null ? 0 : kept.weight())
        + unlessShort(method)
        + unlessShort(path)
        + unlessShort(query)
        + unlessShort(contentType)
        + unlessShort(origin)
        + unlessShort(reason);
  }

  private static long unlessShort(@Nullable String text) {
    return text == null || text.length() <= SharedTexts.SHORT ? 0 : Weight.of(text);
  }
}
