package dev.forecourt.mock.journal;

import dev.forecourt.mock.http.MockRequest;
import dev.forecourt.mock.http.MockResponse;
import java.time.Instant;
import org.jspecify.annotations.Nullable;

/**
 * A request that has just been answered.
 *
 * @param time when, by the stub's clock
 * @param startedAt when it came, as {@link System#nanoTime} counts
 * @param request what came
 * @param operation operationId that it meant; null when none fits
 * @param response the answer as it is sent
 * @param reason why it was refused, or how it was disturbed; null when neither
 */
public record Handled(
    Instant time,
    long startedAt,
    MockRequest request,
    @Nullable String operation,
    MockResponse response,
    @Nullable String reason) {}
