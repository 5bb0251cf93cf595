package dev.forecourt.contracttests.fidcar;

import static au.com.dius.pact.consumer.dsl.LambdaDsl.newJsonBody;
import static dev.forecourt.contracttests.fidcar.FidcarPact.*;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import au.com.dius.pact.consumer.MockServer;
import au.com.dius.pact.consumer.dsl.DslPart;
import au.com.dius.pact.consumer.dsl.PactDslWithProvider;
import au.com.dius.pact.consumer.junit5.PactConsumerTestExt;
import au.com.dius.pact.consumer.junit5.PactTestFor;
import au.com.dius.pact.core.model.PactSpecVersion;
import au.com.dius.pact.core.model.V4Pact;
import au.com.dius.pact.core.model.annotations.Pact;
import dev.forecourt.fidcar.FidcarClient;
import dev.forecourt.fidcar.api.DealershipsService.ListDealershipsQuery;
import dev.forecourt.runtime.BadRequestException;
import dev.forecourt.runtime.NotFoundException;
import dev.forecourt.runtime.UnauthorizedException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

/**
 * What FIDCAR answers when it refuses: errors.md L1-34 (the page that the documentation includes).
 */
@ExtendWith(PactConsumerTestExt.class)
@PactTestFor(providerName = PROVIDER, pactVersion = PactSpecVersion.V4)
class FidcarFailuresPactTest {
  private static final String WRONG_KEY = "wrong-key";

  /** errors.md L9-17: the documented body. */
  @Pact(consumer = CONSUMER)
  V4Pact refusesAnUnknownKeyPact(PactDslWithProvider pact) {
    return pact.given("the key wrong-key is unknown")
        .uponReceiving("listDealerships: with an unknown key")
        .method("GET")
        .path("/api/local")
        // the one literal key: the provider has to see that it is wrong
        .headers("Authorization", WRONG_KEY)
        .willRespondWith()
        .status(401)
        .matchHeader("Content-Type", "application/json.*", "application/json")
        .body(refusal(401, "Unknown Authorization token"))
        .toPact(V4Pact.class);
  }

  @Test
  @PactTestFor(pactMethod = "refusesAnUnknownKeyPact")
  void refusesAnUnknownKey(MockServer vendor) {
    try (FidcarClient fidcar = client(vendor, WRONG_KEY)) {
      assertThatThrownBy(() -> fidcar.dealerships().listDealerships().firstPage())
          .isInstanceOf(UnauthorizedException.class)
          .hasMessageContaining("Unknown Authorization token")
          .hasMessageNotContaining(WRONG_KEY);
    }
  }

  /** errors.md L28. */
  @Pact(consumer = CONSUMER)
  V4Pact refusesAnUnknownReviewPact(PactDslWithProvider pact) {
    return get(
            pact,
            "review 00000000 does not exist",
            "getReview: one that does not exist",
            "/api/review/00000000")
        .willRespondWith()
        .status(404)
        .matchHeader("Content-Type", "application/json.*", "application/json")
        .body(refusal(404, "Not Found"))
        .toPact(V4Pact.class);
  }

  @Test
  @PactTestFor(pactMethod = "refusesAnUnknownReviewPact")
  void refusesAnUnknownReview(MockServer vendor) {
    try (FidcarClient fidcar = client(vendor, WRONG_KEY)) {
      assertThatThrownBy(() -> fidcar.reviews().getReview("00000000"))
          .isInstanceOf(NotFoundException.class)
          .hasMessageContaining("getReview")
          .hasMessageContaining("404");
    }
  }

  /** errors.md L25 and fidcar.md L163: limit is between 1 and 100. */
  @Pact(consumer = CONSUMER)
  V4Pact refusesALimitOutOfBoundsPact(PactDslWithProvider pact) {
    return get(pact, "dealership 1325 exists", "listDealerships: with a limit of 500", "/api/local")
        .query("limit=500")
        .willRespondWith()
        .status(400)
        .matchHeader("Content-Type", "application/json.*", "application/json")
        .body(refusal(400, "Bad Request"))
        .toPact(V4Pact.class);
  }

  @Test
  @PactTestFor(pactMethod = "refusesALimitOutOfBoundsPact")
  void refusesALimitOutOfBounds(MockServer vendor) {
    try (FidcarClient fidcar = client(vendor)) {
      var query = ListDealershipsQuery.builder().limit(500).build();

      assertThatThrownBy(() -> fidcar.dealerships().listDealerships(query).firstPage())
          .isInstanceOf(BadRequestException.class)
          .hasMessageContaining("listDealerships")
          .hasMessageContaining("Bad Request");
    }
  }

  /**
   * The documented body: the code repeats the status, so its value counts; the words are for
   * people.
   */
  private static DslPart refusal(int code, String message) {
    return newJsonBody(
            body ->
                body.object(
                    "error",
                    error -> error.numberValue("code", code).stringType("message", message)))
        .build();
  }
}
