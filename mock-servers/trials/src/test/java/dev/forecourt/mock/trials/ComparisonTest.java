package dev.forecourt.mock.trials;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.contract.tools.random.RandomRequest;
import dev.forecourt.contract.tools.random.RandomRequests;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

final class ComparisonTest {

  private static final RandomRequests REQUESTS =
      RandomRequests.of(Path.of(System.getProperty("forecourt.specs"), "fidcar"));

  private final Comparison comparison = new Comparison(Reviewed.differences());

  @Test
  void keepsWhatAJudgeAcceptsThoughItIsBroken() {
    RandomRequest broken = REQUESTS.broken("getReview", 1);

    comparison.compare("fidcar", broken, "stub", Verdict.ACCEPTS);
    comparison.compare("fidcar", broken, "stub", Verdict.refuses("it is"));

    assertThat(comparison.compared()).isEqualTo(2);
    assertThat(comparison.firstUnexplained())
        .singleElement()
        .asString()
        .startsWith("stub accepts fidcar getReview ")
        .contains(" seed 1: ", "curl -X ");
  }

  @Test
  void keepsWhatAJudgeRefusesThoughNothingIsWrong() {
    RandomRequest valid = REQUESTS.valid("getReview", 1);

    comparison.compare("fidcar", valid, "stub", Verdict.refuses("too long"));
    comparison.compare("fidcar", valid, "stub", Verdict.ACCEPTS);

    assertThat(comparison.firstUnexplained())
        .singleElement()
        .asString()
        .contains("stub refuses fidcar getReview VALID", ": too long");
  }

  @Test
  void asksTheCompiledContractItself() {
    ContractJudge judge = ContractJudge.of("fidcar");

    assertThat(judge.judge(REQUESTS.valid("getReview", 1))).isEqualTo(Verdict.ACCEPTS);
    assertThat(judge.judge(REQUESTS.broken("getReview", 1)).word()).isEqualTo("refuses");
  }
}
