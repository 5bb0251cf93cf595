package dev.forecourt.claire;

import dev.forecourt.claire.model.WebhookEvent;
import dev.forecourt.claire.model.WebhookTriggerID;
import org.jspecify.annotations.Nullable;

/**
 * Something that Claire told a webhook. Its class says what kind of thing happened, {@link
 * #trigger()} says which.
 *
 * <pre>{@code
 * ClaireEvent event = ClaireWebhooks.parse(body);
 * if (event instanceof CommunicationEvent talk) {
 *   System.out.println(talk.customerKind() + " of appointment " + talk.appointmentId());
 * } else if (event instanceof ImportFailed failed) {
 *   System.out.println("Work order " + failed.workOrderNumber() + ": " + failed.error());
 * }
 * }</pre>
 *
 * <p>Every accessor but {@link #trigger()}, {@link #payload()} and {@link #body()} may give null:
 * Claire describes its message in three ways that contradict each other. 0 and blank text count as
 * missing, because programs in Go write them for "not set".
 *
 * <p>Immutable. Two events are equal if trigger and payload are, however they were spelled. Claire
 * gives a call no id and no time: two equal events may well be two things that happened.
 */
public abstract sealed class ClaireEvent
    permits AppointmentEvent,
        CheckEvent,
        CommunicationEvent,
        ImportEvent,
        ShopMarkEvent,
        UnknownEvent,
        UnspecifiedEvent {
  private final WebhookTriggerID trigger;
  private final WebhookEvent payload;
  private final String body;

  ClaireEvent(WebhookTriggerID trigger, WebhookEvent payload, String body) {
    this.trigger = trigger;
    this.payload = payload;
    this.body = body;
  }

  /** What set off the call; {@link WebhookTriggerID#UNSET} if nobody said. */
  public final WebhookTriggerID trigger() {
    return trigger;
  }

  /** Id of the appointment, for {@code getAppointment}. Null if there is none. */
  public @Nullable Long appointmentId() {
    return set(payload.appointmentId());
  }

  /** Id of the dealer in Claire. Null if there is none. */
  public final @Nullable Long dealerId() {
    return set(payload.dealerId());
  }

  /** Id of the location in Claire. Null if there is none. */
  public final @Nullable Long locationId() {
    return set(payload.dealerLocationId());
  }

  /** Number of the work order, from the DMS. Null if there is none. */
  public final @Nullable String workOrderNumber() {
    return set(payload.woNr());
  }

  /**
   * Every member of the message, whatever the trigger. Those that the contract does not name, and
   * those whose value is not of the type that it names, stand in {@code additionalProperties()}.
   */
  public final WebhookEvent payload() {
    return payload;
  }

  /**
   * The message as it came, to store or to parse again. It holds personal data: keep it out of
   * logs.
   */
  public final String body() {
    return body;
  }

  static @Nullable Long set(@Nullable Long id) {
    return id == null || id == 0 ? null : id;
  }

  static @Nullable String set(@Nullable String text) {
    return text == null || text.isBlank() ? null : text;
  }

  @Override
  public final boolean equals(@Nullable Object other) {
    return other instanceof ClaireEvent that
        && trigger.equals(that.trigger)
        && payload.equals(that.payload);
  }

  @Override
  public final int hashCode() {
    return 31 * trigger.hashCode() + payload.hashCode();
  }

  /** Kind, trigger and ids; no personal data. */
  @Override
  public final String toString() {
    return "%s{trigger=%s %s, appointment=%s, dealer=%s, location=%s}"
        .formatted(
            getClass().getSimpleName(),
            trigger,
            trigger.known(),
            payload.appointmentId(),
            payload.dealerId(),
            payload.dealerLocationId());
  }
}
