package dev.forecourt.mock.journal;

import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * One request as the journal remembers it; no credential is in it.
 *
 * @param id number of it in this JVM: a later request has a higher one
 * @param time when, by the stub's clock
 * @param duration from its arrival to its answer, with a delay that was asked for
 * @param session that it belongs to; null for none
 * @param origin of the page that sent it; null for none
 * @param preflight whether a browser asked by it if it may send another one
 * @param method its verb
 * @param path as sent, still encoded; credentials in it are masked
 * @param query as sent, still encoded; credentials in it are masked; null for none
 * @param credentials names of the headers with a credential that it had
 * @param contentType of its body; null when it did not say
 * @param operation operationId that it meant; null when none fits
 * @param status of the answer; {@link #NO_ANSWER} when a fault took its place
 * @param reason why it was refused, or how it was disturbed; null when neither
 * @param nearest what it most likely meant when no operation fits; null otherwise
 * @param request its headers and body
 * @param response those of the answer
 */
public record RecordedRequest(
    long id,
    Instant time,
    Duration duration,
    @Nullable String session,
    @Nullable String origin,
    boolean preflight,
    String method,
    String path,
    @Nullable String query,
    List<String> credentials,
    @Nullable String contentType,
    @Nullable String operation,
    int status,
    @Nullable String reason,
    @Nullable NearestOperation nearest,
    RecordedMessage request,
    RecordedMessage response) {

  /** The status of a request that was not answered. */
  public static final int NO_ANSWER = 0;

  /** Whether a text is anywhere in it, whatever the case. */
  boolean holds(String text) {
    String wanted = text.toLowerCase(Locale.ROOT);
    return Stream.of(
            method, path, query, operation, reason, origin, request.body(), response.body())
        .anyMatch(each -> each != null && each.toLowerCase(Locale.ROOT).contains(wanted));
  }
}
