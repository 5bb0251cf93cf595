package dev.forecourt.mock.fidcar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class FidcarReviewTest extends AbstractFidcarTest {

  private static final String REVIEW = "/api/review/" + DOCUMENTED;

  @Test
  void servesTheDocumentedReview() {
    Answer answer = get(REVIEW);

    // specs/fidcar/evidence/review.json and answer.json
    assertThat(answer.at("grade")).isEqualTo(10L);
    assertThat(answer.at("survey.Essai")).isEqualTo(1L);
    assertThat(answer.at("contact.immat")).isEqualTo("AZ-232-DZ");
    assertThat(answer.at("answer.content"))
        .isEqualTo(
            "Bonjour\r\nNous vous remercions pour avoir partager votre avis. Revenez vite !");
  }

  @Test
  void showsAnAnswerWhereverTheReviewIsShown() {
    Answer answered = post(REVIEW + "/answer", "content", "Merci à vous 🙏\r\nÀ bientôt");

    assertThat(answered.at("answer.content")).isEqualTo("Merci à vous 🙏\r\nÀ bientôt");
    assertThat(answered.at("answer.datetime")).isEqualTo("2026-11-22 14:05:09");
    assertThat(answered.at("answer.user.firstname")).isEqualTo("Claire");
    assertThat(get(REVIEW).body()).isEqualTo(answered.body());
    assertThat(get("/api/review?limit=1").at("data.0")).isEqualTo(answered.json());
    assertThat(get("/api/contact?limit=1").at("data.0.review")).isEqualTo(answered.json());
    assertThat(get("/api/local/1325/lead?limit=1").at("data.0.review")).isEqualTo(answered.json());
  }

  @Test
  void showsAnAnswerInsideTheDispute() {
    String id = (String) get("/api/dispute/4012").at("review.id");

    Answer answered = post("/api/review/" + id + "/answer", "content", "Pardon");

    assertThat(get("/api/dispute/4012").at("review")).isEqualTo(answered.json());
  }

  @Test
  void replacesAnAnswerByTheNextOne() {
    post(REVIEW + "/answer", "content", "first");

    Answer second = post(REVIEW + "/answer", "content", "second");

    assertThat(second.at("answer.content")).isEqualTo("second");
  }

  @Test
  void refusesAnAnswerWithoutContent() {
    Answer missing = post(REVIEW + "/answer");
    Answer empty = post(REVIEW + "/answer", "content", "");

    assertThat(missing.body())
        .isEqualTo(error(400, "form field 'content' is required but was missing"));
    assertThat(empty.body())
        .isEqualTo(
            error(400, "form field 'content' must be at least 1 characters long but was ''"));
  }

  @Test
  void keepsAReportInTheStateAndTheReviewAsItIs() {
    String before = get(REVIEW).body();

    Answer reported = post(REVIEW + "/report", "message", "The review is problematic");

    assertThat(reported.body()).isEqualTo(before);
    assertThat(get("/__mock/state").body())
        .contains(
            "\"reports\":[{\"number\":1,\"reviewId\":\""
                + DOCUMENTED
                + "\",\"datetime\":\"2026-11-22T14:05:09\",\"message\":\"The review is problematic\"}]");
  }

  @Test
  void filtersByDealership() {
    long total = (long) get("/api/review").at("total");
    long ofOne = (long) get("/api/review?local=1325").at("total");
    long ofNone = (long) get("/api/review?local=99").at("total");

    assertThat(ofOne).isBetween(1L, total - 1);
    assertThat(ofNone).isZero();
  }

  @Test
  void filtersByTimeToTheSecond() {
    assertThat(get("/api/review?end=" + encode("2017-10-10 18:00:30")).each("id"))
        .containsExactly(DOCUMENTED);
    assertThat(get("/api/review?end=" + encode("2017-10-10 18:00:29")).at("total")).isEqualTo(0L);
  }

  @Test
  void filtersByWholeDays() {
    assertThat(get("/api/review?start=2017-10-10&end=2017-10-10").each("id"))
        .containsExactly(DOCUMENTED);
    assertThat(get("/api/review?start=2017-10-11&end=2017-10-11").at("total")).isEqualTo(0L);
  }

  @Test
  void refusesATimeOfAnotherForm() {
    Answer answer = get("/api/review?start=10/10/2017");

    assertThat(answer.status()).isEqualTo(400);
    assertThat((String) answer.at("error.message"))
        .isEqualTo(
            "query parameter 'start' must match ^\\d{4}-\\d{2}-\\d{2}( \\d{2}:\\d{2}:\\d{2})?$ but was '10/10/2017'");
  }

  @Test
  void refusesATimeThatDoesNotExist() {
    Answer answer = get("/api/review?start=2017-13-01");

    assertThat(answer.body())
        .isEqualTo(
            error(
                400,
                "query parameter 'start' must be a time like 2026-11-22 14:05:00 but was '2017-13-01'"));
  }

  @Test
  void refusesToAnswerAnUnknownReview() {
    Answer answer = post("/api/review/nobody/answer", "content", "x");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body())
        .isEqualTo(
            error(
                404,
                "No review 'nobody'. Try '"
                    + DOCUMENTED
                    + "', or GET /api/review for all there are."));
  }
}
