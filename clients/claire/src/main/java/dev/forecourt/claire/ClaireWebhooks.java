package dev.forecourt.claire;

import dev.forecourt.claire.api.WebhooksService;
import dev.forecourt.claire.model.WebhookErrorFilter;
import dev.forecourt.claire.model.WebhookEvent;
import dev.forecourt.claire.model.WebhookTriggerID;

/**
 * Receives the calls that Claire makes to a URL of ours, and sets them up.
 *
 * <pre>{@code
 * SharedSecret secret = SharedSecret.of("X-Shared-Secret", System.getenv("CLAIRE_SECRET"));
 *
 * // in the receiver
 * if (!secret.matches(request.getHeader(secret.headerName()))) {
 *   return 401;
 * }
 * ClaireEvent event = ClaireWebhooks.parse(body);
 *
 * // once, or at each start
 * ClaireWebhooks webhooks = ClaireWebhooks.of(client);
 * long id =
 *     webhooks.register(
 *         WebhookSubscription.builder()
 *             .name("Offers to the CRM")
 *             .url("https://crm.example/hooks/claire/2")
 *             .trigger(WebhookTriggerID.OFFER_READY)
 *             .secret(secret)
 *             .build());
 * webhooks.errors(id).forEach(error -> System.out.println(error.reason()));
 * }</pre>
 *
 * <p><b>Claire signs nothing.</b> Whoever knows the URL can call it. There are two ways to know a
 * call of Claire: a secret in a header of the webhook ({@link SharedSecret}), and the address of
 * the sender ({@link #SENDER_PRODUCTION}, {@link #SENDER_DEVELOPMENT}), which only the firewall or
 * the outermost proxy sees. Take an event for a hint, and read the appointment anew before acting
 * on it.
 */
public final class ClaireWebhooks {

  /** Address from which Claire's production system calls, for firewalls. */
  public static final String SENDER_PRODUCTION = "34.91.154.69";

  /** Address from which Claire's development system calls, for firewalls. */
  public static final String SENDER_DEVELOPMENT = "34.91.177.194";

  /**
   * Size of the largest message that is parsed: 1 MiB. Claire's have a few hundred bytes; its limit
   * is not known.
   */
  public static final int MAX_BODY_BYTES = 1024 * 1024;

  private final WebhooksService service;

  private ClaireWebhooks(WebhooksService service) {
    this.service = service;
  }

  /**
   * The event in the body of a call. An {@link UnspecifiedEvent} if it names no trigger. Throws
   * {@link UnreadableEventException} if it is no JSON object or larger than {@link
   * #MAX_BODY_BYTES}; everything else is read, whatever is missing or of an unexpected type.
   */
  public static ClaireEvent parse(byte[] body) {
    return EventReader.read(body, WebhookTriggerID.UNSET);
  }

  /** As {@link #parse(byte[])}. */
  public static ClaireEvent parse(String body) {
    return EventReader.read(body, WebhookTriggerID.UNSET);
  }

  /**
   * The event in the body of a call to a URL that belongs to one trigger. A trigger in the body
   * wins over the one given: it is what Claire says of this very call. Throws as {@link
   * #parse(byte[])}.
   */
  public static ClaireEvent parse(byte[] body, WebhookTriggerID triggerOfUrl) {
    return EventReader.read(body, triggerOfUrl);
  }

  /** As {@link #parse(byte[], WebhookTriggerID)}. */
  public static ClaireEvent parse(String body, WebhookTriggerID triggerOfUrl) {
    return EventReader.read(body, triggerOfUrl);
  }

  /** Sets up webhooks with this client; all methods throw {@code VendorException}. */
  public static ClaireWebhooks of(ClaireClient client) {
    return new ClaireWebhooks(client.webhooks());
  }

  /**
   * Creates the webhook, or changes the one that there is; gives its id. Safe to run at each start:
   * a webhook of the same URL, trigger, location and check list is the same one. If there are
   * several, the one with the lowest id is changed and a warning logged.
   *
   * <p>A webhook has the headers of the subscription afterwards, and no others: an update replaces
   * them. Only webhooks made with the same API key are seen, none made by hand in Claire.
   *
   * <p>No exception of the client shows the values of the headers, from 4 characters on.
   */
  public long register(WebhookSubscription subscription) {
    return new WebhookRegistration(service, subscription).run();
  }

  /**
   * Makes Claire call the URL of the webhook once, with this event in the spelling of the test call
   * (PascalCase). Name the trigger in the event: Claire does not say that it adds it. Members that
   * the contract does not name are not sent.
   *
   * <pre>{@code
   * webhooks.test(id, WebhookEvent.builder()
   *     .webhookTriggerId(WebhookTriggerID.OFFER_READY).appointmentId(4711823).dealerId(57)
   *     .dealerLocationId(312).woNr("WO-88213").build());
   * }</pre>
   */
  public void test(long webhookId, WebhookEvent event) {
    service.testWebhook(TestCall.of(webhookId, event));
  }

  /**
   * The calls of the webhook that went wrong in the last three months. Nothing is asked before it
   * is needed. Right whether Claire counts its pages from 0 or from 1, which it does not say.
   */
  public WebhookErrors errors(long webhookId) {
    return new WebhookErrors(
        page ->
            service
                .listWebhookErrors(
                    WebhookErrorFilter.builder().webhookID(webhookId).page(page).build())
                .firstPage());
  }

  /** Deletes the webhook. */
  public void delete(long webhookId) {
    service.deleteWebhook(webhookId);
  }

  /** Without credentials. */
  @Override
  public String toString() {
    return "ClaireWebhooks";
  }
}
