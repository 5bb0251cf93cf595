package dev.forecourt.verifier.pact;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.forecourt.verifier.Checkout;
import dev.forecourt.verifier.contract.VendorContracts;
import dev.forecourt.verifier.output.Case;
import dev.forecourt.verifier.output.Case.Verdict;
import dev.forecourt.verifier.output.Format;
import dev.forecourt.verifier.output.Note;
import dev.forecourt.verifier.output.Results;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A pact written elsewhere is accepted or refused, each for its reason. */
class VerifyPactTest {
  private static final Path SPECS = Checkout.file("specs");
  private static final VendorContracts CONTRACTS = VendorContracts.in(SPECS);

  @TempDir Path temp;

  private String printed = "";

  @Test
  void acceptsARightPactOfAnotherTool() throws Exception {
    assertThat(verify("pact-js-right.json", "fidcar", null)).as(text()).isTrue();

    assertThat(text())
        .contains("showroom-web expects 2 interaction(s) of fidcar")
        .contains("right    a request for one dealership")
        .contains("notice   state 'there is a dealership 1325' was not brought about")
        .contains("2 of 2 right. Accepted");
  }

  @Test
  void refusesAWrongPactOfAnotherToolWithThePlaces() throws Exception {
    assertThat(verify("pact-js-wrong.json", "fidcar", null)).isFalse();

    assertThat(text())
        .contains("WRONG    a request for one dealership")
        .contains("contract: the contract has no name here")
        .contains("$.interactions[0].response.body")
        .contains("stub: ")
        .contains("WRONG    a request for reviews, page by page")
        .contains("pageSize")
        .contains("right    a request for one review")
        .contains("1 of 3 right. Refused");
  }

  /** The example is right and the stub matches; another text would match as well. */
  @Test
  void refusesAMatcherThatTakesMoreThanTheContract() throws Exception {
    assertThat(verify("pact-js-loose.json", "fidcar", null)).as(text()).isFalse();

    assertThat(text())
        .contains(
            "contract: the matcher type takes \"no such value\", which the contract does not allow",
            "$.interactions[0].response.matchingRules.body['$.data']",
            "/properties/datetime",
            "0 of 1 right. Refused")
        .doesNotContain("stub: ");
  }

  @Test
  void bringsAboutTheStatesThatAreMapped() throws Exception {
    assertThat(verify("by-hand-v2.json", "autochat", "autochat-states.json")).as(text()).isTrue();

    assertThat(text()).doesNotContain("notice").contains("1 of 1 right. Accepted");
  }

  @Test
  void refusesWhatTheStubDoesNotDoWithoutItsState() throws Exception {
    assertThat(verify("by-hand-v2.json", "autochat", null)).isFalse();

    assertThat(text())
        .contains("it answered 200")
        .contains("state 'no tokens are left' was not brought about");
  }

  @Test
  void holdsMessagesAgainstTheContract() throws Exception {
    assertThat(verify("message-v3.json", "claire", null)).isFalse();

    assertThat(text())
        .contains("right    a check was created")
        .contains("WRONG    a check without its order")
        .contains("contract: string found, integer expected")
        .contains("1 of 2 right. Refused");
  }

  @Test
  void refusesMessagesOfAVendorThatSendsNone() throws Exception {
    assertThat(verify("message-v3.json", "fidcar", null)).isFalse();

    assertThat(text()).contains("no callback of the contract is meant").contains("0 of 2 right");
  }

  /** With the states that they name: some only hold once the stub is brought into them. */
  @ParameterizedTest
  @ValueSource(strings = {"autengo", "autochat", "claire", "claire-webhooks", "fidcar", "fidelisa"})
  void acceptsOurOwnPacts(String name) throws IOException {
    String vendor = name.replace("-webhooks", "");
    Path own = Checkout.file("contract-tests/pacts/forecourt-" + vendor + "-" + name + ".json");

    Results results = run(List.of(own), null, null);

    assertThat(results.good()).as(text(results)).isTrue();
    assertThat(results.notices()).extracting(Note::rule).doesNotContain("state.unknown");
  }

  @Test
  void checksSeveralFilesAndFoldersAtOnce() throws IOException {
    Path folder = Files.createDirectory(temp.resolve("pacts"));
    Files.copy(resource("pact-js-right.json"), folder.resolve("b.json"));
    Files.writeString(folder.resolve("package.json"), "{\"name\": \"no pact\"}");
    Path single = resource("pact-js-wrong.json");

    Results results = run(List.of(folder, single), "fidcar", null);

    assertThat(results.cases())
        .extracting(each -> each.group().replaceFirst(":.*", ""))
        .containsExactly(
            "b.json", "b.json", "pact-js-wrong.json", "pact-js-wrong.json", "pact-js-wrong.json");
    assertThat(results.summary()).isEqualTo("3 of 5 right. Refused");
  }

  /** Two interactions of one name are distinguished. */
  @Test
  void keepsTheFindingsOfInteractionsOfTheSameName() throws IOException {
    Path twice = temp.resolve("twice.json");
    String text = Files.readString(resource("pact-js-wrong.json"));
    Files.writeString(
        twice, text.replaceAll("\"description\": *\"[^\"]*\"", "\"description\": \"a request\""));

    Results results = run(List.of(twice), "fidcar", null);

    assertThat(results.cases())
        .extracting(Case::verdict)
        .containsExactly(Verdict.WRONG, Verdict.WRONG, Verdict.RIGHT);
  }

  @Test
  void goesByTheProviderUnlessAVendorIsNamed() {
    assertThatThrownBy(() -> run(List.of(resource("pact-js-loose.json")), null, null))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining(
            "pact-js-loose.json is about the provider 'Fidcar API', which is no vendor that is known. Say"
                + " which one is meant: --vendor, one of [autengo, autochat, claire, fidcar, fidelisa].");
  }

