package dev.forecourt.contracttests.fidcar;

import static dev.forecourt.contracttests.fidcar.FidcarPact.*;
import static dev.forecourt.contracttests.kit.Evidence.*;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.core.model.V4Pact;
import dev.forecourt.fidcar.FidcarClient;
import dev.forecourt.fidcar.api.LeadsService.ListLeadsQuery;
import dev.forecourt.fidcar.model.*;
import org.junit.jupiter.api.Test;

/** Leads: fidcar.md L598-650. */
class FidcarLeadsPactTest {
  /** fidcar.md L621-650; the sample answer is L602-608. */
  @Test
  void listsTheLeadsOfADealershipByType() {
    verify(
        pact ->
            get(
                    pact,
                    "a lead of dealership 1325 exists",
                    "listLeads: by type",
                    "/api/local/1325/lead")
                .query("page=1&limit=5&type=Neuf")
                .willRespondWith()
                .status(200)
                .matchHeader("Content-Type", "application/json.*", "application/json")
                .body(pageOf(only(evidence("lead"), "type", "brand", "model", "delay"), 1, 5, 1))
                .toPact(V4Pact.class),
        vendor -> {
          try (FidcarClient fidcar = client(vendor)) {
            var query = ListLeadsQuery.builder().page(1).limit(5).type("Neuf").build();

            LeadPage page = fidcar.leads().listLeads(DEALERSHIP, query).firstPage();

            assertThat(page.data()).extracting(Lead::delay).containsExactly("6 mois");
          }
        });
  }
}
