package dev.forecourt.mock.autengo;

import java.time.Instant;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A lead. No operation shows it again; {@code GET /__mock/state} does.
 *
 * @param opportunity as it was sent
 */
record Opportunity(
    long opportunityId, Instant created, Map<String, @Nullable Object> opportunity) {}
