package dev.forecourt.contracttests.claire;

import static dev.forecourt.contracttests.claire.ClaireMessages.*;
import static dev.forecourt.contracttests.claire.ClairePact.*;
import static dev.forecourt.contracttests.kit.Evidence.*;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.LambdaDsl;
import au.com.dius.pact.consumer.dsl.PactBuilder;
import au.com.dius.pact.consumer.junit5.PactConsumerTestExt;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.consumer.junit5.ProviderType;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Interaction.AsynchronousMessage;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.forecourt.claire.AppointmentEvent;
import dev.forecourt.claire.CheckEvent;
import dev.forecourt.claire.ClaireEvent;
import dev.forecourt.claire.CommunicationEvent;
import dev.forecourt.claire.ImportFailed;
import dev.forecourt.claire.ImportSucceeded;
import dev.forecourt.claire.ShopMarkEvent;
import dev.forecourt.claire.model.CustomerKind;
import java.util.List;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What Claire sends to a webhook: claire.txt L512-522, and L306 for trigger 19. Each trigger has a
 * URL of its own, for only trigger 19 is said to stand in the message.
 */
@ExtendWith(PactConsumerTestExt.class)
@PactTestFor(
    providerName = ClaireMessages.PROVIDER,
    providerType = ProviderType.ASYNCH,
    pactVersion = PactSpecVersion.V4)
class ClaireMessagePactTest {
  /** The four members that are never missing: L516-519. */
  @Pact(consumer = CONSUMER)
  V4Pact appointmentMessages(PactBuilder pact) {
    return messages(
        pact,
        () -> like(example("WebhookEvent")),
        OFFER_READY,
        CUSTOMER_OK,
        CAR_READY,
        CAR_IN_SHOP,
        CAR_OUT_OF_SHOP);
  }

  @Test
  @PactTestFor(pactMethod = "appointmentMessages")
  void readsEventsOfAppointments(V4Pact pact) {
    for (AsynchronousMessage message : sent(pact, 5)) {
      ClaireEvent event = read(message, AppointmentEvent.class);

      assertThat(event.appointmentId()).isEqualTo(APPOINTMENT);
      assertThat(event.dealerId()).isEqualTo(57);
      assertThat(event.locationId()).isEqualTo(LOCATION);
      assertThat(event.workOrderNumber()).isEqualTo("WO-88213");
    }
  }

  /** L931, L935; which check list it is, only the test call has (L707-708). */
  @Pact(consumer = CONSUMER)
  V4Pact checkMessages(PactBuilder pact) {
    return messages(pact, () -> like(example("WebhookEvent")), CHECK_CREATED, QUALITY_CHECK);
  }

  @Test
  @PactTestFor(pactMethod = "checkMessages")
  void readsEventsOfChecks(V4Pact pact) {
    for (AsynchronousMessage message : sent(pact, 2)) {
      CheckEvent event = read(message, CheckEvent.class);

      assertThat(event.appointmentId()).isEqualTo(APPOINTMENT);
      assertThat(event.checklistId()).isNull();
    }
  }

  /** L520-522: three members more, "only passed for communication related triggers". */
  @Pact(consumer = CONSUMER)
  V4Pact communicationMessages(PactBuilder pact) {
    return messages(
        pact,
        () -> like(without(example("WebhookEventCommunication"), "webhook_trigger_id")),
        CHECK_IN_AVAILABLE,
        CHECK_IN_ANSWERED,
        DIAGNOSE_AVAILABLE,
        DIAGNOSE_UPDATED,
        DIAGNOSE_ANSWERED,
        REPAIR_AVAILABLE,
        REPAIR_UPDATED,
        CHECK_IN_OPENED,
        DIAGNOSE_OPENED,
        REPAIR_OPENED);
  }

  @Test
  @PactTestFor(pactMethod = "communicationMessages")
  void readsEventsOfCommunication(V4Pact pact) {
    for (AsynchronousMessage message : sent(pact, 10)) {
      CommunicationEvent event = read(message, CommunicationEvent.class);

      assertThat(event.appointmentId()).isEqualTo(APPOINTMENT);
      assertThat(event.communicationKey()).isEqualTo("b7Qk2mXw9");
      assertThat(event.customerNumber()).isEqualTo("C-10021");
      assertThat(event.customerKind()).isEqualTo(CustomerKind.DRIVER);
    }
  }

