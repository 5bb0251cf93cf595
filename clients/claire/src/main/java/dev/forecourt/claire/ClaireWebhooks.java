package dev.forecourt.claire;

import dev.forecourt.claire.model.WebhookTriggerID;

/**
 * Receives the calls that Claire makes to a URL of ours.
 *
 * <pre>{@code
 * SharedSecret secret = SharedSecret.of("X-Shared-Secret", System.getenv("CLAIRE_SECRET"));
 *
 * // in the receiver
 * if (!secret.matches(request.getHeader(secret.headerName()))) {
 *   return 401;
 * }
 * ClaireEvent event = ClaireWebhooks.parse(body);
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

  private ClaireWebhooks() {}

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
}
