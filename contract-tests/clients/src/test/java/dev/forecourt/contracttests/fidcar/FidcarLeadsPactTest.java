package dev.forecourt.contracttests.fidcar;

import static dev.forecourt.contracttests.fidcar.FidcarPact.*;
import static dev.forecourt.contracttests.kit.Evidence.*;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactConsumerTestExt;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.forecourt.fidcar.FidcarClient;
import dev.forecourt.fidcar.api.LeadsService.ListLeadsQuery;
import dev.forecourt.fidcar.model.*;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/** Leads: fidcar.md L598-650. */
@ExtendWith(PactConsumerTestExt.class)
@PactTestFor(providerName = PROVIDER, pactVersion = PactSpecVersion.V4)
class FidcarLeadsPactTest {
  /** fidcar.md L621-650; the sample answer is L602-608. */
  @Pact(consumer = CONSUMER)
  V4Pact listsTheLeadsOfADealershipByTypePact(PactDslWithProvider pact) {
    return get(
            pact, "a lead of dealership 1325 exists", "listLeads: by type", "/api/local/1325/lead")
        .query("page=1&limit=5&type=Neuf")
        .willRespondWith()
        .status(200)
        .matchHeader("Content-Type", "application/json.*", "application/json")
        .body(pageOf(only(evidence("lead"), "type", "brand", "model", "delay"), 1, 5, 1))
        .toPact(V4Pact.class);
  }

  @Test
  @PactTestFor(pactMethod = "listsTheLeadsOfADealershipByTypePact")
  void listsTheLeadsOfADealershipByType(MockServer vendor) {
    try (FidcarClient fidcar = client(vendor)) {
      var query = ListLeadsQuery.builder().page(1).limit(5).type("Neuf").build();

      LeadPage page = fidcar.leads().listLeads(DEALERSHIP, query).firstPage();

      assertThat(page.data()).extracting(Lead::delay).containsExactly("6 mois");
    }
  }
}
