package dev.forecourt.mock.claire;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

/** 10,800 requests an hour with one key: {@code x-rate-limit} of the contract. */
final class ClaireRateLimitTest extends AbstractClaireTest {

  @Test
  void countsDownFromTheDocumentedLimit() {
    Answer first = get("/v1/tags");
    at(NOW.plusSeconds(60));
    Answer second = get("/v1/appointments/1");

    assertThat(first.number("X-RateLimit-Limit")).isEqualTo(10800);
    assertThat(first.number("X-RateLimit-Remaining")).isEqualTo(10799);
    assertThat(first.number("X-RateLimit-Reset")).isEqualTo(NOW.getEpochSecond() + 3600);
    assertThat(second.status()).isEqualTo(404);
    assertThat(second.number("X-RateLimit-Remaining")).isEqualTo(10798);
    assertThat(second.number("X-RateLimit-Reset")).isEqualTo(NOW.getEpochSecond() + 3600);
  }

  @Test
  void answers429UntilTheWindowEnds() {
    control("rate-limit", "{\"limit\":2}");
    get("/v1/tags");
    get("/v1/tags?");

    Answer third = get("/v1/tags");

    assertThat(third.status()).isEqualTo(429);
    assertThat(third.body())
        .isEqualTo(
            "This credential has used up its limit (2 in an hour). Go on at 2026-11-22T14:05:09Z.");
    assertThat(third.number("Retry-After")).isEqualTo(3600);
    assertThat(third.number("X-RateLimit-Remaining")).isZero();
    at(NOW.plusSeconds(3600));
    assertThat(get("/v1/tags").status()).isEqualTo(200);
  }

  @Test
  void countsTheKeyInTheQueryAndTheHeaderAsOne() {
    control("rate-limit", "{\"limit\":1}");
    send(withoutKey("/v1/tags?api_key=" + KEY));

    assertThat(get("/v1/tags").status()).isEqualTo(429);
  }

  @Test
  void countsNeitherAnotherKeyNorAWrongOne() {
    control("rate-limit", "{\"limit\":1}");
    get("/v1/tags");

    assertThat(send(request("/v1/tags", OTHER_KEY)).status()).isEqualTo(200);
    assertThat(send(request("/v1/tags", "wrong")).status()).isEqualTo(401);
    assertThat(send(request("/v1/tags", "wrong")).number("X-RateLimit-Remaining")).isEqualTo(1);
  }

  @Test
  void changesNothingWhenItRefuses() {
    control("rate-limit", "{\"limit\":0}");

    Answer refused =
        post("/v1/webhooks/create", "{\"name\":\"n\",\"webhook_trigger_id\":1,\"url\":\"\"}");

    assertThat(refused.status()).isEqualTo(429);
    control("rate-limit", "{\"limit\":10}");
    assertThat(get("/v1/webhooks/list").each("", "id")).containsExactly(1501L, 1502L);
  }

  @Test
  void putsTheDocumentedLimitBackOnReset() {
    control("rate-limit", "{\"limit\":0}");

    control("reset", "");

    assertThat(get("/v1/tags").number("X-RateLimit-Remaining")).isEqualTo(10799);
  }

  @Test
  void refusesALimitThatIsNone() {
    assertThat(control("rate-limit", "{\"limit\":\"many\"}").body())
        .isEqualTo("{\"message\":\"'limit' must be a whole number between 0 and 2147483647\"}");
    assertThat(control("rate-limit", "{}").status()).isEqualTo(400);
    assertThat(control("rate-limit", "no").status()).isEqualTo(400);
  }
}
