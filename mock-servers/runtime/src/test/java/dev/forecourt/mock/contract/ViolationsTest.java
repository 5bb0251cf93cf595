package dev.forecourt.mock.contract;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.forecourt.mock.http.Refusal;
import org.junit.jupiter.api.Test;

final class ViolationsTest {

  @Test
  void letsAFaultlessRequestPass() {
    assertThatCode(() -> new Violations().refuseIfAny(400)).doesNotThrowAnyException();
  }

  @Test
  void cutsLongValuesBetweenCharacters() {
    Violations out = new Violations();

    out.add(Place.query("q"), "be short", "x".repeat(99) + "😀".repeat(10));

    assertThat(out.text())
        .isEqualTo(
            "query parameter 'q' must be short but was '" + "x".repeat(99) + "… (119 characters)'");
  }

  @Test
  void countsWhatItDoesNotList() {
    Violations out = new Violations();
    for (int i = 0; i < 52; i++) {
      out.missing(Place.body().field("f").item(i));
    }

    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> out.refuseIfAny(400))
        .withMessageStartingWith("body field 'f[0]' is required but was missing; ")
        .withMessageEndingWith("body field 'f[49]' is required but was missing; and 2 more");
  }
}
