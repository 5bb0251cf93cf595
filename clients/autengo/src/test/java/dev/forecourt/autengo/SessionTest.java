package dev.forecourt.autengo;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.forecourt.runtime.credentials.TokenStore;
import dev.forecourt.runtime.errors.BadRequestException;
import dev.forecourt.runtime.errors.RateLimitedException;
import dev.forecourt.runtime.errors.TokenPausedException;
import dev.forecourt.runtime.errors.UnauthorizedException;
import dev.forecourt.runtime.kit.Callers;
import dev.forecourt.runtime.kit.FakeTime;
import dev.forecourt.runtime.kit.WireAnswer;
import dev.forecourt.runtime.kit.WireRequest;
import dev.forecourt.runtime.kit.WireServer;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** How the client gets, renews and replaces the session token of a user. */
class SessionTest {
  private static final String CREATE = "POST /v3/auth/token";
  private static final String REFRESH = "GET /v3/auth/refresh";
  private static final String READ = "GET /v3/vehicle/A";

  private final WireServer server = new WireServer();
  private final FakeTime time = new FakeTime();
  private final AutengoClient client = builder().build();

  private AutengoClient.Builder builder() {
    return AutengoClient.builder()
        .apiKey("k3y")
        .session(1234567890, 42)
        .baseUrl(server.url())
        .clock(time)
        .sleeper(time);
  }

  @AfterEach
  void stop() {
    client.close();
    server.close();
  }

  private static String token(String value) {
    return "{\"token\":\"" + value + "\",\"expires_in\":86400,\"token_type\":\"Bearer\"}";
  }

  private void read() {
    client.vehicles().getVehicle("A");
  }

  private List<String> lines() {
    return server.requests().stream().map(WireRequest::line).toList();
  }

  private String session(int request) {
    return server.requests().get(request).header("X-Authorization");
  }

  @Test
  void getsATokenWhenItNeedsOne() {
    server.answer(token("s-1")).answer("{}").answer("{}");

    read();
    read();

    assertThat(lines()).containsExactly(CREATE, READ, READ);
    assertThat(server.requests().get(0).body())
        .isEqualTo("{\"dealerAlzuraId\":1234567890,\"userAlzuraId\":42}");
    assertThat(server.requests().get(0).headers("X-Authorization")).isEmpty();
    assertThat(session(1)).isEqualTo("Bearer s-1");
    assertThat(session(2)).isEqualTo("Bearer s-1");
    assertThat(server.requests())
        .allSatisfy(request -> assertThat(request.header("X-Api-Key")).isEqualTo("k3y"));
  }

  @Test
  void getsNoTokenUnlessAsked() {
    server.answer("{}");

    try (AutengoClient keyOnly =
        AutengoClient.builder().apiKey("k3y").baseUrl(server.url()).build()) {
      keyOnly.vehicles().getVehicle("A");
    }

    assertThat(lines()).containsExactly(READ);
  }

  @Test
  void renewsATokenShortlyBeforeItsEndWithTheOldOne() {
    server.answer(token("s-1")).answer("{}").answer("{}").answer(token("s-2")).answer("{}");

    read();
    time.pass(Duration.ofDays(1).minusMinutes(5).minusSeconds(1));
    read();
    time.pass(Duration.ofSeconds(1));
    read();

    assertThat(lines()).containsExactly(CREATE, READ, READ, REFRESH, READ);
    assertThat(session(3)).isEqualTo("Bearer s-1");
    assertThat(session(4)).isEqualTo("Bearer s-2");
  }

  @Test
  void getsANewTokenIfTheOldOneIsNotRenewed() {
    server
        .answer(token("s-1"))
        .answer("{}")
        .answer(WireAnswer.json(401, "{\"status\":\"error\",\"statusText\":\"expired\"}"))
        .answer(token("s-2"))
        .answer("{}");

    read();
    time.pass(Duration.ofDays(2));
    read();

    assertThat(lines()).containsExactly(CREATE, READ, REFRESH, CREATE, READ);
    assertThat(session(4)).isEqualTo("Bearer s-2");
  }

