package dev.forecourt.contracttests.claire;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static dev.forecourt.contracttests.claire.ClaireCalls.*;
import static dev.forecourt.contracttests.claire.ClairePact.*;
import static dev.forecourt.contracttests.kit.Evidence.*;
import static dev.forecourt.contracttests.kit.VendorPact.answered;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.consumer.dsl.PactDslRequestWithPath;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.core.model.V4Pact;
import com.fasterxml.jackson.databind.node.ObjectNode;
import dev.forecourt.claire.ClaireClient;
import dev.forecourt.claire.ClaireWebhooks;
import dev.forecourt.claire.model.*;
import org.junit.jupiter.api.Test;

/**
 * Errors of a webhook, page by page: claire.txt L721-747. Whether the first page is 0 or 1 is not
 * said, so the client asks for both.
 */
class ClaireErrorPagesPactTest {

  /** claire.txt L728-736: the sample. */
  @Test
  void readsTheDocumentedPage() {
    verify(
        pact ->
            answered(
                ask(
                    pact,
                    listWebhookErrors(evidence("listWebhookErrors.request")),
                    SAMPLE,
                    "the documented page"),
                200,
                like(evidence("listWebhookErrors.response"))),
        vendor -> {
          try (ClaireClient claire = client(vendor)) {
            var filter = WebhookErrorFilter.builder().webhookID(0).page(0).build();

            assertThat(claire.webhooks().listWebhookErrors(filter).stream()).isEmpty();
          }
        });
  }

  /** From the page asked for to the last; the WebhookError Model is claire.txt L1384-1389. */
  @Test
  void walksToTheLastPage() {
    verify(
        pact -> {
          page(pact, 1, "the first page of two", 1701);
          return page(pact, 2, "the second page of two", 1702);
        },
        vendor -> {
          try (ClaireClient claire = client(vendor)) {
            var filter = WebhookErrorFilter.builder().webhookID(WEBHOOK).page(1).build();

            assertThat(claire.webhooks().listWebhookErrors(filter).stream())
                .extracting(WebhookError::id)
                .containsExactly(1701L, 1702L);
          }
        });
  }

  /** The same for a caller who need not know how Claire counts: page 0 is empty here. */
  @Test
  void walksWithoutKnowingTheFirstPage() {
    verify(
        pact -> {
          answered(
              asked(pact, 0, "page 0 of two, counted from 1"),
              200,
              newJsonBody(body -> body.integerType("nb_pages", 2)).build());
          page(pact, 1, "the first page of two", 1701);
          return page(pact, 2, "the second page of two", 1702);
        },
        vendor -> {
          try (ClaireClient claire = client(vendor)) {
            assertThat(ClaireWebhooks.of(claire).errors(WEBHOOK).stream())
                .extracting(WebhookError::id)
                .containsExactly(1701L, 1702L);
          }
        });
  }

  private static V4Pact page(PactDslWithProvider pact, int page, String does, int error) {
    ObjectNode answer = example("WebhookErrorPage").deepCopy();
    ((ObjectNode) answer.at("/items/0")).put("id", error);
    return answered(asked(pact, page, does), 200, like(answer.put("nb_pages", 2)));
  }

  private static PactDslRequestWithPath asked(PactDslWithProvider pact, int page, String does) {
    ObjectNode filter = example("WebhookErrorFilter").deepCopy();
    return ask(pact, listWebhookErrors(filter.put("Page", page)), TWO_PAGES, does);
  }
}
