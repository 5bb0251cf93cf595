package dev.forecourt.mock.claire;

import dev.forecourt.mock.store.Index;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Webhooks and what went wrong with their calls. */
final class Webhooks {

  /** Errors kept of one webhook; older ones go. */
  static final int MAX_ERRORS = 1000;

  /** The vendor names a limit for each key and no number. */
  static final int MAX_PER_ACCOUNT = 100;

  private final ClaireTables tables;
  private final ClaireTime time;
  private final Index<Long, WebhookError> errors;

  Webhooks(ClaireTables tables, ClaireTime time) {
    this.tables = tables;
    this.time = time;
    errors = tables.webhookErrors().index(WebhookError::webhookId);
  }

  void put(Webhook webhook) {
    tables.webhooks().put(webhook);
  }

  void delete(long id) {
    tables.webhooks().remove(id);
    for (WebhookError each : List.copyOf(errors.all(id))) {
      tables.webhookErrors().remove(each.id());
    }
  }

  @Nullable Webhook find(long id) {
    return tables.webhooks().find(id);
  }

  /** Those an account has made; the vendor's zero sample is readable by its id only. */
  List<Webhook> of(long account) {
    return tables.webhooks().rows().stream()
        .filter(each -> each.account() == account && each.id() != 0)
        .toList();
  }

  /** Those that an event of a location sets off. */
  List<Webhook> listening(long trigger, long locationId, @Nullable Long checklistId) {
    return tables.webhooks().rows().stream()
        .filter(each -> each.active() && each.trigger() == trigger)
        .filter(each -> each.locationId() == null || each.locationId() == locationId)
        .filter(each -> each.checklistId() == null || each.checklistId().equals(checklistId))
        .toList();
  }

  void fail(long webhookId, Instant when, String reason) {
    if (find(webhookId) != null) {
      long id = tables.ids().next("webhook_error");
      tables.webhookErrors().put(new WebhookError(id, webhookId, when, reason));
      List<WebhookError> all = errors.all(webhookId);
      if (all.size() > MAX_ERRORS) {
        tables.webhookErrors().remove(all.get(0).id());
      }
    }
  }

  /** The errors of the last three months, the newest first. */
  List<WebhookError> errors(long webhookId) {
    Instant oldest = time.threeMonthsAgo();
    List<WebhookError> out = new ArrayList<>(errors.all(webhookId));
    Collections.reverse(out);
    out.removeIf(each -> each.time().isBefore(oldest));
    return out;
  }

  byte[] json(Webhook webhook) {
    Instant recent = time.now().minusSeconds(24 * 3600);
    boolean failed = errors(webhook.id()).stream().anyMatch(each -> each.time().isAfter(recent));
    return Json.bytes(webhook.fields(failed));
  }
}
