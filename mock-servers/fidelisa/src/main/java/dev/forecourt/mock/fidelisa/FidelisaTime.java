package dev.forecourt.mock.fidelisa;

import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;

/** What time it is at Fidelisa. The zone is nowhere stated; the vendor is French. */
final class FidelisaTime {

  private static final ZoneId ZONE = ZoneId.of("Europe/Paris");

  private final Clock clock;

  FidelisaTime(Clock clock) {
    this.clock = clock;
  }

  Instant now() {
    return clock.instant();
  }

  LocalDate today() {
    return LocalDate.ofInstant(clock.instant(), ZONE);
  }
}
