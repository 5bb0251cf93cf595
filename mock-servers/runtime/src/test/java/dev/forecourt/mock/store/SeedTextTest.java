package dev.forecourt.mock.store;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;

final class SeedTextTest {

  @Test
  void putsZerosBeforeNumbers() {
    assertThat(SeedText.padded(7, 3)).isEqualTo("007");
    assertThat(SeedText.padded(0, 1)).isEqualTo("0");
    assertThat(SeedText.padded(12_345, 3)).isEqualTo("12345");
  }

  @Test
  void givesTheSameIdAtEachStart() {
    // written down, because tests of users may name what the seed has
    assertThat(SeedText.id("review 10")).hasToString("757d488f-2d04-8be7-b74c-1632ab98e53f");
  }

  @Test
  void givesEachNameAnIdOfItsOwn() {
    Set<UUID> ids = new HashSet<>();
    for (int i = 0; i < 10_000; i++) {
      UUID id = SeedText.id("contact " + i);
      ids.add(id);
      assertThat(id.version()).isEqualTo(8);
      assertThat(id.variant()).isEqualTo(2);
    }
    ids.add(SeedText.id("review 1"));

    assertThat(ids).hasSize(10_001);
  }
}
