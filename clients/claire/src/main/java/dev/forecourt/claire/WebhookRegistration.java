package dev.forecourt.claire;

import dev.forecourt.claire.api.WebhooksService;
import dev.forecourt.claire.model.NewWebhook;
import dev.forecourt.claire.model.NewWebhookHeader;
import dev.forecourt.claire.model.Webhook;
import dev.forecourt.claire.model.WebhookUpdate;
import java.util.Comparator;
import java.util.List;
import java.util.Objects;
import org.jspecify.annotations.Nullable;

/** Brings Claire's webhooks in line with a subscription. */
final class WebhookRegistration {
  private static final System.Logger LOG = System.getLogger("dev.forecourt.claire");

  private final WebhooksService service;
  private final WebhookSubscription wanted;

  WebhookRegistration(WebhooksService service, WebhookSubscription wanted) {
    this.service = service;
    this.wanted = wanted;
  }

  long run() {
    List<Webhook> same =
        service.listWebhooks().stream()
            .filter(Objects::nonNull)
            .filter(this::isWanted)
            .sorted(Comparator.comparing(Webhook::id))
            .toList();
    if (same.isEmpty()) {
      return create();
    }
    if (same.size() > 1) {
      warnOfOthers(same);
    }
    update(same.get(0));
    return same.get(0).id();
  }

  /** A check list belongs to the identity: one URL may serve several. */
  private boolean isWanted(Webhook found) {
    return found.id() != null
        && wanted.url().equals(found.url())
        && wanted.trigger().equals(found.webhookTriggerId())
        && Objects.equals(wanted.locationId(), ClaireEvent.set(found.dealerLocationId()))
        && Objects.equals(wanted.checklistId(), ClaireEvent.set(found.checklistId()));
  }

  private long create() {
    NewWebhook.Builder webhook =
        NewWebhook.builder()
            .name(wanted.name())
            .webhookTriggerId(wanted.trigger())
            .url(wanted.url())
            .queued(orElse(wanted.queued(), false))
            // left out, it would be false: the zero value of Go
            .active(orElse(wanted.active(), true))
            .headers(headers());
    if (wanted.locationId() != null) {
      webhook.dealerLocationId(wanted.locationId());
    }
    if (wanted.checklistId() != null) {
      webhook.checklistId(wanted.checklistId());
    }
    Long id = service.createWebhook(webhook.build()).id();
    if (id == null) {
      throw new IllegalStateException(
          "claire createWebhook: the answer holds no id. Expected {\"ID\": 1501}. Register again,"
              + " which finds the webhook by its URL.");
    }
    return id;
  }

  /** An update replaces the webhook: what is not sent is gone. */
  private void update(Webhook found) {
    WebhookUpdate.Builder webhook =
        WebhookUpdate.builder()
            .id(found.id())
            .name(wanted.name())
            .webhookTriggerId(wanted.trigger())
            .url(wanted.url())
            .queued(orElse(wanted.queued(), orElse(found.queued(), false)))
            .active(orElse(wanted.active(), orElse(found.active(), true)))
            .headers(headers());
    if (found.dealerId() != null) {
      webhook.dealerId(found.dealerId());
    }
    if (wanted.locationId() != null) {
      webhook.dealerLocationId(wanted.locationId());
    }
    if (wanted.checklistId() != null) {
      webhook.checklistId(wanted.checklistId());
    }
    service.updateWebhook(webhook.build());
  }

  private List<NewWebhookHeader> headers() {
    return wanted.headers().entrySet().stream()
        .map(
            header ->
                NewWebhookHeader.builder().name(header.getKey()).value(header.getValue()).build())
        .toList();
  }

  private void warnOfOthers(List<Webhook> same) {
    LOG.log(
        System.Logger.Level.WARNING,
        "claire register: the webhooks {0} are the same, so each event comes {1} times. Kept {2};"
            + " delete the others.",
        same.stream().map(webhook -> String.valueOf(webhook.id())).toList(),
        same.size(),
        String.valueOf(same.get(0).id()));
  }

  private static boolean orElse(@Nullable Boolean value, boolean other) {
    return value == null ? other : value;
  }
}
