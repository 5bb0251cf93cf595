package dev.forecourt.contracttests.fidcar;

import static dev.forecourt.contracttests.fidcar.FidcarPact.*;
import static dev.forecourt.contracttests.kit.Evidence.*;
import static dev.forecourt.contracttests.kit.VendorPact.answered;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactConsumerTestExt;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.forecourt.fidcar.FidcarClient;
import dev.forecourt.fidcar.api.DisputesService.ListDisputesQuery;
import dev.forecourt.fidcar.model.*;
import java.time.OffsetDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Disputes: fidcar.md L653-750. */
@ExtendWith(PactConsumerTestExt.class)
@PactTestFor(providerName = PROVIDER, pactVersion = PactSpecVersion.V4)
class FidcarDisputesPactTest {
  /** fidcar.md L688-712. */
  @Pact(consumer = CONSUMER)
  V4Pact listsDisputesPact(PactDslWithProvider pact) {
    return get(pact, "dispute 4012 exists", "listDisputes: one page", "/api/dispute")
        .query("page=1&limit=5")
        .willRespondWith()
        .status(200)
        .matchHeader("Content-Type", "application/json.*", "application/json")
        .body(
            pageOf(
                only(evidence("dispute"), "wishContact", "urgent", "status", "createdAt"), 1, 5, 1))
        .toPact(V4Pact.class);
  }

  @Test
  @PactTestFor(pactMethod = "listsDisputesPact")
  void listsDisputes(MockServer vendor) {
    try (FidcarClient fidcar = client(vendor)) {
      var query = ListDisputesQuery.builder().page(1).limit(5).build();

      DisputePage page = fidcar.disputes().listDisputes(query).firstPage();

      assertThat(page.data())
          .extracting(dispute -> dispute.status().known())
          .containsExactly(DisputeStatus.Known.ASSIGNED);
    }
  }

  /** fidcar.md L714-731; the sample answer is L657-669. */
  @Pact(consumer = CONSUMER)
  V4Pact getsADisputePact(PactDslWithProvider pact) {
    return get(
            pact,
            "dispute 4012 exists",
            "getDispute: the documented one",
            "/api/dispute/" + DISPUTE)
        .willRespondWith()
        .status(200)
        .matchHeader("Content-Type", "application/json.*", "application/json")
        .body(like(without(evidence("dispute"), "review")))
        .toPact(V4Pact.class);
  }

  @Test
  @PactTestFor(pactMethod = "getsADisputePact")
  void getsADispute(MockServer vendor) {
    try (FidcarClient fidcar = client(vendor)) {
      Dispute dispute = fidcar.disputes().getDispute(DISPUTE);

      assertThat(dispute.wishContactMethod()).isEqualTo(ContactMethod.PHONE);
      assertThat(dispute.createdAt()).isEqualTo(OffsetDateTime.parse("2019-05-24T15:26:37+02:00"));
      assertThat(dispute.closedAt()).isNull();
    }
  }

  /** fidcar.md L733-750: no body goes with it. */
  @Pact(consumer = CONSUMER)
  V4Pact closesADisputePact(PactDslWithProvider pact) {
    return post(
            pact,
            "dispute 4012 exists",
            "closeDispute: one that is assigned",
            "/api/dispute/" + DISPUTE + "/close")
        .willRespondWith()
        .status(200)
        .matchHeader("Content-Type", "application/json.*", "application/json")
        .body(closed())
        .toPact(V4Pact.class);
  }

  @Test
  @PactTestFor(pactMethod = "closesADisputePact")
  void closesADispute(MockServer vendor) {
    try (FidcarClient fidcar = client(vendor)) {
      Dispute closed = fidcar.disputes().closeDispute(DISPUTE);

      assertThat(closed.status().known()).isEqualTo(DisputeStatus.Known.CLOSED);
      assertThat(closed.closedAt()).isEqualTo(OffsetDateTime.parse("2019-05-24T18:00:00+02:00"));
    }
  }

  /** Lists of values may grow: what is new has the form of what is known. */
  @Pact(consumer = CONSUMER)
  V4Pact keepsValuesThatAreNewPact(PactDslWithProvider pact) {
    ObjectNode dispute = evidence("dispute").deepCopy();
    dispute.retain("wishContactMethod", "wishContactTime", "status");
    dispute
        .put("wishContactMethod", "letter")
        .put("wishContactTime", "at night")
        .put("status", "escalated");
    return answered(
        get(pact, "dispute 4012 exists", "getDispute: with new values", "/api/dispute/" + DISPUTE),
        200,
        like(dispute));
  }

  @Test
  @PactTestFor(pactMethod = "keepsValuesThatAreNewPact")
  void keepsValuesThatAreNew(MockServer vendor) {
    try (FidcarClient fidcar = client(vendor)) {
      Dispute dispute = fidcar.disputes().getDispute(DISPUTE);

      assertThat(dispute.wishContactMethod().value()).isEqualTo("letter");
      assertThat(dispute.status().known()).isEqualTo(DisputeStatus.Known.UNKNOWN);
      assertThat(dispute.status().value()).isEqualTo("escalated");
    }
  }

  /** The sample, closed: the status is what the client acts on, so its value counts. */
  private static DslPart closed() {
    ObjectNode dispute = (ObjectNode) only(evidence("dispute"), "wishContact", "createdAt");
    dispute.put("closedAt", "2019-05-24T18:00:00+02:00");
    return like(dispute, Map.of("status", "closed"));
  }
}
