package dev.forecourt.cli;

import static org.assertj.core.api.Assertions.assertThat;

import dev.forecourt.contract.importer.ImportResult;
import dev.forecourt.contract.importer.report.Guess;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.PrintWriter;
import java.io.StringReader;
import java.io.StringWriter;
import java.util.List;
import java.util.TreeMap;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** What a person is asked, and what the answers change. */
class QuestionsTest {

  private static final Guess AUTH =
      new Guess("the document", "a bearer token", "answers 401 are documented", "--auth bearer");
  private static final Guess PAGING =
      new Guess("GET /pets", "pages by offset", "it has 'offset'", "--paging offset:offset");

  private final StringWriter out = new StringWriter();
  private final ContractOptions options = new ContractOptions();

  @Test
  void showTheGuessAndItsReason() throws IOException {
    boolean changed = questions("\n").change(result(AUTH), options);

    assertThat(changed).isFalse();
    assertThat(options.auth).isNull();
    assertThat(out)
        .hasToString(
            "the document: a bearer token, because answers 401 are documented. Enter to agree, or a"
                + " value for --auth: ");
  }

  @Test
  void changeTheOption() throws IOException {
    boolean changed = questions("\n page:p \n").change(result(AUTH, PAGING), options);

    assertThat(changed).isTrue();
    assertThat(options.auth).isNull();
    assertThat(options.paging).isEqualTo("page:p");
  }

  @Test
  void askOnceForEachOption() throws IOException {
    questions("\n\n\n").change(result(AUTH, PAGING, PAGING, PAGING), options);

    assertThat(out.toString().split("Enter to agree", -1)).hasSize(3);
  }

  @Test
  void askNotForWhatWasSaid() throws IOException {
    options.auth = "none";

    questions("bearer\n").change(result(AUTH), options);

    assertThat(options.auth).isEqualTo("none");
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void askNobodyWhoIsNotThere() throws IOException {
    Questions questions = new Questions(new PrintWriter(out), null);

    assertThat(questions.change(result(AUTH), options)).isFalse();
    assertThat(questions.agreed(List.of("a"))).isTrue();
    assertThat(out.toString()).isEmpty();
  }

  @Test
  void writeNothingUnlessAgreed() throws IOException {
    assertThat(questions("n\n").agreed(List.of("a"))).isFalse();
    assertThat(questions("No\n").agreed(List.of("a"))).isFalse();
    assertThat(questions("\n").agreed(List.of("a"))).isTrue();
    assertThat(questions("y\n").agreed(List.of("a"))).isTrue();
    assertThat(out.toString()).contains("Write these 1 files? [Y/n]");
  }

  private Questions questions(@Nullable String answers) {
    return new Questions(
        new PrintWriter(out, true), new BufferedReader(new StringReader("" + answers)));
  }

  private static ImportResult result(Guess... guesses) {
    return new ImportResult(
        "acme",
        "Acme",
        "1",
        4016,
        "",
        "",
        new TreeMap<>(),
        List.of(),
        List.of(guesses),
        List.of(),
        List.of(),
        List.of(),
        List.of());
  }
}
