package dev.forecourt.mock.claire;

import dev.forecourt.mock.store.Index;
import dev.forecourt.mock.store.Table;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/** Webhooks and what went wrong with their calls. */
final class Webhooks {

  /** Errors kept of one webhook; older ones go. */
  static final int MAX_ERRORS = 1000;

  /** The vendor names a limit for each key and no number. */
  static final int MAX_PER_ACCOUNT = 100;

  private static final long CHECK_CREATED = 1;
  private static final Duration RECENT = Duration.ofHours(24);

  private final Table<Long, Webhook> webhooks;
  private final Table<Long, WebhookError> errors;
  private final Index<Long, WebhookError> errorsByWebhook;
  private final LongSupplier nextErrorId;
  private final ClaireTime time;

  Webhooks(
      Table<Long, Webhook> webhooks,
      Table<Long, WebhookError> errors,
      LongSupplier nextErrorId,
      ClaireTime time) {
    this.webhooks = webhooks;
    this.errors = errors;
    this.nextErrorId = nextErrorId;
    this.time = time;
    errorsByWebhook = errors.index(WebhookError::webhookId);
  }

  void put(Webhook webhook) {
    webhooks.put(webhook);
  }

  void delete(long id) {
    webhooks.remove(id);
    for (WebhookError each : List.copyOf(errorsByWebhook.all(id))) {
      errors.remove(each.id());
    }
  }

  @Nullable Webhook find(long id) {
    return webhooks.find(id);
  }

  /** Those an account has made; the vendor's zero sample is readable by its id only. */
  List<Webhook> of(long account) {
    return webhooks.rows().stream()
        .filter(each -> each.account() == account && each.id() != 0)
        .toList();
  }

  /** Those that an event of a location sets off. */
  List<Webhook> listening(long trigger, long locationId, @Nullable Long checklistId) {
    return webhooks.rows().stream()
        .filter(each -> each.active() && each.trigger() == trigger)
        .filter(each -> each.locationId() == null || each.locationId() == locationId)
        // "Checklist Identifier used to trigger a Check Created event"
        .filter(
            each ->
                trigger != CHECK_CREATED
                    || each.checklistId() == null
                    || each.checklistId().equals(checklistId))
        .toList();
  }

  void fail(long webhookId, Instant when, String reason) {
    if (find(webhookId) != null) {
      errors.put(new WebhookError(nextErrorId.getAsLong(), webhookId, when, reason));
      List<WebhookError> all = errorsByWebhook.all(webhookId);
      if (all.size() > MAX_ERRORS) {
        errors.remove(all.get(0).id());
      }
    }
  }

  /** The errors of the last three months, the newest first. */
  List<WebhookError> errors(long webhookId) {
    Instant oldest = time.threeMonthsAgo();
    List<WebhookError> out = new ArrayList<>(errorsByWebhook.all(webhookId));
    Collections.reverse(out);
    out.removeIf(each -> each.time().isBefore(oldest));
    return out;
  }

  boolean hasRecentError(Webhook webhook) {
    Instant recent = time.now().minus(RECENT);
    return errorsByWebhook.all(webhook.id()).stream().anyMatch(each -> each.time().isAfter(recent));
  }
}
