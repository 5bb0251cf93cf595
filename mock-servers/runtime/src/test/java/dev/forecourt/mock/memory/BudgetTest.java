package dev.forecourt.mock.memory;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import dev.forecourt.mock.http.MockResponse;
import dev.forecourt.mock.http.Refusal;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

final class BudgetTest {

  private static final long MEBI = 1024 * 1024;

  private final Budgets budgets = new Budgets(100 * MEBI, 50);

  @Test
  void areSharesOfTheHeap() {
    assertThat(budgets.all())
        .extracting(each -> each.name() + " " + Budget.shown(each.limit()))
        .containsExactly(
            "state 27.5 MiB",
            "sessions 20.0 MiB",
            "bodies 11.5 MiB",
            "answers 6.5 MiB",
            "journal 4.5 MiB");
  }

  @Test
  void saysWhatIsUsedUpAndHowToRaiseIt() {
    budgets.bodies().take(11 * MEBI);

    assertThatExceptionOfType(Refusal.class)
        .isThrownBy(() -> budgets.bodies().admit(MEBI))
        .withMessage(
            "The mock's memory for bodies of requests under way is used up: 11.0 MiB of 11.5 MiB."
                + " Try again in a moment. More of it: start Java with -Xmx208m (now 112m);"
                + " documentation, \"Limits of the mocks\".")
        .satisfies(
            refusal -> {
              assertThat(refusal.status()).isEqualTo(503);
              assertThat(refusal.in(MockResponse.empty(503)).header("Retry-After")).isEqualTo("1");
            });
  }

  @Test
  void doesNotAskToRetryWhereWaitingDoesNotHelp() {
    assertThat(budgets.state().refusal().in(MockResponse.empty(503)).header("Retry-After"))
        .isNull();
    assertThat(budgets.state().usedUp())
        .isEqualTo(
            "The mock's memory for stored rows is used up: 0.0 MiB of 27.5 MiB. A reset makes room."
                + " More of it: start Java with -Xmx208m (now 112m); documentation, \"Limits of the"
                + " mocks\".");
  }

  @Test
  void countsSessionsInTheStateToo() {
    budgets.sessions().take(15 * MEBI);
    assertThat(budgets.state().used()).isEqualTo(15 * MEBI);
    assertThat(budgets.sessions().fits(4 * MEBI)).isTrue();

    budgets.state().take(10 * MEBI);

    assertThat(budgets.sessions().fits(4 * MEBI)).isFalse();
    assertThat(budgets.sessions().usedUp()).contains("sessions is used up: 15.0 MiB of 17.5 MiB");
  }

  @Test
  void namesTheOptionWithWhichSomethingWouldFit() {
    assertThat(budgets.state().optionFor(55 * MEBI)).isEqualTo("-Xmx208m");
  }

  @Test
  void givesBackWhatAnOwnerHasTaken() {
    Share share = new Share(this, budgets.state());
    share.add(MEBI);
    share.moveTo(budgets.sessions());
    assertThat(budgets.sessions().used()).isEqualTo(MEBI);

    share.close();
    share.add(MEBI);

    assertThat(budgets.state().used()).isZero();
    assertThat(budgets.sessions().used()).isZero();
  }

  @Test
  void aBodyThatDoesNotFitGivesBackWhatItHadAtOnce() {
    Budget bodies = budgets.bodies();
    try (BodyBuffer first = new BodyBuffer(bodies, (int) (8 * MEBI), () -> (int) (8 * MEBI));
        BodyBuffer second = new BodyBuffer(bodies, (int) (8 * MEBI), () -> (int) (8 * MEBI))) {
      first.add(new byte[(int) (6 * MEBI)]);
      second.add(new byte[(int) (4 * MEBI)]);

      assertThat(second.add(new byte[(int) (2 * MEBI)])).isEqualTo(2 * MEBI);

      assertThat(second.isFull()).isTrue();
      assertThat(bodies.used()).isEqualTo(6 * MEBI);
      assertThat(first.add(new byte[(int) MEBI])).isZero();
      assertThat(first.bytes()).hasSize((int) (7 * MEBI));
    }
    assertThat(bodies.used()).isZero();
  }

  @Test
  void aBodyIsCutOneByteAfterItsLimit() {
    try (BodyBuffer body = new BodyBuffer(budgets.bodies(), 10, () -> 20)) {
      assertThat(body.add(new byte[8])).isZero();
      assertThat(body.add(new byte[8])).isZero();
      assertThat(body.add(new byte[8])).isEqualTo(3);

      assertThat(body.bytes()).hasSize(21);
      assertThat(body.isFull()).isFalse();
    }
  }

  @Test
  void largeAnswersToReadingCallsAreRefusedAndOthersGiven() {
    Budget answers = budgets.answers();
    MockResponse large = MockResponse.json(200, new byte[(int) (4 * MEBI)]);
    try (HeldAnswer first = HeldAnswer.of(large, "GET", answers);
        HeldAnswer second = HeldAnswer.of(large, "GET", answers);
        HeldAnswer done = HeldAnswer.of(large, "POST", answers);
        HeldAnswer small = HeldAnswer.of(MockResponse.empty(200), "GET", answers)) {
      assertThat(first.isRefused()).isFalse();
      assertThat(second.isRefused()).isTrue();
      assertThat(done.isRefused()).isFalse();
      assertThat(small.isRefused()).isFalse();
      assertThat(answers.used()).isEqualTo(8 * MEBI);
    }
    assertThat(answers.used()).isZero();
  }

  @Test
  void weighsWhatAValueIsMadeOf() {
    assertThat(Weight.of("abc")).isEqualTo(51);
    assertThat(Weight.of("a\u20ac")).isEqualTo(52);
    assertThat(Weight.of(Map.of("name", List.of(1L, "abc")))).isEqualTo(56 + 56 + 48 + 28 + 55);
    assertThat(Weight.of(Set.of("firstName", "lastName"))).isEqualTo(48 + 16);
    assertThat(Weight.of(new Row("abc", null))).isEqualTo(16 + 16 + 51);
  }

  private record Row(String name, @Nullable Row next) {}
}
