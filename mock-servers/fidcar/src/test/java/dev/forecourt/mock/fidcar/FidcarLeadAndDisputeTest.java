package dev.forecourt.mock.fidcar;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

final class FidcarLeadAndDisputeTest extends AbstractFidcarTest {

  @Test
  void servesTheDocumentedLead() {
    Answer answer = get("/api/local/1325/lead?limit=1");

    // specs/fidcar/evidence/lead.json
    assertThat(answer.at("data.0.type")).isEqualTo("Neuf");
    assertThat(answer.at("data.0.brand")).isEqualTo("Volvo");
    assertThat(answer.at("data.0.model")).isEqualTo("XC60");
    assertThat(answer.at("data.0.delay")).isEqualTo("6 mois");
    assertThat(answer.at("data.0.review.id")).isEqualTo(DOCUMENTED);
  }

  @Test
  void filtersLeadsByType() {
    Answer used = get("/api/local/1325/lead?type=neuf&limit=100");

    assertThat(used.each("type")).isNotEmpty().containsOnly("Neuf");
    assertThat(get("/api/local/1325/lead?type=new").at("total")).isEqualTo(0L);
  }

  @Test
  void refusesLeadsOfAnUnknownDealership() {
    assertThat(get("/api/local/1/lead").status()).isEqualTo(404);
  }

  @Test
  void servesTheDocumentedDispute() {
    Answer answer = get("/api/dispute/4012");

    // specs/fidcar/evidence/dispute.json, with its spelling of "morning"
    assertThat(answer.at("wishContactTime")).isEqualTo("morging");
    assertThat(answer.at("wishContactMethod")).isEqualTo("phone");
    assertThat(answer.at("status")).isEqualTo("assigned");
    assertThat(answer.at("createdAt")).isEqualTo("2019-05-24T15:26:37+02:00");
    assertThat(answer.at("closedAt")).isNull();
  }

  @Test
  void hasADisputeInEveryDocumentedStatus() {
    assertThat(get("/api/dispute").each("status"))
        .containsExactlyInAnyOrder("waiting", "assigned", "closed", "solved", "unsolved");
  }

  @Test
  void usesTheOtherSpellingOfTheWayOfContactToo() {
    assertThat(get("/api/dispute/4013").at("wishContactMethode")).isEqualTo("email");
    assertThat(get("/api/dispute/4013").json()).doesNotContainKey("wishContactMethod");
  }

  @Test
  void closesADisputeForGood() {
    Answer closed = post("/api/dispute/4012/close");

    assertThat(closed.at("status")).isEqualTo("closed");
    assertThat(closed.at("closedAt")).isEqualTo("2026-11-22T14:05:09+01:00");
    assertThat(closed.at("confirmedAt")).isNull();
    assertThat(get("/api/dispute/4012").body()).isEqualTo(closed.body());
    assertThat(get("/api/dispute?limit=1").at("data.0")).isEqualTo(closed.json());
  }

  @Test
  void closesOnceMoreWithoutChangingAnything() {
    Answer before = get("/api/dispute/4014");

    Answer again = post("/api/dispute/4014/close");

    assertThat(before.at("status")).isEqualTo("closed");
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.body()).isEqualTo(before.body());
  }

  @Test
  void asksForConfirmationAnewWhenASolvedDisputeIsClosed() {
    assertThat(get("/api/dispute/4015").at("confirmedAt")).isNotNull();

    Answer closed = post("/api/dispute/4015/close");

    assertThat(closed.at("status")).isEqualTo("closed");
    assertThat(closed.at("confirmedAt")).isNull();
  }

  @Test
  void refusesToCloseAnUnknownDispute() {
    Answer answer = post("/api/dispute/1/close");

    assertThat(answer.status()).isEqualTo(404);
    assertThat(answer.body())
        .isEqualTo(
            error(404, "No dispute '1'. Try '4012', or GET /api/dispute for all there are."));
  }
}
