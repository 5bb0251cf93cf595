package dev.forecourt.autochat;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;

import dev.forecourt.runtime.credentials.TokenStore;
import dev.forecourt.runtime.errors.ForbiddenException;
import dev.forecourt.runtime.errors.RateLimitedException;
import dev.forecourt.runtime.errors.TokenPausedException;
import dev.forecourt.runtime.errors.UnauthorizedException;
import dev.forecourt.runtime.errors.VendorDecodeException;
import dev.forecourt.runtime.kit.Callers;
import dev.forecourt.runtime.kit.FakeTime;
import dev.forecourt.runtime.kit.Specs;
import dev.forecourt.runtime.kit.WireAnswer;
import dev.forecourt.runtime.kit.WireServer;
import dev.forecourt.runtime.observe.RequestEvent;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** When the client asks for a token, and with what. Texts of Autochat: evidence/samples. */
class AutochatTokensTest {
  private final WireServer tokens = new WireServer();
  private final WireServer server = new WireServer();
  private final FakeTime time = new FakeTime();
  private final AutochatClient client = builder().build();

  private AutochatClient.Builder builder() {
    return AutochatClient.builder()
        .clientCredentials("forecourt", "cl1ent-s3cret")
        .baseUrl(server.url())
        .tokenBaseUrl(tokens.url())
        .clock(time)
        .sleeper(time);
  }

  @AfterEach
  void stop() {
    client.close();
    tokens.close();
    server.close();
  }

  private static String token(String value) {
    return "{\"access_token\":\"" + value + "\",\"token_type\":\"Bearer\"}";
  }

  private void listOptions() {
    server.answer("[]");
    client.options().listOptions();
  }

  private List<String> sent() {
    return server.requests().stream().map(request -> request.header("Authorization")).toList();
  }

  @Test
  void asksForATokenWithTheDocumentedBody() {
    tokens.answer(token("t-1"));

    listOptions();

    assertThat(tokens.request().line()).isEqualTo("POST /oauth/token");
    assertThat(tokens.request().header("Content-Type")).isEqualTo("application/json");
    assertThat(tokens.request().headers("Authorization")).isEmpty();
    // the sample as it is printed (autochat.txt L27-32), with the credentials of this client
    String documented =
        new Specs("autochat")
            .text("evidence/samples/tokenRequest.json")
            .replace("\"client_id\":\"\"", "\"client_id\": \"forecourt\"")
            .replace("\"client_secret\":\"\"", "\"client_secret\": \"cl1ent-s3cret\"");
    assertThat(Specs.exact(tokens.request().body())).isEqualTo(Specs.exact(documented));
    assertThat(sent()).containsExactly("Bearer t-1");
  }

  @Test
  void asksForAnotherAudienceIfTold() {
    tokens.answer(token("t-1"));
    server.answer("[]");

    try (AutochatClient other = builder().audience("https://api.example/").build()) {
      other.options().listOptions();
    }

    assertThat(tokens.request().body()).contains("\"audience\":\"https://api.example/\"");
  }

  @Test
  void asksNothingBeforeTheFirstCall() {
    assertThat(tokens.connections()).isZero();
  }

  @Test
  void usesATokenUntilFiveMinutesBeforeItsTwentyFourHoursEnd() {
    tokens.answer(token("t-1")).answer(token("t-2"));

    listOptions();
    time.pass(Duration.ofHours(24).minusMinutes(5).minusSeconds(1));
    listOptions();
    time.pass(Duration.ofSeconds(1));
    listOptions();

    assertThat(sent()).containsExactly("Bearer t-1", "Bearer t-1", "Bearer t-2");
  }

  @Test
  void believesTheLifetimeOfTheAnswer() {
    tokens
        .answer("{\"access_token\":\"t-1\",\"expires_in\":7200}")
        .answer("{\"access_token\":\"t-2\",\"expires_in\":7200}");

    listOptions();
    time.pass(Duration.ofSeconds(7200 - 301));
    listOptions();
    time.pass(Duration.ofSeconds(1));
    listOptions();

    assertThat(sent()).containsExactly("Bearer t-1", "Bearer t-1", "Bearer t-2");
  }

