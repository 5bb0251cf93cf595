package dev.forecourt.contracttests.claire;

import static dev.forecourt.contracttests.claire.ClaireCalls.*;
import static dev.forecourt.contracttests.claire.ClairePact.*;
import static dev.forecourt.contracttests.kit.Evidence.*;
import static dev.forecourt.contracttests.kit.VendorPact.answered;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import au.com.dius.pact.core.model.V4Pact;
import dev.forecourt.claire.ClaireClient;
import dev.forecourt.claire.model.*;
import dev.forecourt.contracttests.kit.Access;
import dev.forecourt.contracttests.kit.VendorPact;
import dev.forecourt.runtime.errors.RateLimitedException;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/**
 * Checks, locations, tags, questions and cars: claire.txt L326-488; the key in the query: L14-15.
 */
class ClaireListsPactTest {
  /** claire.txt L328-355; the sample answer is L335-349. */
  @Test
  void listsTheDocumentedChecks() {
    verify(
        pact ->
            answered(
                ask(pact, listChecks(APPOINTMENT), KNOWN, "the documented ones"),
                200,
                listOf(evidence("listChecks.response").get(0))),
        vendor -> {
          try (ClaireClient claire = client(vendor)) {
            var checks = claire.checks().listChecks(APPOINTMENT);

            assertThat(checks).extracting(Check::duration).containsExactly(0);
          }
        });
  }

  /** The models of claire.txt L1111-1128, L1256-1300, and the answers as a list (L1419-1430). */
  @Test
  void listsChecksWithTheirResults() {
    verify(
        pact ->
            answered(
                ask(pact, listChecks(APPOINTMENT), KNOWN, "with their results"),
                200,
                listOf(
                    onlyOfItems(
                        example("CheckArray").get(0),
                        "question_items",
                        "id",
                        "status",
                        "title",
                        "completed",
                        "time_car_app",
                        "image_urls",
                        "answer_item_names"))),
        vendor -> {
          try (ClaireClient claire = client(vendor)) {
            Check check = claire.checks().listChecks(APPOINTMENT).get(0);

            assertThat(check.mechanic().username()).isEqualTo("t.smit");
            assertThat(check.questionItems())
                .extracting(QuestionResult::title)
                .containsExactly("Brakes front");
            assertThat(check.questionItems().get(0).answerItemNames()).containsExactly("3 mm");
          }
        });
  }

  /** claire.txt L356-394; the sample answer is L366-390. The headers: L1478-1483. */
  @Test
  void listsLocations() {
    verify(
        pact ->
            ask(pact, listLocations(), LOCATIONS, "the documented ones")
                .willRespondWith()
                .status(200)
                .matchHeader("Content-Type", VendorPact.JSON, "application/json")
                .matchHeader("X-RateLimit-Limit", "\\d+", "10800")
                .matchHeader("X-RateLimit-Remaining", "\\d+", "10794")
                .matchHeader("X-RateLimit-Reset", "\\d{10}", "1724166000")
                .body(listOf(evidence("listLocations.response").get(0)))
                .toPact(V4Pact.class),
        vendor -> {
          try (ClaireClient claire = client(vendor)) {
            var answer = claire.locations().withRawResponse().listLocations();

            assertThat(answer.model()).extracting(DealerLocation::notifierKey).containsExactly("");
            assertThat(answer.header("X-RateLimit-Limit")).contains("10800");
            assertThat(answer.header("X-RateLimit-Remaining")).contains("10794");
            assertThat(answer.header("X-RateLimit-Reset")).contains("1724166000");
          }
        });
  }

  /** claire.txt L1479-1483: the answer says until when. */
  @Test
  void tellsWhenToGoOn() {
    verify(
        pact ->
            ask(pact, listLocations(), USED_UP, "too often, with the time to go on")
                .willRespondWith()
                .status(429)
                .matchHeader("X-RateLimit-Limit", "\\d+", "10800")
                .matchHeader("X-RateLimit-Remaining", "\\d+", "0")
                .matchHeader("X-RateLimit-Reset", "\\d{10}", "1724166000")
                .toPact(V4Pact.class),
        vendor -> {
          try (ClaireClient claire = client(vendor)) {
            assertThatExceptionOfType(RateLimitedException.class)
                .isThrownBy(() -> claire.locations().listLocations())
                .satisfies(
                    refused ->
                        assertThat(refused.retryAt())
                            .contains(Instant.parse("2024-08-20T15:00:00Z")));
          }
        });
  }

  /** claire.txt L14-15, L24-25. */
  @Test
  void takesTheKeyFromTheQuery() {
    verify(
        pact ->
            answered(
                VendorPact.of(PROVIDER)
                    .request(
                        pact,
                        LOCATIONS,
                        "listLocations: with the key in the query",
                        "GET",
                        "/v1/locations")
                    .matchQuery("api_key", "\\S+", KEY),
                200,
                listOf(only(evidence("listLocations.response").get(0), "id", "name"))),
        vendor -> {
          try (ClaireClient claire =
              builder(Access.GRANTED).apiKeyInQuery(true).baseUrl(vendor.getUrl()).build()) {
            assertThat(claire.locations().listLocations()).hasSize(1);
          }
        });
  }

  /** claire.txt L395-417; the sample answer is L404-413. */
  @Test
  void listsTags() {
    verify(
        pact ->
            answered(
                ask(pact, listTags(), LOCATIONS, "the documented ones"),
                200,
                listOf(evidence("listTags.response").get(0))),
        vendor -> {
          try (ClaireClient claire = client(vendor)) {
            assertThat(claire.tags().listTags()).extracting(Tag::system).containsExactly(false);
          }
        });
  }

  /** claire.txt L418-441; the sample answer is L428-437. Default questions have no role. */
  @Test
  void listsQuestions() {
    verify(
        pact ->
            answered(
                ask(pact, listQuestions(), LOCATIONS, "the documented ones"),
                200,
                listOf(without(evidence("listQuestions.response").get(0), "role_id"))),
        vendor -> {
          try (ClaireClient claire = client(vendor)) {
            var questions = claire.questions().listQuestions();

            assertThat(questions).extracting(Question::question).containsExactly("");
            assertThat(questions.get(0).questionElements()).isEmpty();
          }
        });
  }

  /** claire.txt L442-488; the sample answer is L452-482. */
  @Test
  void getsTheDocumentedCar() {
    verify(
        pact ->
            answered(
                ask(pact, getCar(VIN), KNOWN, "the documented one"),
                200,
                like(evidence("getCar.response"))),
        vendor -> {
          try (ClaireClient claire = client(vendor)) {
            Car car = claire.cars().getCar(VIN);

            assertThat(car.isTruck()).isFalse();
            assertThat(car.updatedOn()).as("a time of the year 1 is none").isNull();
          }
        });
  }

  /** The models of claire.txt L1061-1110, L1318-1332. */
  @Test
  void getsACarWithItsTyres() {
    verify(
        pact ->
            answered(ask(pact, getCar(VIN), KNOWN, "with its tyres"), 200, like(example("Car"))),
        vendor -> {
          try (ClaireClient claire = client(vendor)) {
            Car car = claire.cars().getCar(VIN);

            assertThat(car.mccStatus()).isEqualTo(MCCStatus.NO_CARD);
            assertThat(car.tyresInStorage().frontLeftTyre().manufacturer()).isEqualTo("Goodyear");
            assertThat(car.tyresOnCar().frProfile()).isEqualTo(5.5);
          }
        });
  }
}
