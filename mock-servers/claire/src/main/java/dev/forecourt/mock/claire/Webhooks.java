package dev.forecourt.mock.claire;

import java.time.Instant;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** Webhooks and what went wrong with their calls. Whoever uses it holds the state's monitor. */
final class Webhooks {

  /** Errors kept of one webhook; older ones go. */
  static final int MAX_ERRORS = 1000;

  /** The vendor names a limit for each key and no number. */
  static final int MAX_PER_ACCOUNT = 100;

  private final Map<Long, Webhook> byId = new LinkedHashMap<>();
  private final Map<Long, Deque<WebhookError>> errors = new HashMap<>();
  private final ClaireTime time;
  private long nextErrorId;

  Webhooks(ClaireTime time) {
    this.time = time;
  }

  void clear() {
    byId.clear();
    errors.clear();
    nextErrorId = 1701; // the documented error
  }

  void put(Webhook webhook) {
    byId.put(webhook.id(), webhook);
  }

  void delete(long id) {
    byId.remove(id);
    errors.remove(id);
  }

  @Nullable Webhook find(long id) {
    return byId.get(id);
  }

  List<Webhook> all() {
    return List.copyOf(byId.values());
  }

  /** Those an account has made; the vendor's zero sample is readable by its id only. */
  List<Webhook> of(long account) {
    return byId.values().stream()
        .filter(each -> each.account() == account && each.id() != 0)
        .toList();
  }

  /** Those that an event of a location sets off. */
  List<Webhook> listening(long trigger, long locationId, @Nullable Long checklistId) {
    return byId.values().stream()
        .filter(each -> each.active() && each.trigger() == trigger)
        .filter(each -> each.locationId() == null || each.locationId() == locationId)
        .filter(each -> each.checklistId() == null || each.checklistId().equals(checklistId))
        .toList();
  }

  void fail(long webhookId, Instant when, String reason) {
    if (byId.containsKey(webhookId)) {
      Deque<WebhookError> list = errors.computeIfAbsent(webhookId, each -> new ArrayDeque<>());
      list.addFirst(new WebhookError(nextErrorId++, webhookId, when, reason));
      if (list.size() > MAX_ERRORS) {
        list.removeLast();
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
