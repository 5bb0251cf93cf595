package dev.forecourt.claire;

import dev.forecourt.claire.model.WebhookEvent;
import dev.forecourt.claire.model.WebhookTriggerID;
import org.jspecify.annotations.Nullable;

/** The shop mark of an appointment, a shopping cart with a colour, was changed. */
public final class ShopMarkEvent extends ClaireEvent {

  ShopMarkEvent(WebhookTriggerID trigger, WebhookEvent payload, String body) {
    super(trigger, payload, body);
  }

  /** Whether the appointment has the mark. Null if nobody said. */
  public @Nullable Boolean marked() {
    return payload().isShop();
  }

  /** Colour of the mark. Null if there is none. */
  public @Nullable String color() {
    return set(payload().isShopColor());
  }
}
