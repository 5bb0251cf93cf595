package dev.forecourt.verifier.diff;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import dev.forecourt.contract.tools.Bundle;
import dev.forecourt.verifier.Checkout;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.openapitools.openapidiff.core.OpenApiCompare;

/**
 * openapi-diff as a second reader of the edits of {@code real-contracts.psv}: what it calls
 * incompatible and we do not is reviewed. Only the smaller contracts: it takes seconds for a large
 * one.
 */
class SecondOpinionTest {
  private static final Set<String> SMALL = Set.of("autochat", "fidcar", "fidelisa");

  @TempDir Path temp;

  @Test
  void callsNothingIncompatibleThatWeLetPassUnreviewed() throws IOException {
    Set<String> reviewed = new TreeSet<>();
    Psv.readAsIs("second-opinion.psv")
        .forEach(cells -> reviewed.add(String.join("|", Arrays.copyOf(cells, 4))));
    Set<String> found = new TreeSet<>();
    EditedContracts contracts = new EditedContracts(temp);
    int agreed = 0;
    for (String[] edit : Psv.readAsIs("real-contracts.psv").toList()) {
      if (!SMALL.contains(edit[0])) {
        continue;
      }
      JsonNode before = Bundle.of(Checkout.contract(edit[0]));
      JsonNode after = contracts.edited(edit[0], edit[1], edit[2], edit[3]);
      boolean breaking =
          ContractComparison.between(before, after).stream()
              .anyMatch(change -> change.rule().http() == Level.BREAKING);
      boolean incompatible = isIncompatible(before, after);
      agreed += breaking && incompatible ? 1 : 0;
      if (incompatible && !breaking) {
        found.add("%s|%s|%s|%s".formatted(edit[0], edit[1], edit[2], edit[3]));
      }
    }

    assertThat(found).isEqualTo(reviewed);
    assertThat(agreed).as("breaking for both").isGreaterThan(15);
  }

  private static boolean isIncompatible(JsonNode before, JsonNode after) {
    try {
      return OpenApiCompare.fromContents(before.toString(), after.toString()).isIncompatible();
    } catch (NullPointerException e) {
      // 2.1.7 fails where an anyOf becomes a oneOf: no opinion
      return false;
    }
  }
}
