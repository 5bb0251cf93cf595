package dev.forecourt.mock.claire;

import dev.forecourt.mock.http.MockResponse;
import dev.forecourt.mock.http.Refusal;
import dev.forecourt.mock.json.JsonTree;
import dev.forecourt.mock.vendor.CallTargets;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The eight calls about webhooks: an API key sees and changes those that it has made. */
final class WebhookDesk {

  /** Errors on a page; the vendor does not say how many it shows. */
  static final int PAGE = 20;

  private final ClaireState state;
  private final ClaireTime time;
  private final Outbox outbox;
  private final CallTargets targets;

  WebhookDesk(ClaireState state, ClaireTime time, Outbox outbox, CallTargets targets) {
    this.targets = targets;
    this.state = state;
    this.time = time;
    this.outbox = outbox;
  }

  MockResponse list(Caller caller) {
    return MockResponse.json(
        200, state.webhooks.of(caller.account()).stream().map(state.views::webhook).toList());
  }

  MockResponse create(Caller caller, Map<String, @Nullable Object> body) {
    long account = caller.account();
    if (state.webhooks.of(account).size() >= Webhooks.MAX_PER_ACCOUNT) {
      throw new Refusal(
          400,
          "This API key has %d webhooks, the most it may have. Delete one."
              .formatted(Webhooks.MAX_PER_ACCOUNT));
    }
    String now = time.now().toString();
    Webhook blank =
        new Webhook(0, account, "", 0, null, "", false, null, true, List.of(), now, now, false);
    // one that is refused uses up no id
    Webhook filled = filled(blank, body, now);
    Webhook created = filled.withId(state.nextId("webhook"));
    state.webhooks.put(created);
    return MockResponse.json(200, new WebhookCreatedJson(created.id()));
  }

  MockResponse get(Caller caller, long id) {
    return MockResponse.json(200, state.views.webhook(own(caller, id)));
  }

  MockResponse update(Caller caller, Map<String, @Nullable Object> body) {
    Webhook before = own(caller, JsonTree.whole(body, "id"));
    state.webhooks.put(filled(before, body, time.now().toString()));
    return MockResponse.empty(200);
  }

  MockResponse delete(Caller caller, long id) {
    state.webhooks.delete(own(caller, id).id());
    return MockResponse.empty(200);
  }

  MockResponse test(Caller caller, Map<String, @Nullable Object> body) {
    Webhook webhook = own(caller, JsonTree.whole(body, "WebhookID"));
    if (!webhook.seeded()) {
      // one that came with a state file or an import was never asked about
      url(webhook, webhook.url());
    }
    Map<String, @Nullable Object> payload = JsonTree.object(body.get("Payload"));
    outbox.send(webhook, Events.fromTest(payload, webhook));
    return MockResponse.empty(200);
  }

  MockResponse errors(Caller caller, Map<String, @Nullable Object> body) {
    // one spelling is complete; of the other one there may be half as well
    boolean sample = body.containsKey("WebhookID") && body.containsKey("Page");
    long id = JsonTree.whole(body, sample ? "WebhookID" : "webhook_id");
    long page = JsonTree.whole(body, sample ? "Page" : "page");
    List<WebhookError> all = state.webhooks.errors(own(caller, id).id());
    long pages = (all.size() + PAGE - 1) / PAGE;
    List<WebhookError> shown =
        page < 1 || page > pages
            ? List.of()
            : all.subList((int) (page - 1) * PAGE, (int) Math.min(all.size(), page * PAGE));
    // null is "none" in the vendor's sample
    List<WebhookErrorJson> items = shown.stream().map(state.views::error).toList();
    return MockResponse.json(200, new WebhookErrorPageJson(items.isEmpty() ? null : items, pages));
  }

  private Webhook own(Caller caller, long id) {
    long account = caller.account();
    Webhook webhook = state.webhooks.find(id);
    if (webhook == null || webhook.account() != account) {
      List<Long> known = state.webhooks.of(account).stream().map(Webhook::id).toList();
      throw new Refusal(
          404, "This API key has made no webhook %d. It has made: %s.".formatted(id, known));
    }
    return webhook;
  }

  /** What is sent over what was; headers are replaced, the rest stays if it is left out. */
  private Webhook filled(Webhook before, Map<String, @Nullable Object> body, String now) {
    refuseOtherDealer(body);
    return new Webhook(
        before.id(),
        before.account(),
        String.valueOf(body.get("name")),
        JsonTree.whole(body, "webhook_trigger_id"),
        body.containsKey("dealer_location_id") ? location(body) : before.locationId(),
        url(before, String.valueOf(body.get("url"))),
        body.get("queued") instanceof Boolean queued ? queued : before.queued(),
        body.containsKey("checklist_id") ? Body.id(body.get("checklist_id")) : before.checklistId(),
        body.get("active") instanceof Boolean active ? active : before.active(),
        headers(body),
        before.createdOn(),
        now,
        before.seeded() && before.url().equals(body.get("url")));
  }

  private static void refuseOtherDealer(Map<String, @Nullable Object> body) {
    Long dealer = Body.id(body.get("dealer_id"));
    if (dealer != null && dealer != ClaireSeed.DEALER) {
      throw new Refusal(
          400,
          "body field 'dealer_id' must be %d, the dealer of this API key, but was '%d'"
              .formatted(ClaireSeed.DEALER, dealer));
    }
  }

  private @Nullable Long location(Map<String, @Nullable Object> body) {
    Long location = Body.id(body.get("dealer_location_id"));
    if (location != null && state.locations.find(location) == null) {
      throw new Refusal(
          400,
          "body field 'dealer_location_id' must be one of %s but was '%d'"
              .formatted(state.locationIds(), location));
    }
    return location;
  }

  /** The vendor's sample sends an empty one: such a webhook calls nobody. */
  private String url(Webhook before, String text) {
    try {
      URI uri = new URI(text);
      boolean http =
          "http".equalsIgnoreCase(uri.getScheme()) || "https".equalsIgnoreCase(uri.getScheme());
      if (text.isEmpty() || (before.seeded() && before.url().equals(text))) {
        return text;
      }
      if (http && uri.getHost() != null) {
        refuseOtherHost(uri.getHost());
        return text;
      }
    } catch (URISyntaxException e) {
      // told below
    }
    throw new Refusal(
        400, "body field 'url' must be an address with http or https but was '%s'".formatted(text));
  }

  /** Names in .example stand in the documentation: nobody has them, and they are not called. */
  private void refuseOtherHost(String host) {
    String refused = targets.refusal(host);
    if (refused != null && !host.toLowerCase(Locale.ROOT).endsWith(".example")) {
      throw new Refusal(400, "body field 'url' cannot be called: " + refused);
    }
  }

  private List<Webhook.Header> headers(Map<String, @Nullable Object> body) {
    List<Webhook.Header> out = new ArrayList<>();
    for (Map<String, @Nullable Object> each : JsonTree.objects(body.get("headers"))) {
      out.add(
          new Webhook.Header(
              state.nextId("header"),
              String.valueOf(each.get("name")),
              String.valueOf(each.get("value"))));
    }
    return out;
  }
}
