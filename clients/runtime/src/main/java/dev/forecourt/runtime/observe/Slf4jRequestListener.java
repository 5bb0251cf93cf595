package dev.forecourt.runtime.observe;

import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.slf4j.event.Level;
import org.slf4j.spi.LoggingEventBuilder;

/**
 * Writes a line for each request to the SLF4J logger {@code dev.forecourt.<vendor>.requests}.
 *
 * <pre>{@code
 * ClaireClient.builder().apiKey(key).listener(new Slf4jRequestListener()).build();
 * }</pre>
 *
 * <table>
 *   <caption>Levels</caption>
 *   <tr><th>level</th><th>line</th></tr>
 *   <tr><td>WARN</td><td>a request failed for good with 401, 403, 429 or 5xx, without an answer, or
 *     with one that could not be read; fewer than a tenth of {@code X-RateLimit-Limit} are
 *     left; a member of an answer is not as the contract says, once for each</td></tr>
 *   <tr><td>INFO</td><td>a request failed and is retried</td></tr>
 *   <tr><td>DEBUG</td><td>a request succeeded, or the vendor refused it with another status, which
 *     the caller learns from the exception</td></tr>
 *   <tr><td>TRACE</td><td>a second line for each request: its headers and those of the
 *     answer</td></tr>
 * </table>
 *
 * <p>Each line is a sentence with method, path and outcome, and carries the same as key/value pairs
 * under the names of OpenTelemetry's semantic conventions. Nothing is put into the MDC. No line
 * holds a query, a body or the text of an exception; of headers only the values on a list of those
 * that cannot be secret, {@code ****} for all others.
 *
 * <p>Needs {@code org.slf4j:slf4j-api} 2.0 or newer, which the clients do not bring along. Safe for
 * use by several clients; the warning of a low limit is that of one key, so clients with different
 * keys for one vendor are better given a listener each.
 */
public final class Slf4jRequestListener implements RequestListener {
  /** Servers whose limit was low at the last look: they are warned of once. */
  private final Map<String, Boolean> low = new ConcurrentHashMap<>();

  private final DriftNotes drifts = new DriftNotes();

  /** With a logger for each vendor. */
  public Slf4jRequestListener() {}

  @Override
  public void onRequest(RequestEvent event) {
    Logger log = LoggerFactory.getLogger("dev.forecourt." + event.vendor() + ".requests");
    RequestTags seen = new RequestTags(event);
    Level level = level(event, seen);
    if (log.isEnabledForLevel(level)) {
      described(log.atLevel(level), event, seen).log(event.toString());
    }
    if (log.isTraceEnabled()) {
      log.atTrace()
          .addArgument(event.vendor())
          .addArgument(event.operation().id())
          .addArgument(event.requestHeaders())
          .addArgument(event.responseHeaders())
          .log("{} {}: sent {}, received {}");
    }
    if (log.isWarnEnabled()) {
      warnOfLowLimit(log, event, seen);
      drifts
          .fresh(event)
          .forEach(
              drift -> described(log.atWarn(), event, seen).log(DriftNotes.sentence(event, drift)));
    }
  }

  private static Level level(RequestEvent event, RequestTags seen) {
    if (event.retryAfter().isPresent()) {
      return Level.INFO;
    }
    return seen.alarming() ? Level.WARN : Level.DEBUG;
  }

  private static LoggingEventBuilder described(
      LoggingEventBuilder line, RequestEvent event, RequestTags seen) {
    LoggingEventBuilder described =
        line.addKeyValue(RequestTags.VENDOR, event.vendor())
            .addKeyValue(RequestTags.OPERATION, event.operation().id())
            .addKeyValue(RequestTags.METHOD, event.operation().method())
            .addKeyValue(RequestTags.TEMPLATE, event.operation().path())
            .addKeyValue(RequestTags.ADDRESS, seen.address())
            .addKeyValue(RequestTags.PORT, seen.port())
            .addKeyValue(RequestTags.RESENDS, seen.resends())
            .addKeyValue(RequestTags.DURATION, seconds(event.duration()));
    if (seen.status().isPresent()) {
      described = described.addKeyValue(RequestTags.STATUS, seen.status().get());
    }
    if (seen.error().isPresent()) {
      described = described.addKeyValue(RequestTags.ERROR, seen.error().get());
    }
    if (event.retryAfter().isPresent()) {
      described = described.addKeyValue("forecourt.retry.delay", seconds(event.retryAfter().get()));
    }
    return described;
  }

  private void warnOfLowLimit(Logger log, RequestEvent event, RequestTags seen) {
    if (seen.limit().isEmpty() || seen.remaining().isEmpty()) {
      return;
    }
    long limit = seen.limit().getAsLong();
    long remaining = seen.remaining().getAsLong();
    String server = event.vendor() + " " + event.server();
    if (remaining >= limit / 10) {
      low.remove(server);
    } else if (low.put(server, true) == null) {
      log.atWarn()
          .addKeyValue(RequestTags.VENDOR, event.vendor())
          .addArgument(event.vendor())
          .addArgument(remaining)
          .addArgument(limit)
          .log(
              "{}: {} of {} requests are left. Send less, or give the client a limiter that keeps"
                  + " below.");
    }
  }

  private static double seconds(Duration duration) {
    return duration.toNanos() / 1e9;
  }
}
