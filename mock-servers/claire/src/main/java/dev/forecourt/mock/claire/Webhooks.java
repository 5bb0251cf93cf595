package dev.forecourt.mock.claire;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Webhooks and what went wrong with their calls. */
final class Webhooks {

  /** Errors kept of one webhook; older ones go. */
  static final int MAX_ERRORS = 1000;

  /** The vendor names a limit for each key and no number. */
  static final int MAX_PER_ACCOUNT = 100;

  private final ClaireTables tables;
  private final ClaireTime time;
  // the newest first
  private final Map<Long, Deque<WebhookError>> errors = new HashMap<>();

  Webhooks(ClaireTables tables, ClaireTime time) {
    this.tables = tables;
    this.time = time;
    tables.webhookErrors().onChange(this::index, errors::clear);
  }

  private void index(@Nullable WebhookError before, @Nullable WebhookError after) {
    if (before == null && after != null) {
      errors.computeIfAbsent(after.webhookId(), each -> new ArrayDeque<>()).addFirst(after);
    } else if (before != null && after == null) {
      errors.getOrDefault(before.webhookId(), new ArrayDeque<>()).remove(before);
    }
  }

  void put(Webhook webhook) {
    tables.webhooks().put(webhook);
  }

  void delete(long id) {
    tables.webhooks().remove(id);
    Deque<WebhookError> list = errors.remove(id);
    if (list != null) {
      list.forEach(each -> tables.webhookErrors().remove(each.id()));
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
      Deque<WebhookError> list = errors.getOrDefault(webhookId, new ArrayDeque<>());
      if (list.size() > MAX_ERRORS) {
        tables.webhookErrors().remove(list.getLast().id());
      }
    }
  }

  /** The errors of the last three months, the newest first. */
  List<WebhookError> errors(long webhookId) {
    Instant oldest = time.threeMonthsAgo();
    List<WebhookError> out = new ArrayList<>(errors.getOrDefault(webhookId, new ArrayDeque<>()));
    out.removeIf(each -> each.time().isBefore(oldest));
    return out;
  }

  byte[] json(Webhook webhook) {
    Instant recent = time.now().minusSeconds(24 * 3600);
    boolean failed = errors(webhook.id()).stream().anyMatch(each -> each.time().isAfter(recent));
    return Json.bytes(webhook.fields(failed));
  }
}