  /** L948; the mark itself has only the test call (L705-706). */
  @Pact(consumer = CONSUMER)
  V4Pact shopMarkMessages(PactBuilder pact) {
    return messages(pact, () -> like(example("WebhookEvent")), SHOP_MARK);
  }

  @Test
  @PactTestFor(pactMethod = "shopMarkMessages")
  void readsEventsOfShopMarks(V4Pact pact) {
    ShopMarkEvent event = read(sent(pact, 1).get(0), ShopMarkEvent.class);

    assertThat(event.appointmentId()).isEqualTo(APPOINTMENT);
    assertThat(event.marked()).isNull();
  }

  /** L306: the trigger, and the appointment on success. */
  @Pact(consumer = CONSUMER)
  V4Pact importedMessages(PactBuilder pact) {
    return messages(pact, () -> ofImport("WebhookEventImported"), IMPORTED);
  }

  @Test
  @PactTestFor(pactMethod = "importedMessages")
  void readsThatAnImportSucceeded(V4Pact pact) {
    ImportSucceeded event = read(sent(pact, 1).get(0), ImportSucceeded.class);

    assertThat(event.appointmentId()).isEqualTo(APPOINTMENT);
    assertThat(event.workOrderNumber()).isEqualTo("WO-88213");
  }

  /** L306: the error on failure, and no appointment. */
  @Pact(consumer = CONSUMER)
  V4Pact notImportedMessages(PactBuilder pact) {
    return messages(pact, () -> ofImport("WebhookEventImportFailed"), NOT_IMPORTED);
  }

  @Test
  @PactTestFor(pactMethod = "notImportedMessages")
  void readsThatAnImportFailed(V4Pact pact) {
    ImportFailed event = read(sent(pact, 1).get(0), ImportFailed.class);

    assertThat(event.appointmentId()).isNull();
    assertThat(event.error()).isEqualTo("car: vin is required");
  }

  /** Clients tell results of imports by the trigger: its value counts. */
  private static DslPart ofImport(String example) {
    var fields = without(example(example), "webhook_trigger_id");
    return LambdaDsl.newJsonBody(
            body -> {
              members(body, fields);
              body.numberValue("webhook_trigger_id", 19);
            })
        .build();
  }

  private static V4Pact messages(
      PactBuilder pact, Supplier<DslPart> content, String... descriptions) {
    for (String description : descriptions) {
      pact.expectsToReceiveMessageInteraction(
          description,
          message ->
              message
                  .state(KNOWN)
                  .reference("OpenAPI", "operationId", "notifyWebhook")
                  .withContents(
                      call ->
                          call.withMetadata(
                                  metadata -> {
                                    // the receiver goes by these two: their values count
                                    metadata.add("X-Shared-Secret", SHARED_SECRET);
                                    metadata.add("path", path(description));
                                    metadata.add("contentType", "application/json");
                                  })
                              .withContent(content.get())));
    }
    return pact.toPact();
  }

  private static List<AsynchronousMessage> sent(V4Pact pact, int count) {
    List<AsynchronousMessage> messages =
        pact.getInteractions().stream().map(AsynchronousMessage.class::cast).toList();
    assertThat(messages).hasSize(count);
    return messages;
  }

  /** The event of a message, which is read with the right secret only. */
  private static <E extends ClaireEvent> E read(AsynchronousMessage message, Class<E> kind) {
    assertThatThrownBy(call(message, "wrong horse")::event).isInstanceOf(SecurityException.class);
    assertThatThrownBy(call(message, null)::event).isInstanceOf(SecurityException.class);

    ClaireEvent event = call(message, metadata(message, "X-Shared-Secret")).event();

    assertThat(event).as(message.getDescription()).isExactlyInstanceOf(kind);
    assertThat(event.trigger().value()).isEqualTo(trigger(message.getDescription()));
    return kind.cast(event);
  }

  private static ClaireCall call(AsynchronousMessage message, @Nullable String secret) {
    return new ClaireCall(
        metadata(message, "path"),
        metadata(message, "contentType"),
        secret,
        message.getContents().getContents().valueAsString());
  }

  private static String metadata(AsynchronousMessage message, String name) {
    return String.valueOf(message.getContents().getMetadata().get(name));
  }
}
