package dev.forecourt.contracttests.fidcar;

import static dev.forecourt.contracttests.fidcar.FidcarPact.*;
import static dev.forecourt.contracttests.kit.Evidence.*;
import static dev.forecourt.contracttests.kit.VendorPact.answered;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.core.model.V4Pact;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.forecourt.fidcar.FidcarClient;
import dev.forecourt.fidcar.api.DisputesService.ListDisputesQuery;
import dev.forecourt.fidcar.model.*;
import java.time.OffsetDateTime;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Disputes: fidcar.md L653-750. */
class FidcarDisputesPactTest {
  /** fidcar.md L688-712. */
  @Test
  void listsDisputes() {
    verify(
        pact ->
            get(pact, "dispute 4012 exists", "listDisputes: one page", "/api/dispute")
                .query("page=1&limit=5")
                .willRespondWith()
                .status(200)
                .matchHeader("Content-Type", "application/json.*", "application/json")
                .body(
                    pageOf(
                        only(evidence("dispute"), "wishContact", "urgent", "status", "createdAt"),
                        1,
                        5,
                        1))
                .toPact(V4Pact.class),
        vendor -> {
          try (FidcarClient fidcar = client(vendor)) {
            var query = ListDisputesQuery.builder().page(1).limit(5).build();

            DisputePage page = fidcar.disputes().listDisputes(query).firstPage();

            assertThat(page.data())
                .extracting(dispute -> dispute.status().known())
                .containsExactly(DisputeStatus.Known.ASSIGNED);
          }
        });
  }

  /** fidcar.md L714-731; the sample answer is L657-669. */
  @Test
  void getsADispute() {
    verify(
        pact ->
            get(
                    pact,
                    "dispute 4012 exists",
                    "getDispute: the documented one",
                    "/api/dispute/" + DISPUTE)
                .willRespondWith()
                .status(200)
                .matchHeader("Content-Type", "application/json.*", "application/json")
                .body(like(without(evidence("dispute"), "review")))
                .toPact(V4Pact.class),
        vendor -> {
          try (FidcarClient fidcar = client(vendor)) {
            Dispute dispute = fidcar.disputes().getDispute(DISPUTE);

            assertThat(dispute.wishContactMethod()).isEqualTo(ContactMethod.PHONE);
            assertThat(dispute.createdAt())
                .isEqualTo(OffsetDateTime.parse("2019-05-24T15:26:37+02:00"));
            assertThat(dispute.closedAt()).isNull();
          }
        });
  }

  /** fidcar.md L733-750: no body goes with it. */
  @Test
  void closesADispute() {
    verify(
        pact ->
            post(
                    pact,
                    "dispute 4012 exists",
                    "closeDispute: one that is assigned",
                    "/api/dispute/" + DISPUTE + "/close")
                .willRespondWith()
                .status(200)
                .matchHeader("Content-Type", "application/json.*", "application/json")
                .body(closed())
                .toPact(V4Pact.class),
        vendor -> {
          try (FidcarClient fidcar = client(vendor)) {
            Dispute closed = fidcar.disputes().closeDispute(DISPUTE);

            assertThat(closed.status().known()).isEqualTo(DisputeStatus.Known.CLOSED);
            assertThat(closed.closedAt())
                .isEqualTo(OffsetDateTime.parse("2019-05-24T18:00:00+02:00"));
          }
        });
  }

  /** Lists of values may grow: what is new has the form of what is known. */
  @Test
  void keepsValuesThatAreNew() {
    verify(
        pact -> {
          ObjectNode dispute = evidence("dispute").deepCopy();
          dispute.retain("wishContactMethod", "wishContactTime", "status");
          dispute
              .put("wishContactMethod", "letter")
              .put("wishContactTime", "at night")
              .put("status", "escalated");
          return answered(
              get(
                  pact,
                  "dispute 4012 exists",
                  "getDispute: with new values",
                  "/api/dispute/" + DISPUTE),
              200,
              like(dispute));
        },
        vendor -> {
          try (FidcarClient fidcar = client(vendor)) {
            Dispute dispute = fidcar.disputes().getDispute(DISPUTE);

            assertThat(dispute.wishContactMethod().value()).isEqualTo("letter");
            assertThat(dispute.status().known()).isEqualTo(DisputeStatus.Known.UNKNOWN);
            assertThat(dispute.status().value()).isEqualTo("escalated");
          }
        });
  }

  /** The sample, closed: the status is what the client acts on, so its value counts. */
  private static DslPart closed() {
    ObjectNode dispute = (ObjectNode) only(evidence("dispute"), "wishContact", "createdAt");
    dispute.put("closedAt", "2019-05-24T18:00:00+02:00");
    return like(dispute, Map.of("status", "closed"));
  }
}
