package dev.forecourt.mock.control;

import dev.forecourt.mock.credentials.Secrets;
import java.time.Instant;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * One request as the journal remembers it; no credential is in it.
 *
 * @param time when, by the stub's clock
 * @param method its verb
 * @param path as sent, still encoded; credentials in it are masked
 * @param query as sent, still encoded; credentials in it are masked; null for none
 * @param credentials names of the headers with a credential that it had
 * @param contentType of its body; null when it did not say
 * @param operation operationId that it meant; null when none fits
 * @param status of the answer; {@link #NO_ANSWER} when a fault took its place
 * @param reason why it was refused, or how it was disturbed; null when neither
 */
public record RecordedRequest(
    Instant time,
    String method,
    String path,
    @Nullable String query,
    List<String> credentials,
    @Nullable String contentType,
    @Nullable String operation,
    int status,
    @Nullable String reason) {

  /** The status of a request that was not answered. */
  public static final int NO_ANSWER = 0;

  RecordedRequest masked(Secrets secrets) {
    return new RecordedRequest(
        time,
        method,
        secrets.mask(path),
        query == null ? null : secrets.maskQuery(query),
        credentials,
        contentType,
        operation,
        status,
        reason);
  }
}