  @Test
  void asksForNoNewTokenWhenRenewingIsRateLimited() {
    server
        .answer(token("s-1"))
        .answer("{}")
        .answer(WireAnswer.json(429, "{}").header("Retry-After", "3600"));
    read();
    time.pass(Duration.ofDays(2));

    assertThatThrownBy(this::read)
        .isInstanceOf(RateLimitedException.class)
        .hasMessageStartingWith("autengo refreshToken: 429 Too Many Requests for " + REFRESH);

    assertThat(lines()).containsExactly(CREATE, READ, REFRESH);
  }

  @Test
  void replacesATokenThatWasGoodOnce() {
    server
        .answer(token("s-1"))
        .answer("{}")
        .answer(WireAnswer.json(401, "{}"))
        .answer(token("s-2"))
        .answer("{}");

    read();
    read();

    assertThat(lines()).containsExactly(CREATE, READ, READ, REFRESH, READ);
    assertThat(session(2)).isEqualTo("Bearer s-1");
    assertThat(session(4)).isEqualTo("Bearer s-2");
  }

  @Test
  void givesUpAfterASecond401() {
    server
        .answer(token("s-1"))
        .answer("{}")
        .answer(WireAnswer.json(401, "{}"))
        .answer(token("s-2"))
        .answer(WireAnswer.json(401, "{}"))
        .answer("{}");
    read();

    assertThatThrownBy(this::read).isInstanceOf(UnauthorizedException.class);
    assertThatThrownBy(this::read).isInstanceOf(TokenPausedException.class);

    assertThat(lines()).containsExactly(CREATE, READ, READ, REFRESH, READ);
  }

  @Test
  void saysThatTheTokenFailed() {
    server.answer(WireAnswer.json(400, "{\"status\":\"error\",\"statusText\":\"Unknown user\"}"));

    assertThatThrownBy(this::read)
        .isInstanceOf(BadRequestException.class)
        .hasMessage(
            "autengo createToken: 400 Bad Request for POST /v3/auth/token. Autengo says: \"Unknown"
                + " user\" (code error). Correct the request.");

    assertThat(lines()).containsExactly(CREATE);
  }

  @Test
  void asksOnceForTwoHundredThreads() {
    server.answer(token("s-1"));
    for (int i = 0; i < 200; i++) {
      server.answer("{}");
    }

    assertThat(Callers.allAtOnce(200, this::read)).isEmpty();

    assertThat(lines()).filteredOn(CREATE::equals).hasSize(1);
  }

  @Test
  void sharesATokenBetweenClientsOfOneStoreAndUser() {
    TokenStore store = TokenStore.inMemory();
    server.answer(token("s-1")).answer("{}").answer("{}").answer(token("s-2")).answer("{}");

    for (AutengoClient.Builder builder :
        List.of(builder(), builder(), builder().session(1234567890, 43))) {
      try (AutengoClient one = builder.tokenStore(store).build()) {
        one.vehicles().getVehicle("A");
      }
    }

    assertThat(lines()).containsExactly(CREATE, READ, READ, CREATE, READ);
  }

  @Test
  void asksForAndSendsTheTokenWithTheConfiguredWords() {
    server.answer(token("s-1")).answer("{}").answer(token("s-2")).answer("{}");

    try (AutengoClient other = builder().jwt("j-0").sessionTokenPrefix("Session").build()) {
      other.vehicles().getVehicle("A");
      time.pass(Duration.ofDays(1));
      other.vehicles().getVehicle("A");
    }

    assertThat(lines()).containsExactly(CREATE, READ, REFRESH, READ);
    assertThat(session(2)).isEqualTo("Session s-1");
    assertThat(session(3)).isEqualTo("Session s-2");
    assertThat(server.requests())
        .allSatisfy(request -> assertThat(request.header("Authorization")).isEqualTo("JWT j-0"));
  }

  @Test
  void refusesBothASessionAndASessionToken() {
    assertThatThrownBy(() -> builder().sessionToken("s").build())
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            "Autengo session and sessionToken exclude each other. Give one of them to the builder.");
  }
}
