package dev.forecourt.mock.claire;

import java.time.Instant;

/** A call of a webhook that went wrong. */
record WebhookError(long id, long webhookId, Instant time, String reason) {}
