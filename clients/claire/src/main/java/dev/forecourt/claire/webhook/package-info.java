/**
 * Takes the calls of Claire's webhooks, on any HTTP server. Start at {@link ClaireWebhookReceiver}.
 */
@NullMarked
package dev.forecourt.claire.webhook;

import org.jspecify.annotations.NullMarked;
