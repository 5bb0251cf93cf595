package dev.forecourt.claire.webhook;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.forecourt.runtime.kit.Callers;
import java.time.Duration;
import java.time.Instant;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** The memory of one process. */
class SeenMessagesTest {
  private static final Instant NOW = Instant.parse("2026-01-02T03:04:05Z");

  @Test
  void remembersWhenAMessageLastCame() {
    SeenMessages seen = SeenMessages.inMemory(10, Duration.ofHours(1));

    assertThat(seen.remember("a", NOW)).isEmpty();
    assertThat(seen.remember("b", NOW)).isEmpty();
    assertThat(seen.remember("a", NOW.plusSeconds(1))).hasValue(NOW);
    assertThat(seen.remember("a", NOW.plusSeconds(2))).hasValue(NOW.plusSeconds(1));
  }

  @Test
  void forgetsTheOldestOfTooMany() {
    SeenMessages seen = SeenMessages.inMemory(2, Duration.ofHours(1));
    seen.remember("a", NOW);
    seen.remember("b", NOW);

    seen.remember("a", NOW);
    seen.remember("c", NOW);

    assertThat(seen).hasToString("SeenMessages{2 of at most 2}");
    assertThat(seen.remember("a", NOW)).isPresent();
    assertThat(seen.remember("b", NOW)).isEmpty();
  }

  @Test
  void forgetsWhatIsTooLongAgo() {
    SeenMessages seen = SeenMessages.inMemory(10, Duration.ofHours(1));
    seen.remember("a", NOW);
    seen.remember("b", NOW.plusSeconds(1));

    assertThat(seen.remember("c", NOW.plusSeconds(3600))).isEmpty();

    assertThat(seen).hasToString("SeenMessages{2 of at most 10}");
    assertThat(seen.remember("a", NOW.plusSeconds(3600))).isEmpty();
    assertThat(seen.remember("b", NOW.plusSeconds(3600))).isPresent();
  }

  @Test
  void forgetsTheOnlyMessageWhenItIsTooOld() {
    SeenMessages seen = SeenMessages.inMemory(1, Duration.ofHours(1));
    seen.remember("a", NOW);

    assertThat(seen.remember("a", NOW.plusSeconds(3600))).isEmpty();
  }

  @Test
  void forgetsWhatItIsToldToForget() {
    SeenMessages seen = SeenMessages.inMemory(10, Duration.ofHours(1));
    seen.remember("a", NOW);

    seen.forget("a");
    seen.forget("never seen");

    assertThat(seen.remember("a", NOW)).isEmpty();
  }

  @Test
  void takesOneOfManyEqualMessagesAtOnceForNew() {
    SeenMessages seen = SeenMessages.inMemory(10, Duration.ofHours(1));
    AtomicInteger isNew = new AtomicInteger();

    Callers.allAtOnce(
        50,
        () -> {
          if (seen.remember("a", NOW).isEmpty()) {
            isNew.incrementAndGet();
          }
        });

    assertThat(isNew).hasValue(1);
  }

  @Test
  void refusesToRememberNothing() {
    assertThatThrownBy(() -> SeenMessages.inMemory(0, Duration.ofHours(1)))
        .hasMessage("Number of remembered messages must be at least 1: 0. Give a positive one.");
    assertThatThrownBy(() -> SeenMessages.inMemory(1, Duration.ZERO))
        .hasMessage(
            "Time for which messages are remembered must be positive: PT0S. Give a longer one.");
  }
}
