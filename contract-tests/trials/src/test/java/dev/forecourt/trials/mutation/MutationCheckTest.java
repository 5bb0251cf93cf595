package dev.forecourt.trials.mutation;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.contracttests.kit.Checkout;
import dev.forecourt.trials.mutation.Jury.Verdict;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentHashMap;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** A sample of {@code scripts/mutate-contracts}, and whether its checkers can fail. */
class MutationCheckTest {
  private static final int SAMPLE = 50;

  private static final Map<String, VendorTrial> TRIALS = new ConcurrentHashMap<>();

  @ParameterizedTest
  @MethodSource("vendors")
  void explainsEverySurvivor(String vendor) throws IOException, InterruptedException {
    VendorTrial trial = trial(vendor);
    Survivors reviewed = MutateContracts.reviewed();

    List<Verdict> verdicts = trial.judge(Mutants.sample(trial.mutants(), SAMPLE), trial.checkers());

    assertThat(verdicts).hasSize(SAMPLE);
    assertThat(verdicts.stream().filter(each -> !each.caught()))
        .as("survivors without a line in contract-tests/mutation-survivors.psv")
        .allSatisfy(
            each -> assertThat(reviewed.reason(vendor, each)).as(each.mutant().id()).isNotNull());
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void noticesEachKindOfChange(Kind kind) throws IOException, InterruptedException {
    List<Verdict> caught = new ArrayList<>();
    for (String vendor : vendors()) {
      VendorTrial trial = trial(vendor);
      List<Mutant> some =
          trial.mutants().stream()
              .filter(each -> each.kind() == kind && each.documented())
              .toList();
      if (caught.isEmpty()) {
        trial.judge(Mutants.sample(some, 5), trial.checkers()).stream()
            .filter(Verdict::caught)
            .forEach(caught::add);
      }
    }

    assertThat(caught).isNotEmpty();
    assertThat(caught).allSatisfy(each -> assertThat(each.complaint()).isNotBlank());
  }

  @Test
  void noticesNothingWithoutCheckers() throws InterruptedException {
    VendorTrial trial = trial("autochat");

    assertThat(trial.judge(trial.mutants(), List.of())).noneMatch(Verdict::caught);
  }

  @Test
  void noticesByPactsAlone() throws IOException, InterruptedException {
    assertThat(noticedBy(PactChecker.NAME))
        .contains(
            Kind.CHANGE_PATH,
            Kind.CHANGE_VERB,
            Kind.CHANGE_STATUS,
            Kind.CHANGE_MEDIA_TYPE,
            Kind.CHANGE_TYPE,
            Kind.DROP_PROPERTY,
            Kind.RENAME_PROPERTY,
            Kind.DROP_AUTH,
            Kind.MOVE_AUTH)
        .doesNotContain(Kind.FLIP_NULLABLE);
  }

  /** The rules read files, so the document and the files have to be changed in the same place. */
  @Test
  void noticesByRulesAlone() throws IOException, InterruptedException {
    assertThat(noticedBy("ExamplesFitTheirSchemas"))
        .contains(Kind.CHANGE_TYPE, Kind.DROP_ENUM_VALUE, Kind.RENAME_ENUM_VALUE)
        .doesNotContain(Kind.CHANGE_PATH, Kind.DROP_AUTH);
    assertThat(noticedBy("EvidenceFitsItsSchema")).contains(Kind.CHANGE_TYPE);
    assertThat(noticedBy("EveryComponentIsUsed")).contains(Kind.DROP_FAILURE);
  }

  @Test
  void noticesByTheSecondReadingAlone() throws IOException, InterruptedException {
    assertThat(noticedBy("inventory"))
        .contains(Kind.RENAME_PROPERTY, Kind.FLIP_REQUIRED, Kind.FLIP_NULLABLE, Kind.CHANGE_PATH)
        .doesNotContain(Kind.CHANGE_BOUND);
  }

  private static Set<Kind> noticedBy(String checker) throws IOException, InterruptedException {
    VendorTrial trial = trial("autochat");
    List<Checker> alone =
        trial.checkers().stream().filter(each -> each.name().equals(checker)).toList();
    return trial.judge(trial.mutants(), alone).stream()
        .filter(Verdict::caught)
        .map(each -> each.mutant().kind())
        .collect(Collectors.toCollection(TreeSet::new));
  }

  @Test
  void takesEachChangeBack() {
    ContractCopy contract = ContractCopy.of(Checkout.contract("autochat").getParent());
    String before = contract.bundle().toString();

    for (Mutant mutant : Mutants.of(contract.bundle())) {
      String changed = contract.with(mutant, each -> each.bundle().toString());

      assertThat(changed).as(mutant.id()).isNotEqualTo(before);
      assertThat(contract.bundle()).as(mutant.id()).hasToString(before);
    }
  }

  static List<String> vendors() throws IOException {
    return Checkout.vendors();
  }

  private static VendorTrial trial(String vendor) {
    return TRIALS.computeIfAbsent(vendor, VendorTrial::new);
  }
}
