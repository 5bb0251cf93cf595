package dev.forecourt.verifier.traffic;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.verifier.Checkout;
import dev.forecourt.verifier.output.Level;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A pact says what its consumer bears: values that it made up for that are no drift. */
class PactTrafficTest {
  private static final String ANSWER = "{\"service\": \"%s\", \"status\": %s}";

  @TempDir private Path folder;

  @ParameterizedTest
  @ValueSource(strings = {"autengo", "autochat", "claire", "fidcar", "fidelisa"})
  void findsNoDriftInOurPacts(String vendor) throws IOException {
    Path pact =
        Checkout.file("contract-tests/pacts/forecourt-%s-%s.json".formatted(vendor, vendor));

    assertThat(Checked.of(pact).errors()).isEmpty();
  }

  @Test
  void notesANewValueOfAnOpenEnumerationAndSaysWhy() throws IOException {
    Checked checked = Checked.of(pact(ANSWER.formatted("wash", "\"published\"")));

    assertThat(checked.errors()).isEmpty();
    assertThat(checked.notes(Level.NOTE))
        .contains(
            "getReview | pact.open-value | undocumented value `wash` of `service` in the answer; once; the enumeration is open, and a pact says what its consumer bears, not what came");
  }

  @Test
  void countsEveryOtherDifference() throws IOException {
    Checked checked = Checked.of(pact(ANSWER.formatted("sav", "7")));

    assertThat(checked.errors())
        .singleElement()
        .asString()
        .startsWith("getReview | response.body | `status` of the answer: integer found, string");
  }

  @Test
  void countsANewValueThatReallyCame() throws IOException {
    String answer = ANSWER.formatted("wash", "\"published\"");
    HarFile har = new HarFile().json("GET", "https://www.fidcar.com/api/review/42", 200, answer);

    Checked checked = Checked.of(pact(answer), har.write(folder.resolve("seen.har")));

    assertThat(checked.errors())
        .containsExactly(
            "getReview | response.body | undocumented value `wash` of `service` in the answer; once");
  }

  private Path pact(String answer) throws IOException {
    return Files.writeString(
        folder.resolve("pact.json"),
        """
        {"consumer": {"name": "shop"}, "provider": {"name": "fidcar"},
         "interactions": [{"description": "a review",
           "request": {"method": "GET", "path": "/api/review/42", "headers": {"Authorization": "a"}},
           "response": {"status": 200, "headers": {"Content-Type": "application/json"}, "body": %s}}],
         "metadata": {"pactSpecification": {"version": "3.0.0"}}}
        """
            .formatted(answer));
  }
}