  @Test
  void asksOnceForTwoHundredThreads() {
    int callers = 200;
    tokens.answer(token("t-1"));
    for (int i = 0; i < callers; i++) {
      server.answer("[]");
    }

    List<Throwable> thrown = Callers.allAtOnce(callers, () -> client.options().listOptions());

    assertThat(thrown).isEmpty();
    assertThat(tokens.requests()).hasSize(1);
    assertThat(sent()).hasSize(callers).containsOnly("Bearer t-1");
  }

  @Test
  void replacesATokenThatWasGoodOnceEvenForAPost() {
    tokens.answer(token("t-1")).answer(token("t-2"));
    listOptions();
    server.answer(WireAnswer.json(401, "{}")).answer(WireAnswer.json(201, "{\"vin\":\"W\"}"));

    var created = client.cars().createCar(OperationsWireTest.car());

    assertThat(created.vin()).isEqualTo("W");
    assertThat(sent()).containsExactly("Bearer t-1", "Bearer t-1", "Bearer t-2");
    assertThat(server.requests().get(1).body())
        .isNotEmpty()
        .isEqualTo(server.requests().get(2).body());
    assertThat(time.waits()).isEmpty();
  }

  @Test
  void givesUpAfterASecond401() {
    tokens.answer(token("t-1")).answer(token("t-2")).answer(token("t-3"));
    listOptions();
    server.answer(WireAnswer.json(401, "{}")).answer(WireAnswer.json(401, "{}"));

    assertThatThrownBy(() -> client.options().listOptions())
        .isInstanceOf(UnauthorizedException.class)
        .hasMessage(
            "autochat listOptions: 401 Unauthorized for GET /api/options. The body is not Autochat's"
                + " error JSON: \"{}\". Check the key given to the builder. Sent 2 times.");

    assertThat(tokens.requests()).hasSize(2);
    assertThat(server.requests()).hasSize(3);
  }

  /** Autochat asks not to fetch more tokens than needed (autochat.txt L43). */
  @Test
  void asksForOneTokenInTwentyCallsThatAreAllRefused() {
    tokens.answer(token("t-1")).answer(token("t-2"));
    for (int i = 0; i < 20; i++) {
      server.answer(WireAnswer.json(401, "{}"));
    }

    List<Throwable> thrown =
        IntStream.range(0, 20)
            .mapToObj(i -> catchThrowable(() -> client.options().listOptions()))
            .toList();

    assertThat(tokens.requests()).hasSize(1);
    assertThat(server.requests()).hasSize(1);
    assertThat(thrown.get(0)).isInstanceOf(UnauthorizedException.class);
    assertThat(thrown.subList(1, 20))
        .allSatisfy(
            failure ->
                assertThat(failure)
                    .isInstanceOf(TokenPausedException.class)
                    .hasMessage(
                        "autochat listOptions: not sent, because the vendor refused a new token"
                            + " with status 401. The next token is asked for from"
                            + " 2026-01-02T03:04:10Z on. Check the credentials given to the"
                            + " builder, and wait until then."));
  }

  @Test
  void asksOnceInFiveCallsIfTheTokenHostIsAskedTooOften() {
    tokens.answer(WireAnswer.json(429, "{}"));

    List<Throwable> thrown =
        IntStream.range(0, 5)
            .mapToObj(i -> catchThrowable(() -> client.options().listOptions()))
            .toList();

    assertThat(tokens.requests()).hasSize(1);
    assertThat(thrown.get(0)).isInstanceOf(RateLimitedException.class);
    assertThat(thrown.subList(1, 5))
        .allMatch(failure -> failure instanceof TokenPausedException)
        .allMatch(failure -> failure.getMessage().contains("refused with status 429"));
  }

