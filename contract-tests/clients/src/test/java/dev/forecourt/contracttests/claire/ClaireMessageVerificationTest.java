package dev.forecourt.contracttests.claire;

import static dev.forecourt.contracttests.claire.ClaireMessages.*;
import static dev.forecourt.contracttests.claire.ClairePact.example;
import static dev.forecourt.contracttests.claire.ClairePact.model;
import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.provider.MessageAndMetadata;
import au.com.dius.pact.provider.PactVerifyProvider;
import au.com.dius.pact.provider.junit5.MessageTestTarget;
import au.com.dius.pact.provider.junit5.PactVerificationContext;
import au.com.dius.pact.provider.junit5.PactVerificationInvocationContextProvider;
import au.com.dius.pact.provider.junitsupport.Provider;
import au.com.dius.pact.provider.junitsupport.State;
import au.com.dius.pact.provider.junitsupport.loader.PactFolder;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.forecourt.claire.ClaireClient;
import dev.forecourt.claire.ClaireWebhooks;
import dev.forecourt.claire.WebhookSubscription;
import dev.forecourt.claire.model.AppointmentImportBatch;
import dev.forecourt.claire.model.WebhookTriggerID;
import dev.forecourt.contracttests.kit.Access;
import dev.forecourt.contracttests.kit.OnlyThisModule;
import dev.forecourt.contracttests.kit.RecordedAs;
import dev.forecourt.mock.MockServer;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestTemplate;
import org.junit.jupiter.api.extension.ExtendWith;

