package dev.forecourt.verifier.traffic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.forecourt.verifier.Checkout;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Drift that is to stay is no finding; an entry that nothing needs is one. */
class ReviewedDriftTest {
  private static final String WANTED =
      "- {vendor: fidcar, operation: getReview, rule: response.body.unknown, place: /components/schemas/Review/properties/mood, reason: \"Internal.\"}\n";

  @TempDir private Path folder;

  @Test
  void explainsDriftAtItsPlaceOnly() throws IOException {
    Checked checked = checked(WANTED, "{\"mood\": 1, \"score\": 2}");

    assertThat(checked.errors())
        .containsExactly(
            "getReview | response.body.unknown | undocumented member `score` of the answer; once, first: 2");
    assertThat(checked.notices()).contains("1 difference(s) are in the reviewed list");
  }

  /** Reports put a mark before the place; lists were written without it before. */
  @Test
  void takesThePlaceAsReportsShowIt() throws IOException {
    String shown = WANTED.replace("/components", "\"#/components").replace("mood,", "mood\",");

    assertThat(checked(shown, "{\"mood\": 1}").errors()).isEmpty();
  }

  @Test
  void takesAnyTextForAStar() throws IOException {
    String list =
        WANTED
            .replace("getReview", "\"*\"")
            .replace("/components/schemas/Review", "\"*\"")
            .replace("\"*\"/properties/mood", "\"*/mood\"");

    assertThat(checked(list, "{\"mood\": 1}").errors()).isEmpty();
  }

  @Test
  void findsAnEntryThatNothingNeeds() throws IOException {
    Checked checked = checked(WANTED, "{\"id\": \"42\"}");

    assertThat(checked.errors())
        .containsExactly(
            "entries | reviewed.unused | delete {vendor: fidcar, operation: getReview, rule: response.body.unknown, place: /components/schemas/Review/properties/mood}");
    assertThat(checked.results().good()).isFalse();
  }

  @Test
  void refusesAnEntryWithoutAReason() {
    assertThatThrownBy(() -> checked(WANTED.replace(", reason: \"Internal.\"", ""), "{}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage(
            folder.resolve("reviewed.yaml")
                + ", entry 1: lacks 'reason'. An entry has vendor, operation, rule, place, reason.");
  }

  @Test
  void refusesAMisspeltKey() {
    assertThatThrownBy(() -> checked(WANTED.replace("}", ", vendors: x}"), "{}"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("entry 1: 'vendors' is not known.");
  }

  private Checked checked(String list, String answer) throws IOException {
    HarFile har = new HarFile().json("GET", "https://www.fidcar.com/api/review/42", 200, answer);
    Path reviewed = Files.writeString(folder.resolve("reviewed.yaml"), list);
    return Checked.with(
        Checked.options(Checkout.file("specs"), reviewed), har.write(folder.resolve("seen.har")));
  }
}