  @Test
  void doesNotReplaceATokenAfterA403() {
    tokens.answer(token("t-1"));
    server.answer(WireAnswer.json(403, "{}"));

    assertThatThrownBy(() -> client.options().listOptions()).isInstanceOf(ForbiddenException.class);

    assertThat(tokens.requests()).hasSize(1);
  }

  @Test
  void saysWhyThereIsNoTokenWithoutTheSecret() {
    tokens.answer(
        WireAnswer.json(
            401,
            "{\"error\":\"access_denied\",\"error_description\":\"No cl1ent-s3cret for you\"}"));

    assertThatThrownBy(() -> client.options().listOptions())
        .isInstanceOf(UnauthorizedException.class)
        .hasMessage(
            "autochat createToken: 401 Unauthorized for POST /oauth/token. Autochat says: \"No ****"
                + " for you\" (code access_denied). Check the key given to the builder.");

    assertThat(tokens.requests()).hasSize(1);
    assertThat(server.connections()).isZero();
  }

  @Test
  void keepsNoAnswerWithoutAToken() {
    tokens.answer("{\"token_type\":\"Bearer\"}").answer(token("t-2"));

    assertThatThrownBy(() -> client.options().listOptions())
        .isInstanceOf(VendorDecodeException.class)
        .hasMessage(
            "autochat token of forecourt for http://api.autochat.com/ from "
                + tokens.url()
                + ": the vendor's answer holds no token, or one that a header cannot carry. Check"
                + " the base URL. If the vendor has changed, take a newer version of this client.");
    time.pass(Duration.ofSeconds(5));
    listOptions();

    assertThat(sent()).containsExactly("Bearer t-2");
  }

  @Test
  void sharesATokenBetweenClientsOfOneStore() {
    TokenStore store = TokenStore.inMemory();
    tokens.answer(token("t-1"));
    server.answer("[]").answer("[]");

    try (AutochatClient one = builder().tokenStore(store).build();
        AutochatClient other = builder().tokenStore(store).build()) {
      one.options().listOptions();
      other.options().listOptions();
    }

    assertThat(tokens.requests()).hasSize(1);
    assertThat(sent()).containsExactly("Bearer t-1", "Bearer t-1");
  }

  @Test
  void doesNotShareATokenBetweenAccountsAudiencesOrTokenHosts() {
    TokenStore store = TokenStore.inMemory();
    List<AutochatClient.Builder> different =
        List.of(
            builder(),
            builder().clientCredentials("other", "s3cret"),
            builder().audience("https://api.example/"),
            builder().tokenBaseUrl(server.url()));
    tokens.answer(token("t-1")).answer(token("t-2")).answer(token("t-3"));
    server.answer("[]").answer("[]").answer("[]").answer(token("t-4")).answer("[]");

    for (AutochatClient.Builder builder : different) {
      try (AutochatClient one = builder.tokenStore(store).build()) {
        one.options().listOptions();
      }
    }

    assertThat(tokens.requests()).hasSize(3);
    assertThat(server.requests())
        .extracting(request -> request.headers("Authorization"))
        .containsExactly(
            List.of("Bearer t-1"),
            List.of("Bearer t-2"),
            List.of("Bearer t-3"),
            List.of(),
            List.of("Bearer t-4"));
  }

  @Test
  void tellsListenersOfTheTokenRequestToo() {
    List<RequestEvent> events = new ArrayList<>();
    tokens.answer(token("t-1"));
    server.answer("[]");

    try (AutochatClient heard = builder().listener(events::add).build()) {
      heard.options().listOptions();
    }

    assertThat(events)
        .extracting(event -> event.operation().id() + " at " + event.server())
        .containsExactly("createToken at " + tokens.url(), "listOptions at " + server.url());
    assertThat(events.get(0).toString()).doesNotContain("t-1", "s3cret");
  }
}
