package dev.forecourt.mock.fidcar;

import java.time.LocalDateTime;

/** What the dealership wrote below a review. */
record Answer(User user, LocalDateTime datetime, String content) {}
