package dev.forecourt.mock.control;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.mock.credentials.Secrets;
import dev.forecourt.mock.http.MockRequest;
import dev.forecourt.mock.memory.Budgets;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class JournalTest {

  private static final Instant TIME = Instant.parse("2026-01-31T09:30:00.123456789Z");

  private final Journal journal =
      new Journal(
          new Secrets(Set.of("s3cret"), List.of()), new TreeSet<>(Set.of("X-Key", "X-User")));

  @Test
  void remembersWhatWasAskedAndAnswered() {
    Map<String, String> headers = Map.of("X-Key", "a", "Content-Type", "application/json");
    journal.add(TIME, new Asked("/a%20b", "x=1", headers), "getThing", 404, "no such thing");

    assertThat(journal.requests())
        .containsExactly(
            new RecordedRequest(
                TIME,
                "PUT",
                "/a%20b",
                "x=1",
                List.of("X-Key"),
                "application/json",
                "getThing",
                404,
                "no such thing"));
  }

  @Test
  void forgetsTheOldestOfTheFullestJournalWhenMemoryIsUsedUp() {
    // 9 % of this are some 92,000 bytes
    JournalRoom room = new JournalRoom(new Budgets(1024 * 1024, 100).journal());
    Secrets none = new Secrets(Set.of(), List.of());
    Journal quiet = new Journal(none, Set.of(), room);
    Journal loud = new Journal(none, Set.of(), room);
    quiet.add(TIME, new Asked("/quiet", null, Map.of()), null, 200, null);

    for (int i = 0; i < 20; i++) {
      loud.add(TIME, new Asked("/" + "x".repeat(16_000) + i, null, Map.of()), null, 404, null);
    }

    assertThat(quiet.requests()).hasSize(1);
    assertThat(loud.requests()).hasSize(5);
    assertThat(loud.requests().get(4).path()).endsWith("19");
    assertThat(room.budget().used()).isBetween(80_000L, room.budget().limit());
    loud.close();
    quiet.close();
    assertThat(room.budget().used()).isZero();
  }

  @Test
  void namesTheCredentialsThatWereSent() {
    for (Map<String, String> sent :
        List.of(
            Map.<String, String>of(), Map.of("X-Key", "a", "X-User", "b"), Map.of("X-User", "b"))) {
      journal.add(TIME, new Asked("/", null, sent), null, 200, null);
    }

    assertThat(journal.requests())
        .extracting(RecordedRequest::credentials)
        .containsExactly(List.of(), List.of("X-Key", "X-User"), List.of("X-User"));
  }

  @Test
  void masksSecretsInPathAndQuery() {
    journal.add(TIME, new Asked("/s3cret/x", "key=s3cret", Map.of()), null, 200, null);

    assertThat(journal.requests().get(0).toString()).doesNotContain("s3cret");
  }

  @Test
  void keepsTheLastThousandWhateverTheirPaths() {
    for (int i = 0; i < Journal.CAPACITY + 500; i++) {
      journal.add(TIME, new Asked("/" + i % 700, null, Map.of()), null, 200, null);
    }

    List<RecordedRequest> kept = journal.requests();
    assertThat(kept).hasSize(Journal.CAPACITY);
    assertThat(kept.get(0).path()).isEqualTo("/500");
    assertThat(kept.get(Journal.CAPACITY - 1).path())
        .isEqualTo("/" + (Journal.CAPACITY + 499) % 700);
  }

  private record Asked(String path, @Nullable String query, Map<String, String> sent)
      implements MockRequest {

    @Override
    public String method() {
      return "PUT";
    }

    @Override
    public List<String> headers(String name) {
      return sent.containsKey(name) ? List.of(sent.get(name)) : List.of();
    }

    @Override
    public byte[] body() {
      return new byte[0];
    }
  }
}
