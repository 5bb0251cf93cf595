package dev.forecourt.contracttests.autengo;

import static dev.forecourt.contracttests.autengo.AutengoPact.*;
import static dev.forecourt.contracttests.kit.Evidence.*;
import static dev.forecourt.contracttests.kit.VendorPact.answered;
import static dev.forecourt.contracttests.kit.VendorPact.json;
import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.autengo.AutengoClient;
import dev.forecourt.autengo.model.*;
import org.junit.jupiter.api.Test;

/** Leads: autengo.txt L533-564. */
class AutengoOpportunitiesPactTest {
  /** The sample request is autengo.txt L540-553, the answer L558-564. */
  @Test
  void createsALead() {
    verify(
        pact ->
            answered(
                json(
                    request(
                        pact,
                        "vehicle RQ5O9S exists",
                        "createOpportunity: the documented one",
                        "POST",
                        "/v3/opportunity"),
                    evidence("opportunityPost")),
                200,
                like(evidence("opportunityResponse"))),
        vendor -> {
          try (AutengoClient autengo = client(vendor)) {
            var lead =
                OpportunityPost.builder()
                    .sellingId("RQ5O9S")
                    .requestText("I'm interested in this vehicle. Please contact me.")
                    .sourceType(OpportunitySourceType.ALZURA_SHOP)
                    .customer(
                        OpportunityCustomer.builder()
                            .lastName("Doe")
                            .firstName("John")
                            .streetAddress("123 Main St")
                            .zipCode("12345")
                            .city("Anytown")
                            .phoneNumber("555-1234")
                            .email("max.mustermann@example.org")
                            .build())
                    .build();

            OpportunityResponse created = autengo.opportunities().createOpportunity(lead);

            assertThat(created.data().opportunityId()).isEqualTo(3813);
          }
        });
  }
}