/** Our stub sends every message of the pact to a receiver of ours, once something sets it off. */
@Tag("verification")
@RecordedAs("stub")
@Provider(ClaireMessages.PROVIDER)
@PactFolder("../target/pacts")
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ClaireMessageVerificationTest {
  private static final HttpClient HTTP = HttpClient.newHttpClient();

  private MockServer stub;
  private ClaireReceiver receiver;
  private ClaireClient claire;

  @BeforeAll
  void start() throws IOException {
    stub = MockServer.builder(ClairePact.PROVIDER).start();
    receiver = new ClaireReceiver();
    claire = ClairePact.builder(Access.GRANTED).baseUrl(stub.baseUri().toString()).build();
  }

  @AfterAll
  void stop() {
    claire.close();
    stub.close();
    receiver.close();
  }

  @BeforeEach
  void reset(PactVerificationContext context) {
    stub.reset();
    receiver.clear();
    context.setTarget(
        new MessageTestTarget(
            List.of(getClass().getPackageName()), new OnlyThisModule(getClass())));
  }

  @TestTemplate
  @ExtendWith(PactVerificationInvocationContextProvider.class)
  void sends(PactVerificationContext context) {
    context.verifyInteraction();
  }

  @State(ClairePact.KNOWN)
  void appointment() {
    assertThat(claire.appointments().getAppointment(ClairePact.APPOINTMENT).vin()).isNotNull();
  }

  @PactVerifyProvider(CHECK_CREATED)
  MessageAndMetadata checkCreated() throws Exception {
    return fired(CHECK_CREATED);
  }

  @PactVerifyProvider(OFFER_READY)
  MessageAndMetadata offerReady() throws Exception {
    return fired(OFFER_READY);
  }

  @PactVerifyProvider(CUSTOMER_OK)
  MessageAndMetadata customerOk() throws Exception {
    return fired(CUSTOMER_OK);
  }

  @PactVerifyProvider(CAR_READY)
  MessageAndMetadata carReady() throws Exception {
    return fired(CAR_READY);
  }

  @PactVerifyProvider(QUALITY_CHECK)
  MessageAndMetadata qualityCheck() throws Exception {
    return fired(QUALITY_CHECK);
  }

  @PactVerifyProvider(CHECK_IN_AVAILABLE)
  MessageAndMetadata checkInAvailable() throws Exception {
    return fired(CHECK_IN_AVAILABLE);
  }

  @PactVerifyProvider(CHECK_IN_ANSWERED)
  MessageAndMetadata checkInAnswered() throws Exception {
    return fired(CHECK_IN_ANSWERED);
  }

  @PactVerifyProvider(DIAGNOSE_AVAILABLE)
  MessageAndMetadata diagnoseAvailable() throws Exception {
    return fired(DIAGNOSE_AVAILABLE);
  }

  @PactVerifyProvider(DIAGNOSE_UPDATED)
  MessageAndMetadata diagnoseUpdated() throws Exception {
    return fired(DIAGNOSE_UPDATED);
  }

  @PactVerifyProvider(DIAGNOSE_ANSWERED)
  MessageAndMetadata diagnoseAnswered() throws Exception {
    return fired(DIAGNOSE_ANSWERED);
  }

  @PactVerifyProvider(REPAIR_AVAILABLE)
  MessageAndMetadata repairAvailable() throws Exception {
    return fired(REPAIR_AVAILABLE);
  }

  @PactVerifyProvider(REPAIR_UPDATED)
  MessageAndMetadata repairUpdated() throws Exception {
    return fired(REPAIR_UPDATED);
  }

  @PactVerifyProvider(CAR_IN_SHOP)
  MessageAndMetadata carInShop() throws Exception {
    return fired(CAR_IN_SHOP);
  }

  @PactVerifyProvider(CAR_OUT_OF_SHOP)
  MessageAndMetadata carOutOfShop() throws Exception {
    return fired(CAR_OUT_OF_SHOP);
  }

  @PactVerifyProvider(CHECK_IN_OPENED)
  MessageAndMetadata checkInOpened() throws Exception {
    return fired(CHECK_IN_OPENED);
  }

  @PactVerifyProvider(DIAGNOSE_OPENED)
  MessageAndMetadata diagnoseOpened() throws Exception {
    return fired(DIAGNOSE_OPENED);
  }

  @PactVerifyProvider(REPAIR_OPENED)
  MessageAndMetadata repairOpened() throws Exception {
    return fired(REPAIR_OPENED);
  }

  @PactVerifyProvider(SHOP_MARK)
  MessageAndMetadata shopMark() throws Exception {
    return fired(SHOP_MARK);
  }

  @PactVerifyProvider(IMPORTED)
  MessageAndMetadata imported() throws InterruptedException {
    register(IMPORTED);
    send(example("AppointmentImportBatchMinimal"));
    return received();
  }

  /** The client's own build() refuses such an appointment, so it is read and not built. */
  @PactVerifyProvider(NOT_IMPORTED)
  MessageAndMetadata notImported() throws InterruptedException {
    JsonNode batch = example("AppointmentImportBatchMinimal");
    ((ObjectNode) batch.at("/appointments/0/car")).remove("vin");
    register(NOT_IMPORTED);
    send(batch);
    return received();
  }

  private void send(JsonNode batch) {
    claire.appointments().importAppointments(model(batch, AppointmentImportBatch.class));
  }

  private MessageAndMetadata fired(String message) throws IOException, InterruptedException {
    register(message);
    String event =
        "{\"trigger\": %d, \"appointment_id\": %d}"
            .formatted(trigger(message), ClairePact.APPOINTMENT);
    HttpRequest fire =
        HttpRequest.newBuilder(stub.baseUri().resolve("/__mock/fire"))
            .POST(BodyPublishers.ofString(event))
            .build();
    assertThat(HTTP.send(fire, BodyHandlers.ofString()).statusCode()).isEqualTo(202);
    return received();
  }

  private void register(String message) {
    ClaireWebhooks.of(claire)
        .register(
            WebhookSubscription.builder()
                .name(message)
                .url(receiver.url(path(message)))
                .trigger(WebhookTriggerID.of(trigger(message)))
                .secret(ClaireCall.SECRET)
                .build());
  }

  private MessageAndMetadata received() throws InterruptedException {
    ClaireCall call = receiver.next();
    return new MessageAndMetadata(
        call.body().getBytes(UTF_8),
        Map.of(
            "contentType", call.contentType(),
            "X-Shared-Secret", call.secret(),
            "path", call.path()));
  }
}
