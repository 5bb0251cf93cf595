package dev.forecourt.mock.fidcar;

import java.time.LocalDateTime;

/** A review reported to FIDCAR's support; no operation shows it, the state does. */
record Report(String reviewId, LocalDateTime datetime, String message) {}
