package dev.forecourt.contracttests.fidcar;

import static dev.forecourt.contracttests.fidcar.FidcarPact.*;
import static dev.forecourt.contracttests.kit.Evidence.*;
import static org.assertj.core.api.Assertions.assertThat;

import au.com.dius.pact.core.model.V4Pact;
import dev.forecourt.fidcar.FidcarClient;
import dev.forecourt.fidcar.api.ReviewsService.ListReviewsQuery;
import dev.forecourt.fidcar.model.*;
import java.time.LocalDateTime;
import org.junit.jupiter.api.Test;

/** Reviews: fidcar.md L450-596. */
class FidcarReviewsPactTest {
  /** fidcar.md L486-513: times are Y-m-d H:i:s. */
  @Test
  void listsReviewsOfADealershipInASpanOfTime() {
    verify(
        pact ->
            get(
                    pact,
                    "review d57c6ec6 of dealership 1325 exists",
                    "listReviews: of a dealership in a span of time",
                    "/api/review")
                .encodedQuery(
                    "page=1&limit=5&local=1325&start=2017-10-01%2000%3A00%3A00&end=2017-10-31%2023%3A59%3A59")
                .willRespondWith()
                .status(200)
                .matchHeader("Content-Type", "application/json.*", "application/json")
                .body(
                    pageOf(
                        only(
                            evidence("review"),
                            "id",
                            "user",
                            "datetime",
                            "service",
                            "grade",
                            "status"),
                        1,
                        5,
                        1))
                .toPact(V4Pact.class),
        vendor -> {
          try (FidcarClient fidcar = client(vendor)) {
            var query =
                ListReviewsQuery.builder()
                    .page(1)
                    .limit(5)
                    .local(DEALERSHIP)
                    .start(LocalDateTime.of(2017, 10, 1, 0, 0))
                    .end(LocalDateTime.of(2017, 10, 31, 23, 59, 59))
                    .build();

            ReviewPage page = fidcar.reviews().listReviews(query).firstPage();

            assertThat(page.data()).extracting(Review::grade).containsExactly(10);
          }
        });
  }

  /** fidcar.md L515-536; the sample answer is L452-468, with the answer of L759-763. */
  @Test
  void getsAReview() {
    verify(
        pact ->
            get(
                    pact,
                    "review d57c6ec6 of dealership 1325 exists",
                    "getReview: the documented one",
                    "/api/review/" + REVIEW)
                .willRespondWith()
                .status(200)
                .matchHeader("Content-Type", "application/json.*", "application/json")
                .body(like(evidence("review")))
                .toPact(V4Pact.class),
        vendor -> {
          try (FidcarClient fidcar = client(vendor)) {
            Review review = fidcar.reviews().getReview(REVIEW);

            assertThat(review.contact().vin()).isEqualTo("ABC4513321K05ZDHA");
            assertThat(review.survey()).containsEntry("Essai", 1);
            assertThat(review.answer().content()).startsWith("Bonjour\r\n");
          }
        });
  }

  /** fidcar.md L538-566; the sample request is L545-547. */
  @Test
  void answersAReview() {
    verify(
        pact ->
            postForm(
                    pact,
                    "review d57c6ec6 of dealership 1325 exists",
                    "answerReview: the documented form",
                    "/api/review/" + REVIEW + "/answer",
                    "content",
                    "Your answer.")
                .willRespondWith()
                .status(200)
                .matchHeader("Content-Type", "application/json.*", "application/json")
                .body(like(only(evidence("review"), "id", "grade", "answer", "status")))
                .toPact(V4Pact.class),
        vendor -> {
          try (FidcarClient fidcar = client(vendor)) {
            var form = AnswerReviewForm.builder().content("Your answer.").build();

            Review answered = fidcar.reviews().answerReview(REVIEW, form);

            assertThat(answered.answer().user().firstname()).isEqualTo("Thibault");
          }
        });
  }

  /** fidcar.md L568-596; the sample request is L575-577. */
  @Test
  void reportsAReview() {
    verify(
        pact ->
            postForm(
                    pact,
                    "review d57c6ec6 of dealership 1325 exists",
                    "reportReview: the documented form",
                    "/api/review/" + REVIEW + "/report",
                    "message",
                    "The review is problematic")
                .willRespondWith()
                .status(200)
                .matchHeader("Content-Type", "application/json.*", "application/json")
                .body(like(only(evidence("review"), "id", "grade", "status")))
                .toPact(V4Pact.class),
        vendor -> {
          try (FidcarClient fidcar = client(vendor)) {
            var form = ReportReviewForm.builder().message("The review is problematic").build();

            Review reported = fidcar.reviews().reportReview(REVIEW, form);

            assertThat(reported.status()).isEqualTo("published");
          }
        });
  }
}