  @Test
  void refusesWhatIsNoPact() throws IOException {
    Path empty = Files.writeString(temp.resolve("empty.json"), "{\"interactions\": []}");
    Path broken = Files.writeString(temp.resolve("broken.json"), "{\"interactions\": [");
    Path object = Files.writeString(temp.resolve("object.json"), "{\"interactions\": {\"a\": 1}}");

    assertThatThrownBy(() -> run(List.of(object), "fidcar", null))
        .hasMessage(
            object
                + " is no pact: its interactions are no list. Give the file that your Pact tool wrote.");
    assertThatThrownBy(() -> run(List.of(empty), "fidcar", null))
        .hasMessage(empty + " holds no interaction: there is nothing to check.");
    assertThatThrownBy(() -> run(List.of(temp.resolve("none.json")), "fidcar", null))
        .hasMessage(
            "There is no file or folder "
                + temp.resolve("none.json")
                + ". Name a pact file, or a folder with pact files.");
    assertThatThrownBy(() -> run(List.of(broken), "fidcar", null))
        .hasMessage(
            broken
                + " is no pact that can be read: line 1, column 19 is no JSON. Give the file that your Pact tool wrote.");
    assertThatThrownBy(() -> run(List.of(resource("pact-js-right.json")), "fiddcar", null))
        .hasMessageStartingWith("No vendor is called 'fiddcar'. There are [autengo, autochat,");
  }

  /** To pass over a broken file of a folder would be to accept it. */
  @Test
  void refusesAFolderWithABrokenPact() throws IOException {
    Files.writeString(temp.resolve("broken.json"), "{\"interactions\": [");

    assertThatThrownBy(() -> run(List.of(temp), "fidcar", null))
        .hasMessageContaining("broken.json is no pact that can be read");
  }

  /** The pact asks for a value that none of its states has. */
  @Test
  void takesValuesForGeneratorsFromTheFileOfStates() throws IOException {
    Path pact = resource("tools/pact-js-v4-fidcar.json");
    Path states =
        Files.writeString(
            temp.resolve("states.json"),
            "{\"somebody knows a dealership\": {\"values\": {\"nobody\": 1325}}}");

    Results without = run(List.of(pact), null, null);
    Results with = run(List.of(pact), null, states);

    assertThat(verdict(without, "an id that no state gives")).isEqualTo(Verdict.WRONG);
    assertThat(without.notices()).extracting(Note::rule).contains("state.value", "state.unknown");
    assertThat(verdict(with, "an id that no state gives")).isEqualTo(Verdict.RIGHT);
    assertThat(with.notices()).extracting(Note::rule).doesNotContain("state.value");
  }

  @Test
  void showsWhatIsPendingAndFailsNothingForIt() throws IOException {
    Path pending = temp.resolve("pending.json");
    String text = Files.readString(resource("pact-js-wrong.json"));
    Files.writeString(
        pending, text.replace("\"description\"", "\"pending\": true, \"description\""));

    Results results = run(List.of(pending), "fidcar", null);

    assertThat(results.good()).isTrue();
    assertThat(results.summary()).isEqualTo("1 of 3 right, 2 pending. Accepted");
    assertThat(text(results)).contains("pending  a request for one dealership", "has no name here");
  }

  @Test
  void refusesPluginsByNameAndAsksNoStubForThem() throws IOException {
    Path plugin = temp.resolve("plugin.json");
    String text = Files.readString(resource("pact-js-right.json"));
    Files.writeString(
        plugin,
        text.replace("\"description\"", "\"pluginConfiguration\": {\"csv\": {}}, \"description\""));

    Results results = run(List.of(plugin), "fidcar", null);

    assertThat(results.cases())
        .allSatisfy(
            each ->
                assertThat(each.notes())
                    .extracting(Note::message)
                    .containsExactly(
                        "contract: is written with the plugin csv, which only its own tool can read."
                            + " Write it with Pact's own matchers, or keep it in a pact of its own"));
  }

  @Test
  void namesFileAndLineOfBothSides() throws IOException {
    Path file = resource("pact-js-wrong.json");

    Note note = run(List.of(file), "fidcar", null).cases().get(0).notes().get(0);

    assertThat(note.checked().file()).isEqualTo(file.toString());
    assertThat(Files.readAllLines(file).get(note.checked().line() - 1)).contains("name");
    assertThat(note.contract().file()).endsWith("specs/fidcar/components/schemas/Dealership.yaml");
    assertThat(note.contract().line()).isPositive();
  }

  private static Verdict verdict(Results results, String name) {
    return results.cases().stream()
        .filter(each -> each.name().contains(name))
        .findFirst()
        .orElseThrow()
        .verdict();
  }

  private boolean verify(String pact, String vendor, @Nullable String states) throws IOException {
    Results results =
        run(List.of(resource(pact)), vendor, states == null ? null : resource(states));
    printed = text(results);
    return results.good();
  }

  private static Results run(List<Path> files, @Nullable String vendor, @Nullable Path states)
      throws IOException {
    return VerifyPact.run(new VerifyPactOptions(files, vendor, CONTRACTS, SPECS, states));
  }

  private static Path resource(String name) {
    return Checkout.file("contract-tests/verifier/src/test/resources/dev/forecourt/verifier/pact")
        .resolve(name);
  }

  private static String text(Results results) {
    StringBuilder text = new StringBuilder();
    Format.TEXT.write(results, text);
    return text.toString();
  }

  private String text() {
    return printed;
  }
}
