package dev.forecourt.claire.webhook;

import dev.forecourt.claire.ClaireEvent;
import java.time.Instant;
import java.util.Optional;

/**
 * An event, and whether the same message came before.
 *
 * @param event what Claire says
 * @param seenBefore when the same message to the URL of the same trigger last came, and was handled
 *     or is still being handled; empty if it is new. Claire gives a call neither id nor time, so
 *     this may be a repetition, or a second event with equal members, such as a car that is ready
 *     again.
 */
public record WebhookDelivery(ClaireEvent event, Optional<Instant> seenBefore) {}
