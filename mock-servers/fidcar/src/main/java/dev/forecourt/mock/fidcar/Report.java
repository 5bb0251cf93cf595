package dev.forecourt.mock.fidcar;

import java.time.LocalDateTime;

/**
 * A review reported to FIDCAR's support; no operation shows it, the state does.
 *
 * @param number ours, counted from 1
 */
record Report(long number, String reviewId, LocalDateTime datetime, String message) {}
