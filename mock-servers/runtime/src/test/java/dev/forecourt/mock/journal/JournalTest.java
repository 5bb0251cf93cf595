package dev.forecourt.mock.journal;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.mock.contract.Operation;
import dev.forecourt.mock.contract.SecurityScheme;
import dev.forecourt.mock.credentials.Secrets;
import dev.forecourt.mock.http.Cors;
import dev.forecourt.mock.http.MockRequest;
import dev.forecourt.mock.http.MockResponse;
import dev.forecourt.mock.memory.Budgets;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class JournalTest {

  private static final Instant TIME = Instant.parse("2026-01-31T09:30:00.123456789Z");
  private static final List<Operation> OPERATIONS =
      List.of(
          new Operation(
              "getCar",
              "GET",
              "/api/cars/{id}",
              List.of(200),
              List.of(
                  List.of(
                      new SecurityScheme("key", "apiKey", "header", "X-Key"),
                      new SecurityScheme("user", "apiKey", "header", "X-User"))),
              List.of()));

  private final Journal journal = journal(JournalRoom.OF_THIS_JVM);

  private static Journal journal(JournalRoom room) {
    return new Journal(
        new Secrets(Set.of("s3cret"), OPERATIONS), OPERATIONS, Cors.OPEN, "run-1", room);
  }

  private void add(MockRequest request) {
    add(journal, request, MockResponse.empty(200));
  }

  private static void add(Journal journal, MockRequest request, MockResponse response) {
    journal.add(new Handled(TIME, System.nanoTime(), request, "getCar", response, null));
  }

  @Test
  void remembersWhatWasAskedAndAnswered() {
    MockRequest request =
        Asked.of("PUT", "/a%20b")
            .query("x=1")
            .header("X-Key", "a")
            .header("Content-Type", "application/json")
            .header("Origin", "http://localhost:5173")
            .body("{\"a\":1}");
    MockResponse response = MockResponse.json(404, bytes("{\"e\":2}")).delayed(250);
    journal.add(new Handled(TIME, System.nanoTime(), request, "getCar", response, "no such car"));

    RecordedRequest seen = journal.requests().get(0);

    assertThat(seen)
        .extracting("time", "method", "path", "query", "contentType", "operation", "status")
        .containsExactly(TIME, "PUT", "/a%20b", "x=1", "application/json", "getCar", 404);
    assertThat(seen)
        .extracting("reason", "session", "origin", "preflight", "nearest")
        .containsExactly("no such car", "run-1", "http://localhost:5173", false, null);
    assertThat(seen.credentials()).containsExactly("X-Key");
    assertThat(seen.duration().toMillis()).isGreaterThanOrEqualTo(250);
    assertThat(seen.request().headers())
        .containsEntry("X-Key", "****")
        .containsEntry("Origin", "http://localhost:5173");
    assertThat(seen.request().body()).isEqualTo("{\"a\":1}");
    assertThat(seen.request().kept()).isEqualTo(RecordedMessage.Kept.WHOLE);
    assertThat(seen.response().header("content-type")).isEqualTo("application/json");
    assertThat(seen.response().headers())
        .containsEntry("Access-Control-Allow-Origin", "http://localhost:5173");
    assertThat(seen.response().body()).isEqualTo("{\"e\":2}");
  }

  @Test
  void countsRefusalsButNoPreflights() {
    add(
        journal,
        Asked.of("OPTIONS", "/x").header("Access-Control-Request-Method", "PUT"),
        null204());
    add(journal, Asked.of("GET", "/x"), MockResponse.empty(404));

    assertThat(journal.total()).isEqualTo(2);
    assertThat(journal.refused()).isEqualTo(1);
    assertThat(journal.requests())
        .extracting(RecordedRequest::preflight)
        .containsExactly(true, false);
  }

  private static MockResponse null204() {
    return MockResponse.empty(204);
  }

  @Test
  void saysWhatDiffersFromTheNearestOperation() {
    MockRequest request = Asked.of("POST", "/api/cart/1");
    journal.add(
        new Handled(TIME, 0, request, null, MockResponse.empty(404), "No documented operation"));

    assertThat(journal.requests().get(0).nearest())
        .isEqualTo(
            new NearestOperation(
                "getCar",
                "GET",
                "/api/cars/{id}",
                List.of(
                    "path segment 2 must be 'cars' but was 'cart'",
                    "verb must be GET but was POST")));
  }

  @Test
  void keepsTheBeginningOfALongBodyAndSaysSo() {
    String long1 = "ä".repeat(10_000);
    add(journal, Asked.of("POST", "/").body(long1), MockResponse.json(200, bytes("[" + long1)));

    RecordedRequest seen = journal.requests().get(0);

    assertThat(seen.request().kept()).isEqualTo(RecordedMessage.Kept.CUT);
    assertThat(seen.request().bodyBytes()).isEqualTo(20_000);
    assertThat(seen.request().body()).isEqualTo("ä".repeat(8192));
    assertThat(seen.response().kept()).isEqualTo(RecordedMessage.Kept.CUT);
    // the last character would have been cut in two
    assertThat(seen.response().body()).isEqualTo("[" + "ä".repeat(8191));
  }

  @Test
  void keepsNoBodyThatIsNoText() {
    add(Asked.of("POST", "/").body(new byte[] {(byte) 0x89, 'P', 'N', 'G', 0}));

    assertThat(journal.requests().get(0).request())
        .extracting("body", "bodyBytes", "kept")
        .containsExactly(null, 5, RecordedMessage.Kept.NONE);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '#',
      quoteCharacter = '~',
      value = {
        "{\"q\":\"s3cret\"} # {\"q\":\"****\"}",
        "{\"access_token\" : \"a\\\"b\",\"token_type\":\"Bearer\"} # {\"access_token\" : \"****\",\"token_type\":\"Bearer\"}",
        "{\"data\":{\"Token\":12,\"password\":null}} # {\"data\":{\"Token\":\"****\",\"password\":null}}",
        "{\"client_secret\":\"never ends # {\"client_secret\":\"****\"",
        "a=1&client_secret=x%20y&user[password]=z # a=1&client_secret=****&user[password]=****",
        "passwordless=1&b=s%33cret # passwordless=1&b=****",
      })
  void strikesSecretsOutOfBodies(String sent, String shown) {
    add(Asked.of("POST", "/").body(sent));

    assertThat(journal.requests().get(0).request().body()).isEqualTo(shown);
  }

  @Test
  void strikesOutAKeyThatTheEndOfTheKeptPartCuts() {
    add(Asked.of("POST", "/").body("x".repeat(Exchange.BODY_BYTES - 3) + "s3cret"));

    assertThat(journal.requests().get(0).request().body()).endsWith("x****");
  }

  @Test
  void strikesSecretsOutOfHeadersOfAnyName() {
    add(
        journal,
        Asked.of("GET", "/")
            .header("Authorization", "Basic abc")
            .header("X-Shared-Secret", "a")
            .header("X-Other", "is s3cret"),
        MockResponse.empty(200).with("Set-Cookie", "a=b"));

    RecordedRequest seen = journal.requests().get(0);

    assertThat(seen.request().headers().values()).containsExactly("****", "****", "is ****");
    assertThat(seen.response().headers()).containsEntry("Set-Cookie", "****");
  }

  @Test
  void letsBodiesGoFirstWhenMemoryIsUsedUpAndOfTheFullestJournal() {
    // 9 % of this are some 92,000 bytes
    JournalRoom room = new JournalRoom(new Budgets(1024 * 1024, 100).journal());
    Journal quiet = journal(room);
    Journal loud = journal(room);
    add(quiet, Asked.of("GET", "/quiet").body("b"), MockResponse.empty(200));

    for (int i = 0; i < 20; i++) {
      add(loud, Asked.of("GET", "/" + i).body("x".repeat(16_000)), MockResponse.empty(404));
    }

    assertThat(quiet.requests().get(0).request().body()).isEqualTo("b");
    assertThat(loud.requests()).hasSize(20);
    assertThat(loud.requests().get(19).request().body()).hasSize(16_000);
    assertThat(loud.requests().get(10).request())
        .extracting("body", "bodyBytes", "kept")
        .containsExactly(null, 16_000, RecordedMessage.Kept.NONE);
    assertThat(room.budget().used()).isBetween(70_000L, room.budget().limit());
    loud.close();
    quiet.close();
    assertThat(room.budget().used()).isZero();
  }

  @Test
  void forgetsTheOldestRequestsWhenTheyAloneAreTooMany() {
    JournalRoom room = new JournalRoom(new Budgets(1024 * 1024, 100).journal());
    Journal loud = journal(room);

    for (int i = 0; i < 20; i++) {
      add(loud, Asked.of("GET", "/" + "x".repeat(16_000) + i), MockResponse.empty(404));
    }

    assertThat(loud.requests()).hasSize(5);
    assertThat(loud.requests().get(4).path()).endsWith("19");
  }

  @Test
  void keepsTheBodiesOfTheLastHundredUnderLoad() {
    for (int i = 0; i < 300; i++) {
      add(Asked.of("POST", "/" + i).body("b" + i));
    }

    List<RecordedRequest> kept = journal.requests();
    assertThat(kept).hasSize(300);
    assertThat(kept.get(299).request().body()).isEqualTo("b299");
    assertThat(kept.get(200).request().body()).isEqualTo("b200");
  }

  @Test
  void namesTheCredentialsThatWereSent() {
    add(Asked.of("GET", "/"));
    add(Asked.of("GET", "/").header("X-Key", "a").header("X-User", "b"));
    add(Asked.of("GET", "/").header("X-User", "b"));

    assertThat(journal.requests())
        .extracting(RecordedRequest::credentials)
        .containsExactly(List.of(), List.of("X-Key", "X-User"), List.of("X-User"));
  }

  @Test
  void masksSecretsInPathAndQuery() {
    add(Asked.of("GET", "/s3cret/x").query("key=s3cret&password=other"));

    RecordedRequest seen = journal.requests().get(0);

    assertThat(seen.path()).isEqualTo("/****/x");
    assertThat(seen.query()).isEqualTo("key=****&password=****");
  }

  @Test
  void keepsTheLastThousandWhateverTheirPaths() {
    for (int i = 0; i < Journal.CAPACITY + 500; i++) {
      add(Asked.of("GET", "/" + i % 700));
    }

    List<RecordedRequest> kept = journal.requests();
    assertThat(kept).hasSize(Journal.CAPACITY);
    assertThat(kept.get(0).path()).isEqualTo("/500");
    assertThat(kept.get(Journal.CAPACITY - 1).path())
        .isEqualTo("/" + (Journal.CAPACITY + 499) % 700);
    assertThat(kept).extracting(RecordedRequest::id).isSorted().doesNotHaveDuplicates();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      nullValues = "-",
      value = {
        "limit=2 | /b /c",
        "text=Hello | /b",
        "session=run-1 | /a /b /c",
        "session=other | -",
      })
  void showsTheNewestThatFit(String query, @Nullable String paths) {
    add(Asked.of("GET", "/a"));
    add(Asked.of("POST", "/b").body("{\"says\":\"hello\"}"));
    add(Asked.of("GET", "/c"));

    List<RecordedRequest> found =
        journal.requests(
            JournalFilter.ofVendor(Asked.of("GET", "/x").query(query), Set.of("getCar")));

    assertThat(found)
        .extracting(RecordedRequest::path)
        .isEqualTo(paths == null ? List.of() : List.of(paths.split(" ")));
  }

  @Test
  void showsHeadersAndBodiesOnlyWhereTheyAreWanted() {
    add(Asked.of("POST", "/b").header("X-A", "1").body("{}"));

    assertThat(listed("limit=1")).doesNotContain("X-A");
    assertThat(listed("body=true"))
        .contains(
            "\"request\":{\"headers\":{\"X-A\":\"1\"},\"body\":\"{}\",\"bodyBytes\":2,\"bodyKept\":\"whole\",\"contentType\":null}",
            "\"response\":{\"headers\":{},\"body\":null,\"bodyBytes\":0,\"bodyKept\":\"whole\"");
  }

  private String listed(String query) {
    return new String(
        journal.list(Asked.of("GET", "/x").query(query)).body(), StandardCharsets.UTF_8);
  }

  @Test
  void tellsChangesAfterARequest() {
    journal.changed("faults");
    add(Asked.of("GET", "/"));
    long id = journal.requests().get(0).id();
    journal.changed("clock");

    assertThat(journal.changesAfter(id)).containsOnlyKeys("clock");
    assertThat(journal.changesAfter(0)).containsOnlyKeys("clock", "faults");
  }

  private static byte[] bytes(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }
}
