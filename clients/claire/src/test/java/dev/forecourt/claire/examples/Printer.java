package dev.forecourt.claire.examples;

import dev.forecourt.claire.ClaireEvent;
import dev.forecourt.claire.CommunicationEvent;
import dev.forecourt.claire.ImportFailed;
import dev.forecourt.claire.webhook.WebhookDelivery;
import dev.forecourt.claire.webhook.WebhookHandler;

/** What the examples do with events: they print them. */
final class Printer implements WebhookHandler {

  @Override
  public void handle(WebhookDelivery delivery) {
    ClaireEvent event = delivery.event();
    System.out.println(event);
    delivery.seenBefore().ifPresent(time -> System.out.println("  the same came at " + time));
    if (event instanceof CommunicationEvent talk) {
      System.out.println("  with the " + talk.customerKind());
    } else if (event instanceof ImportFailed failed) {
      System.out.println("  " + failed.workOrderNumber() + ": " + failed.error());
    }
  }
}
